package placewatch.screen.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import placewatch.protocol.Subscription;

/// Asks the server a few things at a time: first what is in sight, and what went out of sight before its turn came
/// not at all. JavaFX thread.
final class Questions implements AutoCloseable {

    /// The most in flight: a server with hundreds of zones must not get a flood.
    static final int AT_ONCE = 4;

    /// @param about tells a question from another, so that none is asked twice at a time
    /// @param ask   sends it; runs its argument once, when the answer was dealt with
    record Question(Object about, Function<Runnable, Subscription> ask) { }

    private final Map<Object, Subscription> asking = new HashMap<>();
    private List<Question> wanted = List.of();

    /// These, and nothing else that was wanted before, come next.
    void want(List<Question> next) {
        wanted = next;
        askNext();
    }

    private void askNext() {
        for (Question question : wanted) {
            if (asking.size() >= AT_ONCE) {
                return;
            }
            if (!asking.containsKey(question.about())) {
                Object about = question.about();
                asking.put(about, () -> { });
                asking.put(about, question.ask().apply(() -> answered(about)));
            }
        }
    }

    private void answered(Object about) {
        asking.remove(about);
        wanted = wanted.stream().filter(question -> !question.about().equals(about)).toList();
        askNext();
    }

    /// Abandons what is in flight.
    void abandon() {
        wanted = List.of();
        asking.values().forEach(Subscription::close);
        asking.clear();
    }

    @Override
    public void close() {
        abandon();
    }
}
