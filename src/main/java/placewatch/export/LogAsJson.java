package placewatch.export;

import java.time.Instant;
import java.time.ZoneId;
import placewatch.log.LogCursor;
import placewatch.log.LogSource;

/// An object in a line for each message; what a line has not is null.
final class LogAsJson implements LogForm {

    private final ZoneId zone;

    LogAsJson(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public void append(LogCursor line, StringBuilder into) {
        LogSource source = line.source();
        object(line.at(), source, line.level(), LogForm.kind(line), line.text(), into);
    }

    @Override
    public void note(Instant at, String text, StringBuilder into) {
        object(at, LogSource.CONNECTION, "", "note", text, into);
    }

    private void object(Instant at, LogSource source, String level, String kind, String text, StringBuilder into) {
        into.append("{\"time\":").append(JsonRows.string(IsoTime.of(at, zone)));
        member("system", source.systemId(), into);
        member("systemName", source.systemName(), into);
        member("module", source.slug(), into);
        member("moduleId", source.moduleId(), into);
        member("level", level, into);
        member("kind", kind, into);
        into.append(",\"text\":").append(JsonRows.string(text)).append("}\n");
    }

    private static void member(String name, String value, StringBuilder into) {
        into.append(",\"").append(name).append("\":").append(value.isEmpty() ? "null" : JsonRows.string(value));
    }
}
