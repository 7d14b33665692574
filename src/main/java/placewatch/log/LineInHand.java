package placewatch.log;

import org.jspecify.annotations.Nullable;

/// The line that is being tested, and what of it was worked out already. For one thread.
final class LineInHand {

    private final LogCursor cursor;
    private final long now;
    private @Nullable String text;
    private boolean givenUp;

    LineInHand(LogCursor cursor, long now) {
        this.cursor = cursor;
        this.now = now;
    }

    LogCursor cursor() {
        return cursor;
    }

    /// The time at which it is tested, in microseconds since 1970.
    long now() {
        return now;
    }

    /// Its text, which is made at the first question only.
    String text() {
        String known = text;
        if (known == null) {
            known = cursor.text();
            text = known;
        }
        return known;
    }

    /// A regular expression took too long on it.
    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }
}
