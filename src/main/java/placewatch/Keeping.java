package placewatch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.settings.Format;
import placewatch.settings.Kept;
import placewatch.settings.KeptFile;
import placewatch.settings.Loaded;
import placewatch.settings.Saved;

/// One file of the workspace: read once, and written a moment after what it keeps has changed, so that neither a crash
/// nor a power cut costs more than that moment.
final class Keeping<T> implements Kept<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final KeptFile<T> file;
    private final Format<T> format;
    private final ScheduledExecutorService disk;
    private final Loaded<T> loaded;
    private final AtomicReference<T> latest;
    private final AtomicBoolean due = new AtomicBoolean();

    /// Reads the file, so not on the JavaFX thread.
    ///
    Keeping(KeptFile<T> file, Format<T> format, ScheduledExecutorService disk) {
        this.file = file;
        this.format = format;
        this.disk = disk;
        loaded = file.load();
        latest = new AtomicReference<>(loaded.kept());
    }

    /// What the person should know about the file; empty when all is well.
    Optional<String> trouble() {
        return trouble(format, loaded);
    }

    static <T> Optional<String> trouble(Format<T> format, Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.AsSaved<T> _, Loaded.FirstStart<T> _ -> Optional.empty();
            case Loaded.SetAside<T>(var _, var moved, String why) -> Optional.of(
                    format.called() + " could not be read (" + why + "). They were set aside as " + moved + ".");
            case Loaded.OutOfReach<T>(var _, var path, String why) -> Optional.of(
                    format.called() + " in " + path + " can't be read (" + why + "), so nothing will be saved there.");
        };
    }

    @Override
    public T latest() {
        return latest.get();
    }

    @Override
    public void keep(T next) {
        if (!next.equals(latest.getAndSet(next)) && !due.getAndSet(true)) {
            disk.schedule(this::save, SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Writes what has changed. Any thread but JavaFX's.
    void save() {
        if (due.getAndSet(false) && file.save(latest.get()) instanceof Saved.NotSaved(var path, String why)) {
            LOG.warn("{} are not saved in {}: {}", format.called(), path, why);
        }
    }
}
