package placewatch.screen.explore;

import java.util.Optional;
import java.util.function.Consumer;
import placewatch.bridge.Connection;
import placewatch.bridge.LogStreams;
import placewatch.control.log.LineLinks;
import placewatch.log.LogScope;
import placewatch.log.LogSource;
import placewatch.model.Background;
import placewatch.model.log.Console;
import placewatch.model.log.LogStream;
import placewatch.model.log.Named;
import placewatch.protocol.ModuleAddress;

/// The debug stream of the chosen module, and the calls that were made from here, in one flow. The stream goes on when
/// another module is chosen, until somebody stops it: the lines are here again when this one is.
final class LogModel implements AutoCloseable {

    private final Connection connection;
    private final LogStreams logs;
    private final LogStream stream;
    private final Console console;
    private final Consumer<Named> onName;

    /// @param systemName what people call the module's system
    /// @param onName     goes to what a word of a line is the name of
    LogModel(Connection connection, ModuleAddress address, String moduleId, String systemName,
            Consumer<Named> onName) {
        this.onName = onName;
        this.connection = connection;
        logs = connection.logs();
        stream = logs.stream(address, moduleId, systemName);
        console = logs.console(LogScope.of(moduleId));
    }

    /// Lowers the driver's log level to debug and shows what it writes.
    void start() {
        logs.start(stream);
    }

    /// Ends the stream; what was shown stays.
    void stop() {
        logs.stop(stream);
    }

    /// Where a word of a line leads.
    Optional<LineLinks.Link> link(LogSource source, String word) {
        return logs.named(source, word).map(named -> new LineLinks.Link(() -> onName.accept(named)));
    }

    /// The module as people call it.
    String slug() {
        return stream.addressProperty().get().slug();
    }

    LogStream stream() {
        return stream;
    }

    Console console() {
        return console;
    }

    /// Who reads long lines.
    Background background() {
        return connection;
    }

    @Override
    public void close() {
        console.close();
    }
}
