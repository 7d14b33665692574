package placewatch.screen.explore;

import java.util.List;
import java.util.stream.LongStream;
import placewatch.bridge.Connection;
import placewatch.log.LogEntry;
import placewatch.log.LogWindow;

/// What the log holds of a module, whether a console has looked at it yet or not.
final class LogTexts {

    private LogTexts() {
    }

    static List<String> of(Connection connection, ModuleModel module) {
        LogWindow window = connection.logs().store().window();
        return LongStream.range(window.first(), window.end()).mapToObj(window::entry).flatMap(entry -> entry.stream())
                .filter(entry -> entry.source().moduleId().equals(module.id())).map(LogEntry::text).toList();
    }
}
