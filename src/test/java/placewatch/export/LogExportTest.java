package placewatch.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static placewatch.export.SomeLog.AT;
import static placewatch.export.SomeLog.ZONE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import placewatch.log.LineText;
import placewatch.log.LogEntry.Kind;
import placewatch.log.LogSource;
import placewatch.log.LogStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lines of the log, taken away.
class LogExportTest {

    private static final String NASTY = "=1+1 \u001B[31mred\u001B[0m \u202Eevil \"q\", x\r\nsecond\u0007\nthird\n";

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private String saved(LogStore store, LogFormat format) throws IOException {
        Path file = folder.resolve("a." + format.extension());
        SavedLog ended = LogExport.save(file, LogLinesToTake.all(store.window()), format, ZONE, () -> false);
        assertThat(ended).isEqualTo(new SavedLog.Written(file, store.window().size(), Files.size(file), 0));
        return Files.readString(file);
    }

    private static String copied(LogStore store, LogFormat format) {
        return ((CopiedLog.Text) LogExport.copy(LogLinesToTake.all(store.window()), format, ZONE, () -> false)).text();
    }

    private static LogStore mixed() {
        LogStore store = SomeLog.of("lamp is hot", NASTY);
        store.append(AT, LogSource.CONNECTION, Kind.STREAM, "", "connection lost");
        store.append(AT, SomeLog.DISPLAY, Kind.EXEC, "", "power(true)");
        return store;
    }

    @Test
    void textIsAsItIsSeen() throws IOException {
        assertThat(saved(mixed(), LogFormat.TEXT)).isEqualTo("""
                2026-11-26 02:15:03.123  Boardroom 2.01 / Display_1  warn  lamp is hot
                2026-11-26 02:15:03.123  Boardroom 2.01 / Display_1  warn  =1+1 red ⟦RLO⟧evil "q", x
                    second␇
                    third
                2026-11-26 02:15:03.123  connection  stream  connection lost
                2026-11-26 02:15:03.123  Boardroom 2.01 / Display_1  exec  power(true)
                """);
        assertThat(copied(mixed(), LogFormat.TEXT)).startsWith("02:15:03.123  Display_1  warn  lamp is hot\n");
    }

