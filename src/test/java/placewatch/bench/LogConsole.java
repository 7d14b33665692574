package placewatch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import placewatch.control.Theme;
import placewatch.log.LogEntry;
import placewatch.log.LogSource;
import placewatch.log.LogStore;
import placewatch.log.LogWindow;
import placewatch.model.log.LogStream;
import placewatch.protocol.ModuleAddress;
import placewatch.socket.DebugPhase;

/// The program's console: under a debug stream that comes through the socket as any other, under new filters, and what
/// its lines take in memory. Drawn in software on the headless platform.
final class LogConsole {

    private static final String MODULE = "mod-bench";
    private static final ModuleAddress ADDRESS = new ModuleAddress("sys-bench01", "Display", 1);
    private static final int LINES = 1_000_000;

    /// A piece is of so many lines, and there is one every so many nanoseconds: 50,000 lines a second.
    private static final int PIECE = 500;
    private static final long PIECE_NANOS = 10_000_000;

    /// One line in so many, 50 ms, is looked for on screen.
    private static final int MARKED = 2_500;

    private static final int WARM_SECONDS = 15;
    private static final int SECONDS = 60;
    private static final int NAIVE_SECONDS = 15;
    private static final int ROUNDS = 5;

    private record Asked(String name, String filter, Predicate<String> naive) { }

    private static final List<Asked> FILTERS = List.of(
            new Asked("words", "volume hdmi", NaiveConsole.words("volume", "hdmi")),
            new Asked("a level", "level:warn+", line -> line.startsWith("warn") || line.startsWith("error")),
            new Asked("an expression", "/vol(ume)?\\s+7\\d+/", NaiveConsole.expression("vol(ume)?\\s+7\\d+")));

    private LogConsole() { }

    public static void main(String[] args) throws Exception {
        memory();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        LogStand.fx(() -> {
            Theme.loadFonts();
            Theme.DARK.apply();
            return true;
        });
        load(naiveLoad());
        filters();
        System.exit(0);
    }

