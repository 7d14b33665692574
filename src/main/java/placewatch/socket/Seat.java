package placewatch.socket;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One listener's place. Left from any thread; told in turns only, and not any more once left.
final class Seat<L> {

    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);

    private final L listener;
    private volatile boolean left;

    Seat(L listener) {
        this.listener = listener;
    }

    /// False if it was left before.
    boolean leave() {
        boolean first = !left;
        left = true;
        return first;
    }

    L listener() {
        return listener;
    }

    boolean isLeft() {
        return left;
    }

    /// A listener's fault is its own: it must not end the connection, nor keep others from hearing.
    void tell(Consumer<L> news) {
        if (left) {
            return;
        }
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            LOG.error("A listener failed", e);
        }
    }
}
