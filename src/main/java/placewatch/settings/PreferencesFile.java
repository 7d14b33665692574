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

/// The preferences on disk. Any thread may call, one at a time gets in; reads and writes files, so never the JavaFX
/// thread. A reader of the file sees the old or the new text, never a half of one; a broken file is set aside, never
/// overwritten.
public final class PreferencesFile {

    private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path file;
    private final InstantSource clock;
    private final PreferencesJson json = new PreferencesJson();
    private Optional<LoadedPreferences> lookedAt = Optional.empty();

    public PreferencesFile(Path file, InstantSource clock) {
        this.file = file.toAbsolutePath();
        this.clock = clock;
    }

    public synchronized LoadedPreferences load() {
        LoadedPreferences loaded = read();
        lookedAt = Optional.of(loaded);
        return loaded;
    }

    /// Writes at once: the caller decides how often.
    public synchronized SavedPreferences save(Preferences preferences) {
        // whoever saves without having loaded must not write over what is broken either
        LoadedPreferences there = lookedAt.orElseGet(this::load);
        if (there instanceof LoadedPreferences.OutOfReach(Path _, String why)) {
            return new SavedPreferences.NotSaved(file, "the file that is there can't be read (" + why + ")");
        }
        try {
            replace(json.write(preferences));
            return new SavedPreferences.Saved(file);
        } catch (IOException e) {
            LOG.warn("Preferences could not be saved to {}", file, e);
            return new SavedPreferences.NotSaved(file, reason(e));
        }
    }

    private LoadedPreferences read() {
        try {
            return new LoadedPreferences.Kept(json.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException _) {
            return new LoadedPreferences.FirstStart();
        } catch (JacksonException e) {
            return setAside(e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return setAside(e.getMessage());
        } catch (IOException e) {
            return setAside(reason(e));
        }
    }

    private LoadedPreferences setAside(String why) {
        try {
            Path moved = moveAside();
            LOG.warn("Preferences were broken ({}) and set aside as {}", why, moved);
            return new LoadedPreferences.SetAside(moved, why);
        } catch (IOException e) {
            LOG.warn("Preferences can neither be read ({}) nor set aside", why, e);
            return new LoadedPreferences.OutOfReach(file, why);
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
