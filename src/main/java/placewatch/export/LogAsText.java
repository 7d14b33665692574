package placewatch.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import placewatch.log.LineText;
import placewatch.log.LogCursor;
import placewatch.log.LogSource;

/// Lines as people read them: `02:15:03.123  Display_1  warn  lamp is hot`. What a line has no level or module for has
/// the word for it.
final class LogAsText implements LogForm {

    private static final String BETWEEN = "  ";
    private static final String FURTHER = "    ";

    private final DateTimeFormatter time;
    private final Systems systems;

    private enum Systems { NAMED, LEFT_OUT }

    private LogAsText(String time, ZoneId zone, Systems systems) {
        this.time = DateTimeFormatter.ofPattern(time, Locale.ROOT).withZone(zone);
        this.systems = systems;
    }

    /// As the window has it, which says once where it is.
    static LogAsText asSeen(ZoneId zone) {
        return new LogAsText("HH:mm:ss.SSS", zone, Systems.LEFT_OUT);
    }

    /// With the day and the system, for whoever finds the file later.
    static LogAsText ofManySystems(ZoneId zone) {
        return new LogAsText("yyyy-MM-dd HH:mm:ss.SSS", zone, Systems.NAMED);
    }

    @Override
    public void append(LogCursor line, StringBuilder into) {
        time.formatTo(line.at(), into);
        into.append(BETWEEN).append(who(line.source())).append(BETWEEN)
                .append(line.level().isEmpty() ? LogForm.kind(line) : LineText.of(line.level()).first())
                .append(BETWEEN);
        text(LineText.plain(line.text()), into);
    }

    private String who(LogSource source) {
        String module = source.slug().isEmpty() ? "connection" : LineText.of(source.slug()).first();
        String system = source.systemName().isEmpty() ? source.systemId() : source.systemName();
        return systems == Systems.LEFT_OUT || system.isEmpty() ? module
                : LineText.of(system).first() + " / " + module;
    }

    @Override
    public void note(Instant at, String text, StringBuilder into) {
        time.formatTo(at, into);
        into.append(BETWEEN).append("Placewatch").append(BETWEEN).append("note").append(BETWEEN);
        text(text, into);
    }

    private static void text(String text, StringBuilder into) {
        into.append(text.indexOf('\n') < 0 ? text : text.replace("\n", "\n" + FURTHER)).append('\n');
    }
}
