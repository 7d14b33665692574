package placewatch.export;

import java.io.IOException;
import java.nio.file.ReadOnlyFileSystemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.log.LogStore;

/// Writes every line that comes into a log from now on to a file, on a thread of its own, until it is closed. It keeps
/// no lines: it reads them from the ring at its own pace, so a slow disk holds nobody up. What the ring had to drop
/// meanwhile is counted, and a line in the file says so.
public final class RotatingFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RotatingFile.class);

    private final Rotation rotation;
    private final Pace pace;
    private final LogToFile lines;
    private final Consumer<FileState> listener;
    private final Thread thread;
    private final Object door = new Object();
    private volatile FileState state = new FileState.Off();
    private boolean closing;

    /// How often it looks for lines, how long it waits after the disk failed, and how long closing waits for the disk.
    record Pace(Duration look, Duration again, Duration close) {

        /// Looking rather than being told: adding a line costs no more than without a file.
        static final Pace USUAL = new Pace(Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    private RotatingFile(LogStore store, Rotation rotation, AppendedFile.Opener opener, Pace pace, InstantSource clock,
            Consumer<FileState> listener) {
        this.rotation = rotation;
        this.pace = pace;
        this.listener = listener;
        lines = new LogToFile(store, rotation, new AppendedFile(rotation, opener), clock);
        thread = Thread.ofPlatform().name("placewatch-log-file").daemon().unstarted(this::run);
    }

    /// Begins; a place that can't be written is told to the listener like any other trouble.
    ///
    /// @param listener told of each other state on this file's thread, a few times a second at most; must return soon
    public static RotatingFile start(LogStore store, Rotation rotation, Consumer<FileState> listener) {
        return start(store, rotation, AppendedFile::onDisk, Pace.USUAL, InstantSource.system(), listener);
    }

    static RotatingFile start(LogStore store, Rotation rotation, AppendedFile.Opener opener, Pace pace,
            InstantSource clock, Consumer<FileState> listener) {
        RotatingFile file = new RotatingFile(store, rotation, opener, pace, clock, listener);
        file.thread.start();
        return file;
    }

    /// How it is. Any thread.
    public FileState state() {
        return state;
    }

    /// Where it writes and how.
    public Rotation rotation() {
        return rotation;
    }

    private void run() {
        try {
            Duration pause = write();
            while (pause(pause)) {
                pause = write();
            }
            // whoever was interrupted has been waited for long enough
            if (!Thread.interrupted()) {
                write();
            }
            become(new FileState.Off());
        } catch (RuntimeException e) {
            LOG.error("Writing the log to {} ended", rotation.file(), e);
            become(new FileState.Failed(rotation.file(), "The log is not being written to " + rotation.file()
                    + " any more: a fault of this program ended it. Turn it off and on again."));
        } finally {
            lines.end();
        }
    }

    /// @return how long to wait before the next time
    private Duration write() {
        try {
            become(lines.write());
            return pace.look();
        } catch (IOException e) {
            failed(FileTrouble.cause(e), FileTrouble.reason(e));
            return pace.again();
        } catch (ReadOnlyFileSystemException _) {
            failed(SavedExport.Cause.NOT_ALLOWED, "read-only file system");
            return pace.again();
        }
    }

    private void failed(SavedExport.Cause cause, String detail) {
        String why = FileTrouble.sentence(cause, detail);
        if (!(state instanceof FileState.Failed)) {
            LOG.info("The log can't be written to {}: {} ({})", rotation.file(), cause, detail);
        }
        lines.failed();
        become(new FileState.Failed(rotation.file(), "The log is not being written to " + rotation.file() + ": " + why
                + " It is tried again every " + pace.again().toSeconds() + " seconds."));
    }

    private void become(FileState next) {
        if (!next.equals(state)) {
            state = next;
            listener.accept(next);
        }
    }

    /// @return false when it is to end
    private boolean pause(Duration duration) {
        long until = System.nanoTime() + duration.toNanos();
        synchronized (door) {
            try {
                long left = duration.toNanos();
                while (!closing && left > 0) {
                    door.wait(Math.max(1, left / 1_000_000));
                    left = until - System.nanoTime();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
            return !closing;
        }
    }

    /// Writes what has come so far and ends. Waits for the disk, ten seconds at most: not for the JavaFX thread.
    @Override
    public void close() {
        synchronized (door) {
            closing = true;
            door.notifyAll();
        }
        try {
            if (!thread.join(pace.close())) {
                LOG.warn("The disk did not take the last lines for {} in time", rotation.file());
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
