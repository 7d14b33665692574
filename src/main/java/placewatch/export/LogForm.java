package placewatch.export;

import java.time.Instant;
import java.util.Locale;
import placewatch.log.LogCursor;

/// Writes one line of the log after the other.
sealed interface LogForm permits LogAsText, LogAsJson, LogAsCsv {

    /// What a file begins with.
    default String head() {
        return "";
    }

    /// Adds the line that the cursor stands at, with its end.
    void append(LogCursor line, StringBuilder into);

    /// Adds a word of our own, about lines that are not there.
    void note(Instant at, String text, StringBuilder into);

    static String kind(LogCursor line) {
        return line.kind().name().toLowerCase(Locale.ROOT);
    }
}
