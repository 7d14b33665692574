package placewatch.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// A file that keeps something over restarts. Any thread may call, one at a time gets in; reads and writes files, so never the JavaFX
/// thread. A reader of the file sees the old or the new text, never a half of one; a broken file is set aside, never
/// overwritten.
public final class KeptFile<T> {

    private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path file;
    private final InstantSource clock;
    private final Format<T> format;
    private Optional<Loaded<T>> lookedAt = Optional.empty();

    public KeptFile(Path file, Format<T> format, InstantSource clock) {
        this.format = format;
        this.file = file.toAbsolutePath();
        this.clock = clock;
    }

    /// Where it lies.
    public Path path() {
        return file;
    }

    public synchronized Loaded<T> load() {
        Loaded<T> loaded = read();
        lookedAt = Optional.of(loaded);
        return loaded;
    }

    /// Writes at once: the caller decides how often.
    public synchronized Saved save(T kept) {
        // whoever saves without having loaded must not write over what is broken either
        Loaded<T> there = lookedAt.orElseGet(this::load);
        if (there instanceof Loaded.OutOfReach<T>(var _, Path _, String why)) {
            return new Saved.NotSaved(file, "the file that is there can't be read (" + why + ")");
        }
        try {
            replace(format.write(kept));
            return new Saved.Done(file);
        } catch (IOException e) {
            LOG.warn("{} could not be saved to {}", format.called(), file, e);
            return new Saved.NotSaved(file, reason(e));
        }
    }

    private Loaded<T> read() {
        try {
            return new Loaded.AsSaved<>(format.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException _) {
            return new Loaded.FirstStart<>(format.initial());
        } catch (JacksonException e) {
            return setAside(e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return setAside(e.getMessage());
        } catch (IOException e) {
            return setAside(reason(e));
        }
    }

    private Loaded<T> setAside(String why) {
        try {
            Path moved = moveAside();
            LOG.warn("{} were broken ({}) and set aside as {}", format.called(), why, moved);
            return new Loaded.SetAside<>(format.initial(), moved, why);
        } catch (IOException e) {
            LOG.warn("{} can neither be read ({}) nor set aside", format.called(), why, e);
            return new Loaded.OutOfReach<>(format.initial(), file, why);
        }
    }

    private Path moveAside() throws IOException {
        String name = file.getFileName() + ".broken-" + STAMP.format(clock.instant());
        Path target = file.resolveSibling(name);
        for (int again = 2; ; again++) {
            try {
                return Files.move(file, target);
            } catch (FileAlreadyExistsException _) {
                target = file.resolveSibling(name + "-" + again);
            }
        }
    }

    private void replace(byte[] text) throws IOException {
        Files.createDirectories(file.getParent());
        Path whole = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(text);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                // else a power cut may leave the new name on an empty file
                channel.force(true);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }
}
