package placewatch.control.takeaway;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import placewatch.control.Copied;
import placewatch.export.CopiedLog;
import placewatch.export.ExportFile;
import placewatch.export.ExportFormat;
import placewatch.export.ExportName;
import placewatch.export.ExportTable;
import placewatch.export.LogExport;
import placewatch.export.LogFormat;
import placewatch.export.LogLinesToTake;
import placewatch.export.SavedExport;
import placewatch.export.SavedLog;
import placewatch.protocol.Subscription;

/// Carries tables out of the program, to the clipboard or to files. There is one for all screens. Called on the JavaFX
/// thread and answers there; it writes on threads of its own, which end with their work and finish it when the window is
/// closed meanwhile.
public final class Carrier {

    private final SaveChooser chooser;
    private final Executor javaFx;
    private final InstantSource clock;
    private final ZoneId zone;
    private Subscription copying = () -> { };

    /// @param chooser asks where a file goes
    /// @param javaFx  runs what it is given on the JavaFX thread
    /// @param zone    whose offset the times have
    public Carrier(SaveChooser chooser, Executor javaFx, InstantSource clock, ZoneId zone) {
        this.chooser = chooser;
        this.javaFx = javaFx;
        this.clock = clock;
        this.zone = zone;
    }

    /// Now, to the millisecond: what ages are counted to.
    public Instant now() {
        return clock.instant();
    }

    /// Whose offset the times have.
    public ZoneId zone() {
        return zone;
    }

    /// Puts what `text` makes on the clipboard, then runs `done`. What is copied next takes its place.
    void copy(Supplier<String> text, Runnable done) {
        copying.close();
        copying = work(text, made -> {
            Copied.text(made);
            done.run();
        });
    }

    /// Where an export goes; empty for nowhere.
    ///
    /// @param about what it is about, from the large to the small
    Optional<Path> ask(@Nullable Window owner, List<String> about, ExportFormat format) {
        return chooser.choose(owner, ExportName.of(about, now(), zone, format),
                new FileKind(TakeawayTexts.kind(format), format.extension()));
    }

    /// The same for lines of the log.
    Optional<Path> ask(@Nullable Window owner, List<String> about, LogFormat format, FileKind kind) {
        return chooser.choose(owner, ExportName.of(about, now(), zone, format), kind);
    }

    /// Puts lines of the log on the clipboard. What is copied next takes its place.
    void copyLog(Supplier<CopiedLog> text, Consumer<CopiedLog> then) {
        copying.close();
        copying = work(text, made -> {
            if (made instanceof CopiedLog.Text whole) {
                Copied.text(whole.text());
            }
            then.accept(made);
        });
    }

    /// Saves lines of the log. Closing gives it up, and `then` hears nothing more.
    Subscription saveLog(Path file, LogLinesToTake lines, LogFormat format, Consumer<SavedLog> then) {
        return work(() -> LogExport.save(file, lines, format, zone, Thread.currentThread()::isInterrupted), then);
    }

    /// Saves a table. Closing gives it up, and `then` hears nothing more.
    Subscription save(Path file, ExportTable table, ExportFormat format, Consumer<SavedExport> then) {
        return work(() -> ExportFile.save(file, table, format, zone), then);
    }

    /// Runs `task` on the JavaFX thread after that time. No animation, which would keep the window drawing meanwhile.
    void after(Duration time, Runnable task) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, javaFx).execute(task);
    }

    private <T> Subscription work(Supplier<T> task, Consumer<T> then) {
        AtomicBoolean wanted = new AtomicBoolean(true);
        Thread thread = Thread.ofPlatform().name("placewatch-export").start(() -> {
            T made = task.get();
            javaFx.execute(() -> {
                if (wanted.get()) {
                    then.accept(made);
                }
            });
        });
        return () -> {
            wanted.set(false);
            thread.interrupt();
        };
    }
}
