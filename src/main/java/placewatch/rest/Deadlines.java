package placewatch.rest;

import java.time.Duration;

/// How long one HTTP call may take.
///
/// @param call     from the click to the last byte of the answer
/// @param connect  to open the connection, TLS not counted
public record Deadlines(Duration call, Duration connect) {

    public Deadlines {
        if (!call.isPositive() || !connect.isPositive()) {
            throw new IllegalArgumentException("a deadline must lie ahead");
        }
    }

    public static Deadlines usual() {
        return new Deadlines(Duration.ofSeconds(15), Duration.ofSeconds(5));
    }
}
