package placewatch.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import placewatch.protocol.Subscription;

/// Those who want to hear of something. One thread; whoever hears may come and go meanwhile.
final class Hearers<T> {

    private final List<Consumer<T>> hearers = new ArrayList<>();

    /// Until the subscription is closed.
    Subscription add(Consumer<T> hearer) {
        hearers.add(hearer);
        return () -> hearers.remove(hearer);
    }

    void tell(T news) {
        List.copyOf(hearers).forEach(hearer -> hearer.accept(news));
    }
}
