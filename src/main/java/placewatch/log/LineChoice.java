package placewatch.log;

import java.time.Instant;

/// Says of a line whether it is wanted. For one thread at a time, and lines of one store.
@FunctionalInterface
public interface LineChoice {

    boolean takes(LogCursor line);

    /// Wants what a filter takes.
    ///
    /// @param now from when ages are counted
    static LineChoice of(LogFilter filter, Instant now) {
        FilterMatcher matcher = filter.matcher();
        return line -> matcher.matches(line, now);
    }
}
