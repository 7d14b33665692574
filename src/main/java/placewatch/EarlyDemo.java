package placewatch;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The demo building, begun while JavaFX is still being started, when it is known that the window will ask for it. JavaFX
/// makes the application itself, so this can't be handed to it: it lies here until it is taken, once.
final class EarlyDemo {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyDemo.class);
    private static final AtomicReference<@Nullable DemoBuilding> BEGUN = new AtomicReference<>();

    private EarlyDemo() {
    }

    /// Begins it. Whoever asks for the demo building later is told what went wrong, by trying again.
    static void begin() {
        try {
            BEGUN.set(DemoBuilding.start());
        } catch (UncheckedIOException e) {
            LOG.info("the demo building could not be begun early: {}", e.getMessage());
        }
    }

    /// The one that was begun; empty if none was, or if it was taken.
    static Optional<DemoBuilding> take() {
        return Optional.ofNullable(BEGUN.getAndSet(null));
    }
}
