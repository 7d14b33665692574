package placewatch.chaos;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Inbox;

/// Plays the JavaFX thread: drains an inbox once every 16 ms for 4 ms at most, as the pulse pump does, and runs what
/// it is told in between. Whatever fails on it fails the test.
final class Screen implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(16);
    private static final Duration BUDGET = Duration.ofMillis(4);

    private final Inbox inbox = new Inbox(() -> { });
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("chaos-pulse").factory());
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

    Inbox inbox() {
        return inbox;
    }

    /// Begins to pulse.
    void begin(Runnable beforeDrain, Runnable afterDrain) {
        thread.scheduleWithFixedDelay(() -> guarded(() -> {
            beforeDrain.run();
            inbox.drain(System.nanoTime() + BUDGET.toNanos());
            afterDrain.run();
        }), 0, PERIOD.toNanos(), TimeUnit.NANOSECONDS);
    }

    void run(Runnable task) {
        thread.execute(() -> guarded(task));
    }

    <T> T ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, thread).join();
    }

    @Nullable Throwable fault() {
        return fault.get();
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            fault.compareAndSet(null, e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
