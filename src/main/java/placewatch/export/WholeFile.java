package placewatch.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a file in the place of what is there once it is whole. Any thread but the JavaFX one.
final class WholeFile {

    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

    private WholeFile() {
    }

    /// What the file is to hold.
    interface Content {

        void write(OutputStream out) throws IOException;
    }

    static SavedExport put(Path file, Content content) {
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
            replace(wanted, content);
            return new SavedExport.Saved(wanted);
        } catch (IOException e) {
            LOG.info("An export could not be saved to {}", wanted, e);
            return new SavedExport.NotSaved(wanted, FileTrouble.cause(e), FileTrouble.reason(e));
        } catch (ReadOnlyFileSystemException e) {
            LOG.info("An export could not be saved to {}", wanted, e);
            return new SavedExport.NotSaved(wanted, SavedExport.Cause.NOT_ALLOWED, "read-only file system");
        }
    }

    private static void replace(Path wanted, Content content) throws IOException {
        // a link goes on leading to the file
        Path file = Files.exists(wanted) ? wanted.toRealPath() : wanted;
        // not by createTempFile, whose files nobody else may read
        Path whole = file.resolveSibling(".placewatch-" + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.write(Channels.newOutputStream(channel));
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
}
