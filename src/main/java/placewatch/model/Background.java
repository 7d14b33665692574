package placewatch.model;

import java.util.function.Consumer;
import java.util.function.Supplier;
import placewatch.protocol.Subscription;

/// What a screen leaves to others, so as not to keep its window waiting. Called on the JavaFX thread, and answers there.
public interface Background {

    /// Works something out off the JavaFX thread, one such task after the other, unless the subscription is closed
    /// before.
    <T> Subscription work(Supplier<T> task, Consumer<T> then);

    /// Runs `task` on the JavaFX thread after that time, unless the subscription is closed before.
    Subscription after(long millis, Runnable task);
}