    private static void until(BooleanSupplier holds, String what) {
        long patience = System.nanoTime() + 60_000_000_000L;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("waited a minute for " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static void rest(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static double liveHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// Of lines as they are shown: the naive keeps the text alone.
    private static void memory() {
        long bytes = 0;
        double before = liveHeap();
        LogStore store = new LogStore(LINES, 1L << 40);
        LogLines lines = new LogLines(1);
        for (int i = 0; i < LINES; i++) {
            String text = lines.text();
            bytes += LogLines.bytes(text);
            store.append(Instant.now(), LogSource.of(ADDRESS, MODULE, "Room"), LogEntry.Kind.DEBUG, lines.level(), text);
        }
        double ours = (liveHeap() - before) / store.window().size();
        store.clear();
        before = liveHeap();
        List<String> naive = new ArrayList<>();
        LogLines again = new LogLines(1);
        for (int i = 0; i < LINES; i++) {
            naive.add(again.text());
        }
        double theirs = (liveHeap() - before) / naive.size();
        double text = (double) bytes / LINES;
        System.out.printf("%,d lines of %.1f bytes on average: %.1f bytes each in memory%n", LINES, text, ours);
        Benchmark.say(Row.atMost("log: memory a line, of %.0f bytes on average".formatted(text), ours, theirs, "bytes",
                2 * text + 64));
    }

    private static NaiveConsole naiveLoad() throws Exception {
        NaiveConsole naive = LogStand.fx(() -> new NaiveConsole(LogStand.SCREEN));
        naive.load(new LogLines(2), PIECE, PIECE_NANOS, NAIVE_SECONDS);
        LogStand.fx(() -> {
            naive.close();
            return true;
        });
        return naive;
    }

    private static void load(NaiveConsole naive) throws Exception {
        try (FrameSource source = new FrameSource(); LogStand stand = new LogStand(source.address())) {
            until(() -> stand.isLive(), "the connection");
            LogStream stream = LogStand.fx(() -> {
                LogStream made = stand.connection().logs().stream(ADDRESS, MODULE, "Room");
                stand.connection().logs().start(made);
                return made;
            });
            until(() -> stream.phaseProperty().get() instanceof DebugPhase.Streaming, "the stream");
            LogStand.fx(() -> {
                stand.console().filterTextProperty().set("volume");
                return true;
            });
            Marks marks = new Marks(stand, stand.connection().logs().store().window().end());
            LogStand.fx(() -> {
                stand.scene().addPostLayoutPulseListener(marks::look);
                return true;
            });
            Thread talk = Thread.ofPlatform().daemon().name("bench-talk").start(() -> talk(source));
            rest(WARM_SECONDS * 1_000L);
            Pulses pulses = LogStand.fx(() -> {
                marks.latencies.clear();
                return new Pulses().begin();
            });
            long before = source.sent();
            long began = System.nanoTime();
            rest(SECONDS * 1_000L);
            double rate = (source.sent() - before) * 1e9 / (System.nanoTime() - began);
            LogStand.fx(pulses::end);
            source.stop();
            talk.join();
            LogStore store = stand.connection().logs().store();
            until(() -> stand.connection().figures().debugLines() >= source.sent(), "the last line");
            LogWindow end = store.window();
            long lost = source.sent() - (end.end() - marks.first);
            System.out.printf("%,d lines sent, %,d came, the ring dropped %,d and holds %,d; %,d marked lines seen; "
                    + "half of them within %.1f ms, the slowest %.1f ms; worst gap between pulses %.1f ms%n",
                    source.sent(), end.end() - marks.first, end.dropped(), end.size(), marks.latencies.size(),
                    Pulses.share(marks.latencies, 0.5), Pulses.share(marks.latencies, 1), pulses.worstGap());
            if (marks.latencies.size() < SECONDS * 19) {
                throw new IllegalStateException("only " + marks.latencies.size() + " marked lines were seen");
            }
            Benchmark.say(Row.atLeast("log: lines sent through the socket for a minute", rate, Double.NaN, "lines/s",
                    49_500));
            Benchmark.say(Row.atMost("log: of those lost before the ring", lost, Double.NaN, "lines", 0));
            Benchmark.say(Row.atLeast("log: pulses, filtered and followed", pulses.perSecond(),
                    naive.pulses().perSecond(), "pulses/s", 55));
            Benchmark.say(Row.atMost("log: 99 % of lines on screen after", Pulses.share(marks.latencies, 0.99),
                    naive.latency(0.99), "ms", 100));
        }
    }

    private static void talk(FrameSource source) {
        LogLines lines = new LogLines(3);
        byte[][] pieces = new byte[MARKED / PIECE * 20][];
        for (int piece = 0; piece < pieces.length; piece++) {
            List<String> levels = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < PIECE; i++) {
                boolean marked = i == 0 && piece % (MARKED / PIECE) == 0;
                levels.add(lines.level());
                texts.add(marked ? "marked " + lines.text(70) + "volume" : lines.text(90));
            }
            pieces[piece] = FrameSource.lines(MODULE, levels, texts);
        }
        try {
            source.drip(PIECE, PIECE_NANOS, piece -> pieces[(int) (piece % pieces.length)]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void filters() throws Exception {
        NaiveConsole naive = LogStand.fx(() -> new NaiveConsole(LogStand.SCREEN));
        double[] theirs = new double[FILTERS.size()];
        LogLines texts = new LogLines(4);
        List<String> levels = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            levels.add(texts.level());
            lines.add(levels.getLast() + " " + texts.text(90));
        }
        int[] expected = new int[FILTERS.size()];
        LogStand.fx(() -> {
            naive.fill(lines);
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < FILTERS.size(); i++) {
                    long began = System.nanoTime();
                    naive.filter(FILTERS.get(i).naive());
                    theirs[i] = Math.max(theirs[i], (System.nanoTime() - began) / 1e6);
                    expected[i] = naive.size();
                    naive.filter(_ -> true);
                }
            }
            naive.close();
            return true;
        });
        try (FrameSource source = new FrameSource(); LogStand stand = new LogStand(source.address())) {
            until(() -> stand.isLive(), "the connection");
            LogStore store = stand.connection().logs().store();
            stand.clear();
            for (int i = 0; i < LINES; i++) {
                store.append(Instant.now(), LogSource.of(ADDRESS, MODULE, "Room"), LogEntry.Kind.DEBUG, levels.get(i),
                        lines.get(i).substring(levels.get(i).length() + 1));
            }
            lines.clear();
            for (int i = 0; i < FILTERS.size(); i++) {
                Asked asked = FILTERS.get(i);
                double screenful = 0;
                double count = 0;
                double gap = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    stand.answered("");
                    rest(300);
                    Pulses pulses = LogStand.fx(() -> new Pulses().begin());
                    rest(100);
                    LogStand.Answered answered = stand.answered(asked.filter());
                    rest(300);
                    LogStand.fx(pulses::end);
                    if (answered.lines() != expected[i]) {
                        throw new IllegalStateException(asked + " takes " + answered.lines() + ", not " + expected[i]);
                    }
                    System.out.printf("%s, round %d: screenful %.1f ms, count of %,d %.1f ms, worst gap %.1f ms%n",
                            asked.filter(), round + 1, answered.screenful(), answered.lines(), answered.count(),
                            pulses.worstGap());
                    screenful = Math.max(screenful, answered.screenful());
                    count = Math.max(count, answered.count());
                    gap = Math.max(gap, pulses.worstGap());
                }
                String name = "log: new filter over 1,000,000 lines, " + asked.name() + ": ";
                Benchmark.say(Row.atMost(name + "first screenful", screenful, theirs[i], "ms", 150));
                Benchmark.say(Row.atMost(name + "full count", count, theirs[i], "ms", 1_500));
                Benchmark.say(Row.atMost(name + "worst gap between pulses", gap, theirs[i], "ms", 50));
            }
        }
    }

    /// When marked lines were on screen, or newer ones that took their place before anybody could see them.
    private static final class Marks {
        private final LogStand stand;
        private final long first;
        private final List<Double> latencies = new ArrayList<>();
        private long next;

        Marks(LogStand stand, long first) {
            this.stand = stand;
            this.first = first;
            next = first;
        }

        void look() {
            Instant moment = stand.connection().now();
            LogWindow window = stand.connection().logs().store().window();
            for (; next <= stand.sheet().seenUntil(); next += MARKED) {
                LogEntry entry = window.entry(next).orElseThrow();
                if (!entry.text().startsWith("marked ")) {
                    throw new IllegalStateException("line " + next + " is not the marked one: " + entry);
                }
                latencies.add(Duration.between(entry.at(), moment).toNanos() / 1e6);
            }
        }
    }
}
