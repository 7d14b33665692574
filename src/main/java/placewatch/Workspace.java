package placewatch;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.settings.AppPaths;
import placewatch.settings.Format;
import placewatch.settings.Kept;
import placewatch.settings.KeptFile;

/// What the screens of one server keep over restarts, a file for each. Any thread but JavaFX's.
final class Workspace implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);

    private final Optional<Path> folder;
    private final ScheduledThreadPoolExecutor disk = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("placewatch-workspace").daemon().factory());
    private final List<Keeping<?>> files = new ArrayList<>();

    /// @param paths  empty for a window that leaves no trace
    /// @param server its address, written always in the same way
    Workspace(Optional<AppPaths> paths, String server) {
        folder = paths.map(known -> known.workspace(server));
        disk.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// What is kept under that name, read now.
    <T> Kept<T> part(String name, Format<T> format) {
        if (folder.isEmpty()) {
            return Kept.forNow(format.initial());
        }
        Keeping<T> file = new Keeping<>(
                new KeptFile<>(folder.get().resolve(name + ".json"), format, InstantSource.system()), format, disk);
        files.add(file);
        return file;
    }

    /// What the person should know about the files, as sentences.
    List<String> troubles() {
        return files.stream().flatMap(file -> file.trouble().stream()).toList();
    }

    /// Writes what has changed.
    @Override
    public void close() {
        // not interrupted: a file that is being written is written to its end
        disk.shutdown();
        try {
            if (!disk.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("The workspace in {} is still being written", folder);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        files.forEach(Keeping::save);
    }
}
