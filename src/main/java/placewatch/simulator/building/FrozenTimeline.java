package placewatch.simulator.building;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A clock that stands still until it is moved; needs no thread.
final class FrozenTimeline implements Timeline {
    private final Agenda agenda = new Agenda();
    private final Object moving = new Object();
    private volatile Instant now;
    private volatile boolean closed;

    FrozenTimeline(Instant now) {
        this.now = now;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void at(Instant due, Runnable work) {
        synchronized (agenda) {
            if (!closed) {
                agenda.add(due, work);
            }
        }
    }

    @Override
    public Duration lag(Duration usual) {
        return Duration.ZERO;
    }

    /// Runs everything that falls due on the way, on the calling thread; while it runs, the clock shows its time.
    void advance(Duration time) {
        synchronized (moving) {
            Instant target = now.plus(time);
            Optional<Agenda.Entry> entry = take(target);
            while (entry.isPresent()) {
                if (entry.get().due().isAfter(now)) {
                    now = entry.get().due();
                }
                entry.get().work().run();
                entry = take(target);
            }
            now = target;
        }
    }

    private Optional<Agenda.Entry> take(Instant until) {
        synchronized (agenda) {
            return agenda.take(until);
        }
    }

    @Override
    public void close() {
        synchronized (agenda) {
            closed = true;
            agenda.clear();
        }
    }
}
