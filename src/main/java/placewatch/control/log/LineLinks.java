package placewatch.control.log;

import java.util.Optional;
import placewatch.log.LogSource;

/// What the words of a line lead to: a status variable of its module, another module of its system. JavaFX thread.
@FunctionalInterface
public interface LineLinks {

    /// No word leads anywhere.
    static LineLinks none() {
        return (_, _) -> Optional.empty();
    }

    /// Where a word of a line of that module leads; empty for nowhere.
    Optional<Link> of(LogSource source, String word);

    /// @param open goes there
    record Link(Runnable open) { }
}
