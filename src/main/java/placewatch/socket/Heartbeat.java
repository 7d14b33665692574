package placewatch.socket;

import java.time.Duration;
import java.util.Optional;

/// Whether the other side is still there: a ping after a silence, dead after a longer one. Times are of
/// `System.nanoTime`. `received` and `roundTrip` may be called on any thread, the others in turns.
final class Heartbeat {

    /// What to do now.
    enum Due { NOTHING, PING, DEAD }

    private final Duration pingAfter;
    private final Duration deadAfter;
    private volatile long heard;
    private volatile Optional<Duration> roundTrip = Optional.empty();
    private long pinged;
    private boolean pingOut;

    Heartbeat(Duration pingAfter, Duration deadAfter) {
        this.pingAfter = pingAfter;
        this.deadAfter = deadAfter;
    }

    /// A new connection is open.
    void begin(long now) {
        heard = now;
        pingOut = false;
        roundTrip = Optional.empty();
    }

    /// Anything at all arrived.
    void received(long now) {
        heard = now;
    }

    /// A pong arrived. The server also sends some unasked; those don't count as answers.
    void pong(long now) {
        if (pingOut) {
            roundTrip = Optional.of(Duration.ofNanos(now - pinged));
            pingOut = false;
        }
    }

    /// A ping is due once per silence: another one only after something was heard.
    Due due(long now) {
        long silence = now - heard;
        if (silence >= deadAfter.toNanos()) {
            return Due.DEAD;
        }
        boolean alreadyAsked = pingOut && pinged - heard >= 0;
        if (silence >= pingAfter.toNanos() && !alreadyAsked) {
            pinged = now;
            pingOut = true;
            return Due.PING;
        }
        return Due.NOTHING;
    }

    Optional<Duration> roundTrip() {
        return roundTrip;
    }
}
