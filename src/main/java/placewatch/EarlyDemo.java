package placewatch;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The demo building, begun while JavaFX is still being started, when it is known that the window will ask for it. JavaFX
/// makes the application itself, so this can't be handed to it: it lies here until it is taken, once.
final class EarlyDemo {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyDemo.class);
    private static final AtomicReference<@Nullable CompletableFuture<DemoBuilding>> BEGUN = new AtomicReference<>();

    private EarlyDemo() {
    }

    /// Begins it, on a thread of its own: its port and its key take a while, too.
    static void begin() {
        BEGUN.set(CompletableFuture.supplyAsync(DemoBuilding::start,
                task -> Thread.ofPlatform().name("placewatch-demo-begin").daemon().start(task)));
    }

    /// The one that was begun; empty if none was, if it was taken, or if it could not be begun: whoever asks for the demo
    /// building then is told what went wrong, by trying again.
    static Optional<DemoBuilding> take() {
        CompletableFuture<DemoBuilding> begun = BEGUN.getAndSet(null);
        if (begun == null) {
            return Optional.empty();
        }
        try {
            // a port and a key, begun a tenth of a second ago: what stands only later is not waited for
            return Optional.of(begun.join());
        } catch (CompletionException e) {
            LOG.info("the demo building could not be begun early: {}", String.valueOf(e.getCause()));
            return Optional.empty();
        }
    }
}
