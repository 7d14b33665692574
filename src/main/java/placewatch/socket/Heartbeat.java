package placewatch.socket;

import java.time.Duration;
import java.util.Optional;

/// Whether the other side is still there, and how far away: a ping at once and then steadily, silence or not, because
/// the round trip is shown; dead after a long silence, or after a short one where there is reason for doubt. Times are
/// nanoseconds of the schedule. `received` and `roundTrip` may be called on any thread, the others
/// in turns.
final class Heartbeat {

    /// What to do now.
    enum Due { NOTHING, PING, DEAD }

    /// How long a line in doubt may take to show that it lives.
    static final Duration PROOF = Duration.ofSeconds(5);

    private final Duration pingAfter;
    private final Duration deadAfter;
    private volatile long heard;
    private volatile Optional<Duration> roundTrip = Optional.empty();
    private long pinged;
    private boolean pingOut;
    private boolean doubted;
    private long doubtedAt;

    Heartbeat(Duration pingAfter, Duration deadAfter) {
        this.pingAfter = pingAfter;
        this.deadAfter = deadAfter;
    }

    /// A new connection is open.
    void begin(long now) {
        heard = now;
        pingOut = false;
        doubted = false;
        pinged = now - pingAfter.toNanos();
        roundTrip = Optional.empty();
    }

    /// Anything at all arrived.
    void received(long now) {
        // hundreds of frames come in one piece, and each write would be seen to reach the other threads
        if (heard != now) {
            heard = now;
        }
    }

    /// A pong arrived. The server also sends some unasked; those don't count as answers.
    void pong(long now) {
        doubted = false;
        if (pingOut) {
            roundTrip = Optional.of(Duration.ofNanos(now - pinged));
            pingOut = false;
        }
    }

    /// The computer slept: the line may be gone without a word. A ping is due at once, and its answer the only proof:
    /// anything else may have arrived before.
    void doubt(long now) {
        doubted = true;
        doubtedAt = now;
        pingOut = false;
        pinged = now - pingAfter.toNanos();
    }

    /// While a ping is out no other one is sent, or a late pong would be taken for the answer to the latest; but for a
    /// line that went on without answering it and then fell silent.
    Due due(long now) {
        if (now - heard >= deadAfter.toNanos() || doubted && now - doubtedAt >= PROOF.toNanos()) {
            return Due.DEAD;
        }
        boolean silentAgain = heard - pinged > 0 && now - heard >= pingAfter.toNanos();
        if (now - pinged >= pingAfter.toNanos() && (!pingOut || silentAgain)) {
            pinged = now;
            pingOut = true;
            return Due.PING;
        }
        return Due.NOTHING;
    }

    boolean isInDoubt() {
        return doubted;
    }

    /// How long nothing was heard.
    Duration silence(long now) {
        return Duration.ofNanos(now - heard);
    }

    /// Of the latest answered ping of this connection.
    Optional<Duration> roundTrip() {
        return roundTrip;
    }
}
