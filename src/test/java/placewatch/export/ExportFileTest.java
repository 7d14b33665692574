package placewatch.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An export on the disk.
class ExportFileTest {

    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final ExportTable TABLE = new ExportTable(List.of("ü"), List.of(List.of(Cell.json("1"))));

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void csvBeginsWithAByteOrderMarkAndJsonDoesNot() throws IOException {
        Path csv = folder.resolve("a.csv");
        assertThat(ExportFile.save(csv, TABLE, ExportFormat.CSV, ZONE)).isEqualTo(new SavedExport.Saved(csv));
        assertThat(Files.readString(csv)).isEqualTo("\uFEFFü\r\n1\r\n");
        assertThat(Files.readAllBytes(csv)).startsWith(0xEF, 0xBB, 0xBF, 0xC3, 0xBC);
        Path json = folder.resolve("a.json");
        ExportFile.save(json, TABLE, ExportFormat.JSON, ZONE);
        assertThat(Files.readString(json)).isEqualTo("[\n{\"ü\":1}\n]\n");
        assertThat(names()).containsExactlyInAnyOrder("a.csv", "a.json");
    }

    @Test
    void whatWasThereIsReplacedAndALinkGoesOnLeadingThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        assertThat(ExportFile.save(link, TABLE, ExportFormat.JSON, ZONE)).isEqualTo(new SavedExport.Saved(link));
        assertThat(Files.readString(file)).isEqualTo("[\n{\"ü\":1}\n]\n");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aFolderThatIsGoneIsTold() {
        Path file = folder.resolve("gone").resolve("a.csv");
        assertThat(ExportFile.save(file, TABLE, ExportFormat.CSV, ZONE))
                .isEqualTo(new SavedExport.NotSaved(file, SavedExport.Cause.NO_SUCH_FOLDER, ""));
    }

    @Test
    void soIsAFolderInPlaceOfTheFile() throws IOException {
        assertThat(ExportFile.save(folder, TABLE, ExportFormat.CSV, ZONE))
                .isEqualTo(new SavedExport.NotSaved(folder, SavedExport.Cause.IS_A_FOLDER, ""));
        assertThat(names()).isEmpty();
    }

    @Test
    void aFolderThatMayNotBeWrittenIsToldAndWhatIsThereStays() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            // whoever may do everything can't be kept out
            assumeTrue(!Files.isWritable(folder));
            assertThat(ExportFile.save(file, TABLE, ExportFormat.CSV, ZONE)).isInstanceOfSatisfying(
                    SavedExport.NotSaved.class, it -> assertThat(it.cause()).isEqualTo(SavedExport.Cause.NOT_ALLOWED));
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void aFileThatMayOnlyBeReadStays() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assumeTrue(!Files.isWritable(file));
        assertThat(ExportFile.save(file, TABLE, ExportFormat.CSV, ZONE)).isInstanceOfSatisfying(
                SavedExport.NotSaved.class, it -> assertThat(it.cause()).isEqualTo(SavedExport.Cause.NOT_ALLOWED));
        assertThat(Files.readString(file)).isEqualTo("old");
    }

    @Test
    void onceGivenUpItLeavesNothingBehind() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        Thread.currentThread().interrupt();
        SavedExport ended = ExportFile.save(file, TABLE, ExportFormat.CSV, ZONE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).isInstanceOfSatisfying(SavedExport.NotSaved.class,
                it -> assertThat(it.cause()).isEqualTo(SavedExport.Cause.STOPPED));
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(names()).containsExactly("a.csv");
    }
}
