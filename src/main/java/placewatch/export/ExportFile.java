package placewatch.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saves an export to a file: whoever looks sees the file that was there before or the new one, never half of it. Any
/// thread but the JavaFX one, as disks take their time; an interrupt gives it up.
public final class ExportFile {

    private static final Logger LOG = LoggerFactory.getLogger(ExportFile.class);

    private ExportFile() {
    }

    /// Writes the whole table in place of what is there.
    public static SavedExport save(Path file, ExportTable table, ExportFormat format, ZoneId zone) {
        Path wanted = file.toAbsolutePath();
        if (Files.isDirectory(wanted)) {
            return new SavedExport.NotSaved(wanted, SavedExport.Cause.IS_A_FOLDER, "");
        }
        if (!Files.isDirectory(wanted.getParent())) {
            return new SavedExport.NotSaved(wanted, SavedExport.Cause.NO_SUCH_FOLDER, "");
        }
        if (Files.exists(wanted) && !Files.isWritable(wanted)) {
            // to put another in its place would be allowed, and is not what its owner wants
            return new SavedExport.NotSaved(wanted, SavedExport.Cause.NOT_ALLOWED, "the file may not be written");
        }
        try {
            replace(wanted, table, format, zone);
            return new SavedExport.Saved(wanted);
        } catch (IOException e) {
            LOG.info("An export could not be saved to {}", wanted, e);
            return new SavedExport.NotSaved(wanted, cause(e), reason(e));
        } catch (ReadOnlyFileSystemException e) {
            LOG.info("An export could not be saved to {}", wanted, e);
            return new SavedExport.NotSaved(wanted, SavedExport.Cause.NOT_ALLOWED, "read-only file system");
        }
    }

    private static void replace(Path wanted, ExportTable table, ExportFormat format, ZoneId zone) throws IOException {
        // a link goes on leading to the file
        Path file = Files.exists(wanted) ? wanted.toRealPath() : wanted;
        // not by createTempFile, whose files nobody else may read
        Path whole = file.resolveSibling(".placewatch-" + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                Writer out = new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(channel), utf8()));
                format.writeFile(table, zone, out);
                out.flush();
                // else a power cut may leave the new name on an empty file
                channel.force(true);
            }
            move(whole, file);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void move(Path whole, Path file) throws IOException {
        try {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            // some network drives; the file is written by now, and this is the best they do
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Half a character becomes the sign for what can't be written.
    private static CharsetEncoder utf8() {
        return StandardCharsets.UTF_8.newEncoder().replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8))
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    private static SavedExport.Cause cause(IOException e) {
        String words = reason(e).toLowerCase(Locale.ROOT);
        if (e instanceof ClosedByInterruptException) {
            return SavedExport.Cause.STOPPED;
        }
        if (e instanceof AccessDeniedException || words.contains("read-only") || words.contains("permission denied")) {
            return SavedExport.Cause.NOT_ALLOWED;
        }
        return words.contains("no space") || words.contains("not enough space") || words.contains("quota")
                ? SavedExport.Cause.DISK_FULL : SavedExport.Cause.OTHER;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }
}
