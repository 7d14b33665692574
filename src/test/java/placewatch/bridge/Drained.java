package placewatch.bridge;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Stands in for the JavaFX thread in tests that need no window: the test's own thread drains the inbox while it waits.
public final class Drained {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Drained() { }

    /// Drains until something holds.
    public static void until(Inbox inbox, String what, Callable<Boolean> holds) {
        await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).pollInSameThread()
                .atMost(PATIENCE).until(() -> {
                    inbox.drain(System.nanoTime() + 4_000_000);
                    return holds.call();
                });
    }
}
