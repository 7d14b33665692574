package placewatch.bench;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import placewatch.log.FilterMatcher;
import placewatch.log.FilterReader;
import placewatch.log.FilterReading;
import placewatch.log.LogCursor;
import placewatch.log.LogEntry;
import placewatch.log.LogFilter;
import placewatch.log.LogSource;
import placewatch.log.LogStore;
import placewatch.log.LogWindow;
import placewatch.protocol.ModuleAddress;

/// How long a filter takes a line, over a log of a million lines of about a hundred bytes, on one thread. For looking at,
/// no row of the benchmark.
final class FilterSpeed {

    private static final int LINES = 1_000_000;
    private static final int ROUNDS = 7;

    private static final String[] FILTERS = {"", "level:warn+", "volume", "volume hdmi", "volume level:debug", "volume hdmi level:debug,warn+", "volume or hdmi", "-volume -hdmi",
        "\"power state\"", "zzz", "e", "mod:Display sys:sys-7", "age:5m", "größe", "größe höhe", "/vol(ume)?\\s+\\d+/",
        "/volume/", "/.*volume/", "/hdmi[0-9] .*power/", "/vol\\w+/ level:warn+", "/.*.*.*.*q/ level:fatal"};

    private static final String[] WORDS = {"power", "state", "Received", "hdmi1", "hdmi2", "volume", "response", "0x41",
        "{\"input\":true}", "queue", "sending", "command", "timeout", "after", "ms", "connected", "socket", "display",
        "retry", "success"};

    private static final String[] LEVELS = {"debug", "debug", "debug", "info", "info", "notice", "warn", "error"};

    private FilterSpeed() { }

    public static void main(String[] args) {
        LogWindow window = lines();
        System.out.printf("%,d lines, %,d MB%n", window.size(), window.bytes() >> 20);
        // all filters once before the first is measured: none is measured while it is the only one that was ever used
        for (String text : FILTERS) {
            run(window, text);
        }
        for (String text : FILTERS) {
            double[] nanos = new double[ROUNDS];
            long count = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long began = System.nanoTime();
                count = run(window, text);
                nanos[round] = (System.nanoTime() - began) / (double) window.size();
            }
            Arrays.sort(nanos);
            System.out.printf("%-34s %8.1f ns a line (%.1f to %.1f), %,9d lines%n", text, nanos[ROUNDS / 2], nanos[0],
                    nanos[ROUNDS - 1], count);
        }
    }

    private static long run(LogWindow window, String text) {
        if (!(FilterReader.read(text) instanceof FilterReading.Read(LogFilter filter))) {
            throw new IllegalArgumentException(text + " is no filter");
        }
        FilterMatcher matcher = filter.matcher();
        LogCursor cursor = window.cursor();
        Instant now = Instant.now();
        long count = 0;
        for (long number = window.first(); number < window.end(); number++) {
            window.moveTo(cursor, number);
            count += matcher.matches(cursor, now) ? 1 : 0;
        }
        return count;
    }

    private static LogWindow lines() {
        Random random = new Random(1);
        LogStore store = new LogStore(LINES, 1L << 30);
        LogSource[] sources = new LogSource[200];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = LogSource.of(new ModuleAddress("sys-" + i / 10, i % 2 == 0 ? "Display" : "Camera", 1 + i % 10 / 2),
                    "mod-" + i, "Room " + i / 10);
        }
        Instant now = Instant.now();
        for (int i = 0; i < LINES; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 95) {
                text.append(WORDS[random.nextInt(random.nextInt(WORDS.length) + 1)]).append(' ')
                        .append(random.nextInt(1_000)).append(' ');
            }
            if (i % 50 == 0) {
                text.append("Größe");
            }
            store.append(now.minusMillis(LINES - i), sources[random.nextInt(sources.length)], LogEntry.Kind.DEBUG,
                    LEVELS[random.nextInt(LEVELS.length)], text.toString());
        }
        return store.window();
    }
}
