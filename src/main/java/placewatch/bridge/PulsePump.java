package placewatch.bridge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Drains an [Inbox] at most once per JavaFX pulse, for a few milliseconds at most. Sleeps while there is nothing to do:
/// the first arrival after an empty spell wakes it, once. What comes after a longer spell is drained at once, without a
/// pulse: when nothing of it is on screen, none will follow.
public final class PulsePump implements AutoCloseable {

    private static final Duration BUDGET = Duration.ofMillis(4);
    private static final Duration PULSE = Duration.ofMillis(16);

    private final Inbox inbox = new Inbox(this::wake);
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean closed;
    // JavaFX thread
    private long drained = System.nanoTime() - PULSE.toNanos();

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long pulse) {
            drain();
            if (inbox.isEmpty()) {
                stop();
                rest();
            }
        }
    };

    public Inbox inbox() {
        return inbox;
    }

    private void wake() {
        if (!closed && !awake.getAndSet(true)) {
            Platform.runLater(this::begin);
        }
    }

    private void begin() {
        if (closed) {
            return;
        }
        if (System.nanoTime() - drained >= PULSE.toNanos()) {
            drain();
        }
        if (inbox.isEmpty()) {
            rest();
        } else {
            timer.start();
        }
    }

    private void drain() {
        drained = System.nanoTime();
        inbox.drain(drained + BUDGET.toNanos());
    }

    private void rest() {
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
