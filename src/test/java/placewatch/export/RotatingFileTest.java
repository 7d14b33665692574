package placewatch.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static placewatch.export.SomeLog.ZONE;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import placewatch.log.LogStore;
import tools.jackson.databind.json.JsonMapper;

/// The log in a file of the person's choice, as it comes.
class RotatingFileTest {

    private static final RotatingFile.Pace QUICK =
            new RotatingFile.Pace(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(10));

    @TempDir
    private Path folder;

    private final List<FileState> told = new CopyOnWriteArrayList<>();
    private final List<RotatingFile> started = new ArrayList<>();
    private final LogStore store = SomeLog.empty(1_000_000);

    @AfterEach
    void endsWithoutAThread() {
        started.forEach(RotatingFile::close);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(it -> it.getName().equals("placewatch-log-file"));
    }

    private static ConditionFactory await() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    private Path file() {
        return folder.resolve("log.txt");
    }

    private RotatingFile start(LogStore from, long most, int kept, LogFormat format, AppendedFile.Opener opener) {
        RotatingFile file = RotatingFile.start(from, new Rotation(file(), most, kept, format, ZONE), opener, QUICK,
                InstantSource.system(), told::add);
        started.add(file);
        await().until(() -> !told.isEmpty());
        return file;
    }

    private RotatingFile start(long most, int kept) {
        return start(store, most, kept, LogFormat.TEXT, AppendedFile::onDisk);
    }

