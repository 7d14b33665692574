package placewatch.bridge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Drains an [Inbox] once per JavaFX pulse, for a few milliseconds at most. Sleeps while there is nothing to do: the
/// first arrival after an empty spell wakes it, once.
public final class PulsePump implements AutoCloseable {

    private static final Duration BUDGET = Duration.ofMillis(4);

    private final Inbox inbox = new Inbox(this::wake);
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean closed;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long pulse) {
            inbox.drain(System.nanoTime() + BUDGET.toNanos());
            if (inbox.isEmpty()) {
                rest();
            }
        }
    };

    public Inbox inbox() {
        return inbox;
    }

    private void wake() {
        if (!closed && !awake.getAndSet(true)) {
            Platform.runLater(timer::start);
        }
    }

    private void rest() {
        timer.stop();
        awake.set(false);
        if (!inbox.isEmpty()) {
            // it arrived between the look and the mark, and saw us awake
            wake();
        }
    }

    /// Stops for good; what still waits is not shown. JavaFX thread.
    @Override
    public void close() {
        closed = true;
        timer.stop();
    }
}