    @Test
    void jsonLinesHaveTheTextAsItCame() throws IOException {
        String text = saved(mixed(), LogFormat.JSON_LINES);
        assertThat(copied(mixed(), LogFormat.JSON_LINES)).isEqualTo(text);
        List<JsonNode> rows = text.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1).path("text").stringValue()).isEqualTo(NASTY);
        assertThat(rows.get(0).toString()).isEqualTo("{\"time\":\"2026-11-26T02:15:03.123+11:00\",\"system\":\"sys-1\","
                + "\"systemName\":\"Boardroom 2.01\",\"module\":\"Display_1\",\"moduleId\":\"mod-7\",\"level\":\"warn\","
                + "\"kind\":\"debug\",\"text\":\"lamp is hot\"}");
        assertThat(rows.get(2).path("module").isNull()).isTrue();
        assertThat(rows.get(2).path("kind").stringValue()).isEqualTo("stream");
    }

    @Test
    void csvIsGuarded() throws IOException {
        String text = saved(mixed(), LogFormat.CSV);
        assertThat(text).startsWith("\uFEFFTime,System,").contains("\r\n");
        List<List<String>> rows = SeparatedReader.csv(text.substring(1));
        assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(row).hasSize(8));
        assertThat(rows.get(2)).containsExactly("2026-11-26T02:15:03.123+11:00", "sys-1", "Boardroom 2.01", "Display_1",
                "mod-7", "warn", "debug", "'" + LineText.plain(NASTY));
    }

    @Test
    void whateverIsInALineItComesBackFromJsonAndCsv() throws IOException {
        Random random = new Random(5);
        LogStore store = SomeLog.empty(1_000);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(20), 0, 0x300).forEach(text::appendCodePoint);
            SomeLog.add(store, text.append(i).toString());
        }
        List<JsonNode> json = saved(store, LogFormat.JSON_LINES).lines()
                .map(line -> JsonMapper.shared().readTree(line)).toList();
        List<List<String>> csv = SeparatedReader.csv(saved(store, LogFormat.CSV).substring(1));
        for (int i = 0; i < 300; i++) {
            String raw = store.window().entry(i).orElseThrow().text();
            assertThat(json.get(i).path("text").stringValue()).isEqualTo(raw);
            assertThat(csv.get(i + 1).get(7)).isEqualTo(FormulaGuard.on(LineText.plain(raw)));
        }
    }

    @Test
    void onlyTheChosenAreTakenInTheirOrderAndThoseThatAreGoneAreCounted() {
        LogStore store = SomeLog.empty(4096);
        SomeLog.addNumbered(store, 0, 10_000);
        LogLinesToTake some = new LogLinesToTake(store.window(), () -> LongStream.of(3, 9_000, 8_000, 70_000));
        assertThat(LogExport.copy(some, LogFormat.TEXT, ZONE, () -> false)).isEqualTo(new CopiedLog.Text(
                "02:15:03.123  Display_1  warn  line 9000\n02:15:03.123  Display_1  warn  line 8000\n", 2, 2));
        assertThat(LogExport.save(folder.resolve("a.log"), some, LogFormat.TEXT, ZONE, () -> false))
                .isInstanceOfSatisfying(SavedLog.Written.class, it -> assertThat(it.gone()).isEqualTo(2));
    }

    @Test
    void tooMuchToCopyIsSaid() {
        LogStore store = SomeLog.of("x".repeat(500), "y".repeat(600));
        assertThat(LogExport.copy(LogLinesToTake.all(store.window()), LogFormat.TEXT, ZONE, () -> false, 1_000))
                .isInstanceOfSatisfying(CopiedLog.TooMuch.class,
                        it -> assertThat(it.sentence()).contains("Export them to a file"));
        assertThat(LogExport.copy(LogLinesToTake.all(store.window()), LogFormat.TEXT, ZONE, () -> true))
                .isEqualTo(new CopiedLog.Cancelled());
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void onceGivenUpItLeavesNothingBehind(LogFormat format) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        LogStore store = SomeLog.empty(1_000_000);
        SomeLog.addNumbered(store, 0, 3_000);
        AtomicInteger asked = new AtomicInteger();
        assertThat(LogExport.save(file, LogLinesToTake.all(store.window()), format, ZONE,
                () -> asked.incrementAndGet() > 2_000)).isEqualTo(new SavedLog.Cancelled(file));
        Thread.currentThread().interrupt();
        SavedLog ended = LogExport.save(file, LogLinesToTake.all(store.window()), format, ZONE, () -> false);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).isEqualTo(new SavedLog.Cancelled(file));
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void whatTheDiskRefusesIsASentence() throws IOException {
        LogLinesToTake lines = LogLinesToTake.all(SomeLog.of("x").window());
        Path gone = folder.resolve("gone").resolve("a.log");
        assertThat(LogExport.save(gone, lines, LogFormat.TEXT, ZONE, () -> false)).isEqualTo(new SavedLog.Failed(
                new SavedExport.NotSaved(gone, SavedExport.Cause.NO_SUCH_FOLDER, "")));
        assertThat(new SavedExport.NotSaved(gone, SavedExport.Cause.NO_SUCH_FOLDER, "").sentence())
                .isEqualTo("Nothing was saved to " + gone + ": there is no such folder. Choose another place.");
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        assertThat(FileTrouble.cause(catchThrowableOfType(IOException.class,
                () -> Files.write(full, new byte[10])))).isEqualTo(SavedExport.Cause.DISK_FULL);
    }

    @Test
    void aFolderThatMayNotBeWrittenIsSaid() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeTrue(!Files.isWritable(folder));
            assertThat(LogExport.save(folder.resolve("a.log"), LogLinesToTake.all(SomeLog.of("x").window()),
                    LogFormat.TEXT, ZONE, () -> false)).isInstanceOfSatisfying(SavedLog.Failed.class,
                            it -> assertThat(it.why().sentence()).contains("you may not write there"));
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFileIsProposedAName() {
        assertThat(ExportName.of(List.of("Boardroom 2.01", "log"), AT, ZONE, LogFormat.JSON_LINES))
                .isEqualTo("Boardroom-2.01_log_2026-11-26T02-15.jsonl");
    }
}
