package placewatch.socket;

import java.time.Duration;
import java.time.InstantSource;

/// What can be set on a socket service.
///
/// @param dialect       how values are read, or to find out
/// @param clock         stamps arrivals and plans retries
/// @param bindDeadline  for the answers of bind, unbind, debug and ignore, and for the whole way to an open connection
/// @param execDeadline  for the answer of an exec
/// @param pingAfter     silence after which a ping is sent
/// @param deadAfter     silence after which the connection is taken for dead
/// @param firstRetry    the first wait before connecting again; doubles up to `lastRetry`
/// @param lastRetry     the longest wait
/// @param beat          how often that is done which is done once a second of the clock
public record SocketOptions(
        Dialect dialect,
        InstantSource clock,
        Duration bindDeadline,
        Duration execDeadline,
        Duration pingAfter,
        Duration deadAfter,
        Duration firstRetry,
        Duration lastRetry,
        Duration beat) {

    /// How a notify's value is written on the wire.
    public enum Dialect {
        /// Find out from the first value that proves it.
        DETECT,
        /// Values are raw JSON, as today's servers send them.
        RAW,
        /// Values are JSON inside a JSON string, as the public page shows them.
        STRINGIFIED
    }

    /// The same with what a person can set.
    public SocketOptions with(Dialect spoken, Duration forExec) {
        return new SocketOptions(
                spoken, clock, bindDeadline, forExec, pingAfter, deadAfter, firstRetry, lastRetry, beat);
    }

    /// The product's defaults.
    public static SocketOptions standard() {
        return new SocketOptions(Dialect.DETECT, InstantSource.system(), Duration.ofSeconds(10), Duration.ofSeconds(30),
                Duration.ofSeconds(15), Duration.ofSeconds(40), Duration.ofSeconds(1), Duration.ofSeconds(30),
                Duration.ofSeconds(1));
    }
}
