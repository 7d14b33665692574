package placewatch.bridge;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// Where arrivals wait for the next pulse. Any thread may touch a lane; one thread, the JavaFX one in the program,
/// drains. Each lane stands in a queue at most once however often it is touched, so neither queue is ever longer than
/// the number of lanes.
public final class Inbox {

    /// Longer than any lane takes.
    private static final Duration WHOLE = Duration.ofMinutes(1);

    /// Brings what a lane holds to the screen.
    @FunctionalInterface
    public interface Drain {

        /// Called on the draining thread. Stops soon after `System.nanoTime()` passes `until`; true when nothing is
        /// left.
        boolean drain(long until);
    }

    /// One source of arrivals.
    public final class Lane {
        private final Drain drain;
        private final AtomicBoolean queued = new AtomicBoolean();
        private final AtomicBoolean queuedFirst = new AtomicBoolean();

        private Lane(Drain drain) {
            this.drain = drain;
        }

        /// Something arrived. Any thread.
        public void touched() {
            // looked at first, as it is asked for a million times a second and mostly is
            if (!queued.get() && !queued.getAndSet(true)) {
                ready.add(this);
                wake.run();
            }
        }

        /// Something arrived that makes what is on screen untrue, such as the end of the connection: the lane is
        /// drained whole in the next pulse, before any other and whatever time it takes. Any thread.
        public void touchedFirst() {
            if (!queuedFirst.getAndSet(true)) {
                first.add(this);
                wake.run();
            }
        }
    }

    private final ConcurrentLinkedQueue<Lane> first = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Lane> ready = new ConcurrentLinkedQueue<>();
    private final Runnable wake;

    /// @param wake called on the touching thread whenever a lane became ready; must be cheap and may come often
    public Inbox(Runnable wake) {
        this.wake = wake;
    }

    public Lane lane(Drain drain) {
        return new Lane(drain);
    }

    public boolean isEmpty() {
        return first.isEmpty() && ready.isEmpty();
    }

    /// Drains those that come first, then lanes in the order in which they became ready, until all are empty or the
    /// time is up.
    ///
    /// @param until in the time of `System.nanoTime()`
    public void drain(long until) {
        drainFirst();
        Lane lane = ready.poll();
        while (lane != null) {
            // cleared first: what arrives while the lane is drained queues it again
            lane.queued.set(false);
            if (!lane.drain.drain(until)) {
                lane.touched();
            }
            if (System.nanoTime() - until >= 0) {
                return;
            }
            lane = ready.poll();
        }
    }

    private void drainFirst() {
        long whole = System.nanoTime() + WHOLE.toNanos();
        Lane lane = first.poll();
        while (lane != null) {
            lane.queuedFirst.set(false);
            if (!lane.drain.drain(whole)) {
                lane.touched();
            }
            lane = first.poll();
        }
    }
}
