package placewatch.bridge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import placewatch.socket.SocketOptions;

/// A clock that goes five times as fast as others, for tests of what is done again after many seconds. Not faster: one
/// that moves by seconds between two looks is taken for the end of a computer's sleep.
public final class FastClock implements InstantSource {

    private static final int TIMES = 5;

    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    /// The product's options, but for the clock.
    public static SocketOptions options() {
        SocketOptions usual = SocketOptions.standard();
        return new SocketOptions(usual.dialect(), new FastClock(), usual.bindDeadline(), usual.execDeadline(),
                usual.pingAfter(), usual.deadAfter(), usual.firstRetry(), usual.lastRetry(),
                usual.beat().dividedBy(TIMES));
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos(System.nanoTime() - startNanos).multipliedBy(TIMES));
    }
}
