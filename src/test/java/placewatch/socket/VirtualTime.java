package placewatch.socket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Time that passes only when a test says so, on the test's own thread. What is asked for soon is done at once, unless
/// something else is under way: then right after that.
final class VirtualTime implements Schedule, InstantSource {

    private static final class Task extends FutureTask<Void> {
        private final long due;
        private final long number;

        Task(long due, long number, Runnable work) {
            super(work, null);
            this.due = due;
            this.number = number;
        }
    }

    private final PriorityQueue<Task> later = new PriorityQueue<>(
            Comparator.<Task>comparingLong(task -> task.due).thenComparingLong(task -> task.number));
    private final Queue<Runnable> soon = new ArrayDeque<>();
    private Instant wall = Instant.parse("2026-08-01T12:00:00Z");
    private long nanos = 1_000_000_000;
    private long tasks;
    private boolean busy;
    private boolean closed;

    /// Lets time pass; everything that falls due on the way is done at its moment.
    void pass(Duration time) {
        long until = nanos + time.toNanos();
        while (!later.isEmpty() && later.peek().due <= until) {
            Task next = later.remove();
            moveTo(next.due);
            perform(next);
        }
        moveTo(until);
    }

    /// The computer sleeps: nothing is done, and the measuring clock stands still, as on Linux and macOS.
    void sleep(Duration time) {
        wall = wall.plus(time);
    }

    /// The computer sleeps: nothing is done meanwhile, but the measuring clock goes on, as on Windows. What fell due
    /// is late.
    void sleepMeasured(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    private void moveTo(long moment) {
        if (moment > nanos) {
            wall = wall.plusNanos(moment - nanos);
            nanos = moment;
        }
    }

    private void perform(Runnable work) {
        soon.add(work);
        if (busy) {
            return;
        }
        busy = true;
        try {
            while (!soon.isEmpty()) {
                soon.remove().run();
            }
        } finally {
            busy = false;
        }
    }

    @Override
    public Instant instant() {
        return wall;
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public boolean soon(Runnable work) {
        if (!closed) {
            perform(work);
        }
        return !closed;
    }

    @Override
    public Future<?> after(Duration delay, Runnable work) {
        Task task = new Task(nanos + delay.toNanos(), tasks++, work);
        if (!closed) {
            later.add(task);
        }
        return task;
    }

    @Override
    public void every(Duration period, Runnable work) {
        after(period, () -> {
            work.run();
            every(period, work);
        });
    }

    @Override
    public void close() {
        closed = true;
        later.clear();
    }

    @Override
    public boolean awaitEnd(Duration patience) {
        return true;
    }
}
