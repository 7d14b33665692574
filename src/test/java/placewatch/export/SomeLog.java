package placewatch.export;

import java.time.Instant;
import java.time.ZoneId;
import placewatch.log.LogEntry.Kind;
import placewatch.log.LogSource;
import placewatch.log.LogStore;
import placewatch.protocol.ModuleAddress;

/// A log that the tests fill.
final class SomeLog {

    static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
    static final Instant AT = Instant.parse("2026-11-25T15:15:03.123456Z");
    static final LogSource DISPLAY =
            LogSource.of(new ModuleAddress("sys-1", "Display", 1), "mod-7", "Boardroom 2.01");

    private SomeLog() {
    }

    static LogStore of(String... texts) {
        LogStore store = empty(1_000_000);
        for (String text : texts) {
            add(store, text);
        }
        return store;
    }

    static LogStore empty(int mostLines) {
        return new LogStore(mostLines, 1L << 30);
    }

    static void add(LogStore store, String text) {
        store.append(AT, DISPLAY, Kind.DEBUG, "warn", text);
    }

    static void addNumbered(LogStore store, int from, int to) {
        for (int i = from; i < to; i++) {
            add(store, "line " + i);
        }
    }
}
