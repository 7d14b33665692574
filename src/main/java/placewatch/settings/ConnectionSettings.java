package placewatch.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a person can set on the connection to one server. Holds no secrets.
///
/// @param values       how the values of status variables are read
/// @param execDeadline how long the answer of an exec is waited for, from [#SHORTEST_EXEC] to [#LONGEST_EXEC]
/// @param authorities  files of certificate authorities that are trusted besides Java's
public record ConnectionSettings(Values values, Duration execDeadline, List<Path> authorities) {

    /// How a server writes the values of status variables.
    public enum Values {
        /// Find out from the first value that proves it.
        DETECT,
        /// As JSON, as today's servers do.
        RAW,
        /// As JSON inside text, as the public page shows it.
        STRINGIFIED
    }

    public static final Duration SHORTEST_EXEC = Duration.ofSeconds(1);
    public static final Duration LONGEST_EXEC = Duration.ofMinutes(10);

    public ConnectionSettings {
        if (execDeadline.compareTo(SHORTEST_EXEC) < 0 || execDeadline.compareTo(LONGEST_EXEC) > 0) {
            throw new IllegalArgumentException("the answer of an exec is waited for from " + SHORTEST_EXEC.toSeconds()
                    + " to " + LONGEST_EXEC.toSeconds() + " s, not " + execDeadline);
        }
        authorities = List.copyOf(authorities);
    }

    /// What fits nearly every server.
    public static ConnectionSettings usual() {
        return new ConnectionSettings(Values.DETECT, Duration.ofSeconds(30), List.of());
    }
}
