package placewatch.simulator.building;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A clock that follows a real one; owns the thread `simulator-building`, on which everything due runs.
final class FlowingTimeline implements Timeline {
    private static final Logger LOG = LoggerFactory.getLogger(FlowingTimeline.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private final InstantSource clock;
    private final Agenda agenda = new Agenda();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean closed;

    private FlowingTimeline(InstantSource clock) {
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("simulator-building").daemon().unstarted(this::work);
    }

    static FlowingTimeline following(InstantSource clock) {
        FlowingTimeline timeline = new FlowingTimeline(clock);
        timeline.thread.start();
        return timeline;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void at(Instant due, Runnable work) {
        lock.lock();
        try {
            if (!closed) {
                boolean sooner = agenda.next().map(due::isBefore).orElse(true);
                agenda.add(due, work);
                if (sooner) {
                    changed.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Duration lag(Duration usual) {
        return usual;
    }

    private void work() {
        try {
            Optional<Agenda.Entry> entry = await();
            while (entry.isPresent()) {
                run(entry.get().work());
                entry = await();
            }
        } catch (InterruptedException interrupted) {
            LOG.warn("the demo building's thread was interrupted: the building stands still", interrupted);
        }
    }

    /// Waits for the next entry to fall due; empty once closed.
    private Optional<Agenda.Entry> await() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Instant now = clock.instant();
                Optional<Agenda.Entry> entry = agenda.take(now);
                if (entry.isPresent()) {
                    return entry;
                }
                Optional<Instant> next = agenda.next();
                if (next.isPresent()) {
                    changed.await(Duration.between(now, next.get()).toNanos(), TimeUnit.NANOSECONDS);
                } else {
                    changed.await();
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.error("something in the demo building failed; the rest of it goes on", fault);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            agenda.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (Thread.currentThread() != thread) {
            try {
                if (!thread.join(PATIENCE)) {
                    LOG.warn("the demo building's thread is still busy after {}", PATIENCE);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