    private static List<String> texts(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.substring(line.lastIndexOf("  ") + 2)).toList();
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i).toList();
    }

    /// A disk that is full now and then: it takes half of what it is given before it says so.
    private static final class SmallDisk implements AppendedFile.Opener {

        private final AtomicBoolean full = new AtomicBoolean();

        @Override
        public OutputStream append(Path file) throws IOException {
            return new FilterOutputStream(AppendedFile.onDisk(file)) {
                @Override
                public void write(byte[] bytes) throws IOException {
                    if (full.get()) {
                        out.write(bytes, 0, bytes.length / 2);
                        throw new IOException("No space left on device");
                    }
                    out.write(bytes);
                }
            };
        }
    }

    @Test
    void everyLineThatComesIsWrittenAndCloseWritesTheLast() throws IOException {
        SomeLog.add(store, "before");
        RotatingFile file = start(1_000_000_000, 3);
        SomeLog.addNumbered(store, 0, 5_000);
        await().untilAsserted(() -> assertThat(file.state()).isEqualTo(
                new FileState.Writing(file(), Files.size(file()), 5_000, 0)));
        SomeLog.addNumbered(store, 5_000, 5_100);
        file.close();
        assertThat(texts(file())).isEqualTo(numbered(0, 5_100));
        assertThat(file.state()).isEqualTo(new FileState.Off());
        assertThat(told).last().isEqualTo(new FileState.Off());
        file.close();
    }

    @Test
    void aFullFileIsPutAsideAndTheOldestGo() throws IOException {
        RotatingFile file = start(2_000, 3);
        SomeLog.addNumbered(store, 100, 300);
        file.close();
        List<String> all = new ArrayList<>();
        for (String name : List.of("log.txt.3", "log.txt.2", "log.txt.1", "log.txt")) {
            assertThat(Files.size(folder.resolve(name))).isLessThanOrEqualTo(2_000);
            all.addAll(texts(folder.resolve(name)));
        }
        assertThat(all).isEqualTo(numbered(300 - all.size(), 300)).hasSizeGreaterThan(60);
        assertThat(folder.resolve("log.txt.4")).doesNotExist();
    }

    @Test
    void keepingNoneKeepsOnlyTheNewest() throws IOException {
        start(2_000, 0);
        SomeLog.addNumbered(store, 100, 300);
        SomeLog.add(store, "x".repeat(5_000));
        started.getFirst().close();
        assertThat(texts(file())).containsExactly("x".repeat(5_000));
        assertThat(folder.toFile().list()).containsExactly("log.txt");
    }

    @Test
    void aFileThatIsThereGoesOn() throws IOException {
        Files.writeString(file(), "half a line");
        RotatingFile file = start(1_000_000, 1);
        SomeLog.add(store, "two\nlines");
        file.close();
        assertThat(Files.readString(file())).startsWith("half a line\n2026-").endsWith("  two\n    lines\n");
    }

    @Test
    void jsonLines() throws IOException {
        RotatingFile file = start(store, 1_000_000, 1, LogFormat.JSON_LINES, AppendedFile::onDisk);
        SomeLog.add(store, "two\nlines");
        file.close();
        assertThat(Files.readAllLines(file())).singleElement().satisfies(line ->
                assertThat(JsonMapper.shared().readTree(line).path("text").stringValue()).isEqualTo("two\nlines"));
    }

    @Test
    void aFullDiskIsToldHurtsNobodyAndNothingIsLostOrTwice() throws IOException {
        SmallDisk disk = new SmallDisk();
        RotatingFile file = start(store, 1_000_000, 1, LogFormat.TEXT, disk);
        SomeLog.addNumbered(store, 0, 10);
        await().until(() -> file.state() instanceof FileState.Writing it && it.lines() == 10);
        disk.full.set(true);
        SomeLog.addNumbered(store, 10, 20);
        await().untilAsserted(() -> assertThat(file.state()).isInstanceOfSatisfying(FileState.Failed.class,
                it -> assertThat(it.sentence()).contains("the disk is full. Make room there")));
        SomeLog.addNumbered(store, 20, 30);
        assertThat(store.window().size()).isEqualTo(30);
        disk.full.set(false);
        await().until(() -> file.state() instanceof FileState.Writing it && it.lines() == 30 && it.missed() == 0);
        file.close();
        List<String> lines = texts(file());
        assertThat(lines.get(10)).startsWith("Nothing could be written to this file from ").endsWith("No line is missing.");
        lines = new ArrayList<>(lines);
        lines.remove(10);
        assertThat(lines).isEqualTo(numbered(0, 30));
    }

    @Test
    void whatTheRingDroppedMeanwhileIsCountedInTheFile() throws IOException {
        LogStore small = SomeLog.empty(100);
        SmallDisk disk = new SmallDisk();
        RotatingFile file = start(small, 10_000_000, 1, LogFormat.TEXT, disk);
        disk.full.set(true);
        SomeLog.addNumbered(small, 0, 10_000);
        await().until(() -> file.state() instanceof FileState.Failed);
        disk.full.set(false);
        long first = small.window().first();
        await().untilAsserted(() -> assertThat(file.state()).isInstanceOfSatisfying(FileState.Writing.class, it -> {
            assertThat(it.missed()).isEqualTo(first);
            assertThat(it.lines()).isEqualTo(10_000 - first);
        }));
        file.close();
        assertThat(texts(file()).getFirst()).contains(String.format("%,d lines are missing here", first));
        assertThat(texts(file()).subList(1, (int) (10_001 - first))).isEqualTo(numbered((int) first, 10_000));
    }

    @Test
    void aDiskThatIsTooSlowHoldsNobodyUp() throws IOException {
        LogStore small = SomeLog.empty(100);
        Semaphore turns = new Semaphore(0);
        RotatingFile file = start(small, 10_000_000, 1, LogFormat.TEXT, where -> new FilterOutputStream(
                AppendedFile.onDisk(where)) {
            @Override
            public void write(byte[] bytes) throws IOException {
                turns.acquireUninterruptibly();
                out.write(bytes);
            }
        });
        SomeLog.add(small, "line 0");
        await().until(turns::hasQueuedThreads);
        SomeLog.addNumbered(small, 1, 20_000);
        turns.release(1_000_000);
        file.close();
        assertThat(told).anySatisfy(state -> assertThat(state).isInstanceOfSatisfying(FileState.Writing.class, it -> {
            assertThat(it.missed()).isPositive();
            assertThat(it.missed() + it.lines()).isEqualTo(20_000);
        }));
        assertThat(texts(file())).last().isEqualTo("line 19999");
    }

    @Test
    void aFolderThatGoesIsToldAndOneThatComesBackIsUsed() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("logs"));
        Path path = inner.resolve("a.txt");
        RotatingFile file = RotatingFile.start(store, new Rotation(path, 1_000_000, 1, LogFormat.TEXT, ZONE),
                AppendedFile::onDisk, QUICK, InstantSource.system(), told::add);
        started.add(file);
        SomeLog.add(store, "line 0");
        await().until(() -> file.state() instanceof FileState.Writing it && it.lines() == 1);
        Files.delete(path);
        await().until(() -> Files.exists(path));
        Files.delete(path);
        boolean gone = false;
        while (!gone) {
            try {
                Files.deleteIfExists(path);
                Files.delete(inner);
                gone = true;
            } catch (IOException _) {
                Thread.onSpinWait();
            }
        }
        await().untilAsserted(() -> assertThat(file.state()).isInstanceOfSatisfying(FileState.Failed.class,
                it -> assertThat(it.sentence()).contains("there is no such folder")));
        SomeLog.add(store, "line 1");
        Files.createDirectory(inner);
        await().until(() -> file.state() instanceof FileState.Writing it && it.lines() == 2);
        assertThat(texts(path)).hasSize(2).last().isEqualTo("line 1");
    }

    @Test
    void aFolderInPlaceOfTheFileIsTold() {
        RotatingFile file = RotatingFile.start(store, new Rotation(folder, 1_000_000, 1, LogFormat.TEXT, ZONE),
                AppendedFile::onDisk, QUICK, InstantSource.system(), told::add);
        started.add(file);
        await().untilAsserted(() -> assertThat(file.state()).isInstanceOfSatisfying(FileState.Failed.class,
                it -> assertThat(it.sentence()).contains("that is a folder")));
    }

    @Test
    void linesFromManyThreadsAllArrive() throws Exception {
        RotatingFile file = start(20_000, 1_000);
        Thread[] threads = new Thread[4];
        for (int t = 0; t < 4; t++) {
            threads[t] = Thread.ofPlatform().start(() -> SomeLog.addNumbered(store, 0, 2_500));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        file.close();
        long lines = 0;
        for (String name : folder.toFile().list()) {
            lines += Files.readAllLines(folder.resolve(name)).size();
        }
        assertThat(lines).isEqualTo(10_000);
    }

    @Test
    void aDiskThatHangsIsNotWaitedForForEver() {
        Semaphore never = new Semaphore(0);
        RotatingFile file = RotatingFile.start(store, new Rotation(file(), 1_000_000, 1, LogFormat.TEXT, ZONE),
                where -> new FilterOutputStream(AppendedFile.onDisk(where)) {
                    @Override
                    public void write(byte[] bytes) throws IOException {
                        try {
                            never.acquire();
                        } catch (InterruptedException _) {
                            Thread.currentThread().interrupt();
                            throw new InterruptedIOException("interrupted");
                        }
                    }
                }, new RotatingFile.Pace(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(50)),
                InstantSource.system(), told::add);
        started.add(file);
        SomeLog.add(store, "line 0");
        await().until(never::hasQueuedThreads);
        file.close();
        assertThat(file.state()).isEqualTo(new FileState.Off());
        assertThat(never.hasQueuedThreads()).isFalse();
    }

    @Test
    void whatNoFileCanBeIsRefused() {
        assertThatThrownBy(() -> new Rotation(file(), 0, 1, LogFormat.TEXT, ZONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rotation(file(), 9, -1, LogFormat.TEXT, ZONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rotation(file(), 9, 1, LogFormat.CSV, ZONE)).isInstanceOf(IllegalArgumentException.class);
    }
}
