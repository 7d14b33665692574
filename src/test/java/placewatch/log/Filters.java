package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import placewatch.protocol.ModuleAddress;

/// Filters and lines for tests.
final class Filters {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Filters() {
    }

    static LogFilter filter(String text) {
        return switch (FilterReader.read(text)) {
            case FilterReading.Read(LogFilter filter) -> filter;
            case FilterReading.Faulty(FilterFault fault) -> throw new AssertionError(text + ": " + fault);
        };
    }

    static FilterFault fault(String text) {
        return switch (FilterReader.read(text)) {
            case FilterReading.Read(LogFilter filter) -> throw new AssertionError(text + " is read as " + filter);
            case FilterReading.Faulty(FilterFault fault) -> fault;
        };
    }

    static LogSource module(String slug, String system, String name) {
        return LogSource.of(ModuleAddress.ofSlug(system, slug), "mod-" + slug, name);
    }

    static boolean takes(String filter, LogSource source, LogEntry.Kind kind, String level, long secondsAgo, String text) {
        LogStore store = new LogStore(10, 1 << 20);
        store.append(NOW.minusSeconds(secondsAgo), source, kind, level, text);
        LogWindow window = store.window();
        LogCursor cursor = window.cursor();
        window.moveTo(cursor, 0);
        FilterMatcher matcher = filter(filter).matcher();
        boolean takes = matcher.matches(cursor, NOW);
        assertThat(matcher.matches(cursor, NOW)).as("asked again").isEqualTo(takes);
        return takes;
    }

    static boolean takes(String filter, String text) {
        return takes(filter, module("Display_1", "sys-1", "Boardroom 2.01"), LogEntry.Kind.DEBUG, "debug", 1, text);
    }
}
