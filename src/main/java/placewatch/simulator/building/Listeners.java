package placewatch.simulator.building;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.protocol.Subscription;

/// Who observes the building. One that fails is logged and does not keep the others from hearing.
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private final List<Seat> seats = new CopyOnWriteArrayList<>();

    /// Has an identity of its own, so that a listener that observes twice can leave once.
    private static final class Seat implements Subscription {
        private final BuildingListener listener;
        private final List<Seat> seats;

        Seat(BuildingListener listener, List<Seat> seats) {
            this.listener = listener;
            this.seats = seats;
        }

        @Override
        public void close() {
            seats.remove(this);
        }
    }

    Subscription add(BuildingListener listener) {
        Seat seat = new Seat(listener, seats);
        seats.add(seat);
        return seat;
    }

    void tell(Consumer<BuildingListener> news) {
        for (Seat seat : seats) {
            try {
                news.accept(seat.listener);
            } catch (RuntimeException fault) {
                LOG.error("a listener of the demo building failed", fault);
            }
        }
    }
}
