package placewatch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An exception with those behind it, the outermost first. Chains are cut after 20: some bite their own tail.
public final class Causes {

    private static final int LONGEST = 20;

    private final List<Throwable> chain = new ArrayList<>();

    public Causes(@Nullable Throwable thrown) {
        Throwable at = thrown;
        while (at != null && chain.size() < LONGEST) {
            chain.add(at);
            at = at.getCause();
        }
    }

    public boolean has(Class<? extends Throwable> type) {
        return find(type).isPresent();
    }

    public <E extends Throwable> Optional<E> find(Class<E> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /// Whether any of them says so.
    boolean say(String words) {
        return chain.stream().anyMatch(thrown -> thrown.getMessage() != null && thrown.getMessage().contains(words));
    }

    /// The deepest message there is: the outer ones only repeat it, or are empty.
    public String detail() {
        return chain.reversed().stream().map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .findFirst().orElse("no reason given");
    }
}
