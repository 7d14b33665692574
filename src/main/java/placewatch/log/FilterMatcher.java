package placewatch.log;

import java.time.Instant;

/// Tests line after line of one store by a filter. For one thread at a time: it remembers what it found out about the
/// store's sources and levels.
public final class FilterMatcher {

    private final LineTest test;
    private long givenUp;

    FilterMatcher(Condition condition) {
        test = LineTests.of(condition);
    }

    /// Whether the filter takes the line at which a cursor stands.
    ///
    /// @param now from when ages are counted
    public boolean matches(LogCursor cursor, Instant now) {
        LineInHand line = new LineInHand(cursor, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
        if (!test.holds(line)) {
            return false;
        }
        if (line.isGivenUp()) {
            givenUp++;
        }
        return true;
    }

    /// How many lines matched although a regular expression that takes too long was given up on them, so that nobody
    /// knows whether they are wanted.
    public long givenUp() {
        return givenUp;
    }
}
