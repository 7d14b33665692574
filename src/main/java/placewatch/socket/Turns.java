package placewatch.socket;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who may touch a socket's state: one at a time, either the schedule's thread, which runs timers and what callers ask
/// for, or the connection's read thread with a frame.
///
/// Callers' threads only ever post, so a listener that calls back into the socket can't block or be overtaken, and
/// what listeners hear is in order. The lock is fair: a flood of frames must not keep a ping or an exec waiting.
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Schedule schedule;

    Turns(Schedule schedule) {
        this.schedule = schedule;
    }

    /// The schedule's time, to measure with. Any thread.
    long nanoTime() {
        return schedule.nanoTime();
    }

    /// Runs the work in a turn on the schedule's thread, after what was posted before. False once closed.
    boolean post(Runnable work) {
        return schedule.soon(() -> run(work));
    }

    /// Runs the work in a turn on the schedule's thread and waits for what it says; empty if its turn did not come in
    /// time or it failed. Call outside of a turn.
    <T> Optional<T> ask(Supplier<T> work, Duration patience) throws InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (!post(() -> answer.complete(work.get()))) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("No answer from the socket thread within {}", patience, e);
            return Optional.empty();
        }
    }

    /// Runs the work in a turn on the schedule's thread, later. Call in a turn.
    Future<?> after(Duration delay, Runnable work) {
        assertMine();
        return schedule.after(delay, () -> run(work));
    }

    /// Runs the work in turns on the schedule's thread, again and again.
    void every(Duration period, Runnable work) {
        schedule.every(period, () -> run(work));
    }

    /// Asks again and again on the schedule's thread, outside of a turn as asking may take its time; each yes gets
    /// the work done in a turn. The question must not throw.
    void whenever(Duration period, BooleanSupplier question, Runnable work) {
        schedule.every(period, () -> {
            if (question.getAsBoolean()) {
                run(work);
            }
        });
    }

    /// Runs the work in a turn on this thread, waiting for it if need be.
    void run(Runnable work) {
        turn.lock();
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The socket failed at something; going on", e);
        } catch (Error e) {
            LOG.error("The socket failed at something", e);
            throw e;
        } finally {
            turn.unlock();
        }
    }

    boolean mine() {
        return turn.isHeldByCurrentThread();
    }

    void assertMine() {
        assert mine() : "outside of a turn";
    }

    /// Ends the schedule: nothing that was posted but not begun is done. Call outside of a turn.
    void close(Duration patience) throws InterruptedException {
        closeNow();
        schedule.awaitEnd(patience);
    }

    /// The same without waiting for it.
    void closeNow() {
        schedule.close();
    }
}
