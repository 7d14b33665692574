package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.protocol.Subscription;

class LogStoreTest {

    private static final LogSource DISPLAY = Filters.module("Display_1", "sys-1", "Boardroom 2.01");
    private static final long PLENTY = 1L << 40;

    private static void append(LogStore store, long line) {
        store.append(Filters.NOW.plusMillis(line), DISPLAY, LogEntry.Kind.DEBUG, "info", text(line));
    }

    private static String text(long line) {
        return "line " + line + "ä€🙂".substring((int) (line % 3));
    }

    private static void assertHolds(LogStore store, long first, long end, long dropped) {
        LogWindow window = store.window();
        assertThat(List.of(window.first(), window.end(), window.size(), window.dropped()))
                .as("first, end, size, dropped").containsExactly(first, end, end - first, dropped);
        assertThat(window.entry(first - 1)).isEmpty();
        assertThat(window.entry(end)).isEmpty();
        for (long number = first; number < end; number++) {
            assertThat(window.entry(number)).contains(new LogEntry(number, Filters.NOW.plusMillis(number), DISPLAY,
                    LogEntry.Kind.DEBUG, "info", text(number)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, Chunk.LINES - 1, Chunk.LINES, Chunk.LINES + 1, 3 * Chunk.LINES})
    void aRingHoldsExactlyItsLines(int lines) {
        LogStore store = new LogStore(lines, PLENTY);
        for (long line = 0; line < 20; line++) {
            append(store, line);
        }
        assertHolds(store, Math.max(0, 20 - lines), 20, Math.max(0, 20 - lines));
        for (long line = 20; line < 20_011; line++) {
            append(store, line);
        }
        assertHolds(store, 20_011 - lines, 20_011, 20_011 - lines);
    }

    @Test
    void aRingOfBytesGoesByWholeChunks() {
        long most = 3 * (17L * Chunk.LINES + 200L * Chunk.LINES);
        LogStore store = new LogStore(1_000_000, most);
        for (int line = 0; line < 50_000; line++) {
            store.append(Filters.NOW, DISPLAY, LogEntry.Kind.DEBUG, "info", "x".repeat(200));
            assertThat(store.window().bytes()).isLessThanOrEqualTo(most);
        }
        LogWindow window = store.window();
        assertThat(window.first()).isPositive().isEqualTo(window.dropped());
        assertThat(window.size()).isGreaterThan(Chunk.LINES);
        assertThat(window.entry(window.first()).orElseThrow().text()).hasSize(200);
    }

    @Test
    void aLineLongerThanTheRingIsKeptUntilTheNextChunk() {
        LogStore store = new LogStore(10, 1_000);
        store.append(Filters.NOW, DISPLAY, LogEntry.Kind.DEBUG, "info", "x".repeat(20 << 20));
        assertThat(store.window().entry(0).orElseThrow().text()).hasSize(20 << 20);
        append(store, 1);
        LogWindow window = store.window();
        assertThat(List.of(window.first(), window.end(), window.dropped())).containsExactly(1L, 2L, 1L);
        assertThat(window.entry(1).orElseThrow().text()).isEqualTo(text(1));
    }

    @Test
    void randomStepsComeToWhatAPlainListComesTo() {
        Random random = new Random(7);
        for (int run = 0; run < 8; run++) {
            int most = 1 + random.nextInt(6_000);
            LogStore store = new LogStore(most, PLENTY);
            long first = 0;
            long end = 0;
            long dropped = 0;
            for (int step = 0; step < 30; step++) {
                switch (random.nextInt(6)) {
                    case 0 -> {
                        store.clear();
                        first = end;
                    }
                    case 1 -> {
                        most = 1 + random.nextInt(6_000);
                        store.mostLines(most);
                    }
                    default -> {
                        int count = random.nextInt(3_000);
                        for (int i = 0; i < count; i++) {
                            append(store, end++);
                        }
                    }
                }
                long from = Math.max(first, end - most);
                dropped += from - first;
                first = from;
                LogWindow window = store.window();
                assertThat(List.of(window.first(), window.end(), window.dropped()))
                        .as("run %d, step %d", run, step).containsExactly(first, end, dropped);
                if (first < end) {
                    long any = first + random.nextLong(end - first);
                    assertThat(window.entry(any).orElseThrow().text()).isEqualTo(text(any));
                    assertThat(window.entry(first).orElseThrow().text()).isEqualTo(text(first));
                }
            }
            assertThat(store.mostLines()).isEqualTo(most);
        }
    }

    @Test
    void aWindowStaysReadableWhateverBecomesOfItsLines() {
        LogStore store = new LogStore(5_000, PLENTY);
        for (long line = 0; line < 5_000; line++) {
            append(store, line);
        }
        LogWindow before = store.window();
        store.clear();
        for (long line = 5_000; line < 20_000; line++) {
            append(store, line);
        }
        for (long line = 0; line < 5_000; line += 111) {
            assertThat(before.entry(line).orElseThrow().text()).isEqualTo(text(line));
        }
        assertThat(before.entry(5_000)).isEmpty();
    }

    @Test
    void linesOfSeveralThreadsAreReadWholeAndEachThreadsInItsOrder() throws InterruptedException {
        LogStore store = new LogStore(7_000, PLENTY);
        AtomicReference<Throwable> fault = new AtomicReference<>();
        List<Thread> appenders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            LogSource source = Filters.module("Display_" + (i + 1), "sys-1", "");
            appenders.add(Thread.ofPlatform().start(() -> {
                for (int line = 0; line < 20_000; line++) {
                    store.append(Filters.NOW, source, LogEntry.Kind.DEBUG, "level" + line % 7,
                            line + " " + source.slug() + " " + "é".repeat(line % 90) + " " + line);
                }
            }));
        }
        Runnable look = () -> {
            try {
                while (appenders.stream().anyMatch(Thread::isAlive)) {
                    assertWhole(store.window());
                }
            } catch (Throwable e) {
                fault.compareAndSet(null, e);
            }
        };
        List<Thread> readers = List.of(Thread.ofPlatform().start(look), Thread.ofPlatform().start(look));
        for (Thread thread : appenders) {
            thread.join();
        }
        for (Thread thread : readers) {
            thread.join();
        }
        assertThat(fault.get()).isNull();
        assertThat(store.window().end()).isEqualTo(60_000);
        assertThat(store.window().dropped()).isEqualTo(53_000);
        assertWhole(store.window());
    }

    private static void assertWhole(LogWindow window) {
        Map<LogSource, Integer> last = new HashMap<>();
        LogCursor cursor = window.cursor();
        for (long number = window.first(); number < window.end(); number++) {
            window.moveTo(cursor, number);
            String[] parts = cursor.text().split(" ");
            int line = Integer.parseInt(parts[0]);
            if (parts.length != 4 || !parts[1].equals(cursor.source().slug()) || parts[2].length() != line % 90
                    || !parts[3].equals(parts[0]) || !cursor.level().equals("level" + line % 7)
                    || last.getOrDefault(cursor.source(), -1) >= line) {
                throw new AssertionError("line " + number + " is " + cursor.entry());
            }
            last.put(cursor.source(), line);
        }
    }

    @Test
    void moreWordsForLevelsThanCanBeNamedStayInTheText() {
        LogStore store = new LogStore(10, PLENTY);
        for (int i = 1; i < 1 << 16; i++) {
            store.append(Filters.NOW, DISPLAY, LogEntry.Kind.DEBUG, "level" + i, "text");
        }
        assertThat(store.window().entry(65_534).orElseThrow().level()).isEqualTo("level65535");
        store.append(Filters.NOW, DISPLAY, LogEntry.Kind.DEBUG, "another", "text");
        assertThat(store.window().entry(65_535).orElseThrow())
                .returns("", LogEntry::level).returns("[another] text", LogEntry::text);
    }

    @Test
    void whoListensIsToldOfEachLineUntilTheyLeave() {
        LogStore store = new LogStore(10, PLENTY);
        AtomicInteger told = new AtomicInteger();
        Subscription hearing = store.onLine(told::incrementAndGet);
        append(store, 0);
        append(store, 1);
        hearing.close();
        append(store, 2);
        assertThat(told).hasValue(2);
    }

    @Test
    void timesKeepTheirMicroseconds() {
        LogStore store = new LogStore(10, PLENTY);
        Instant at = Instant.parse("1969-12-31T23:59:59.123456Z");
        store.append(at.plusNanos(789), DISPLAY, LogEntry.Kind.EXEC, "", "");
        assertThat(store.window().entry(0).orElseThrow()).returns(at, LogEntry::at)
                .returns("", LogEntry::text).returns(LogEntry.Kind.EXEC, LogEntry::kind);
    }
}
