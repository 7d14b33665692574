package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private static final long SECOND = 1_000_000_000L;

    private final Heartbeat heartbeat = new Heartbeat(Duration.ofSeconds(15), Duration.ofSeconds(40));

    /// `System.nanoTime` may begin anywhere, even just before it wraps around.
    private final long zero = Long.MAX_VALUE - 20 * SECOND;

    @Test
    void aNewConnectionIsPingedAtOnceSoThatItsRoundTripIsKnown() {
        heartbeat.begin(zero);

        assertThat(heartbeat.due(zero)).isEqualTo(Heartbeat.Due.PING);
        assertThat(heartbeat.due(zero + SECOND)).isEqualTo(Heartbeat.Due.NOTHING);
    }

    @Test
    void aPingThatNothingFollowsIsNotRepeatedAndThenTheLineIsDead() {
        heartbeat.begin(zero);
        heartbeat.due(zero);

        assertThat(heartbeat.due(zero + 39 * SECOND)).isEqualTo(Heartbeat.Due.NOTHING);
        assertThat(heartbeat.due(zero + 40 * SECOND)).isEqualTo(Heartbeat.Due.DEAD);
    }

    @Test
    void anythingReceivedIsASignOfLife() {
        heartbeat.begin(zero);
        heartbeat.due(zero);
        heartbeat.received(zero + 30 * SECOND);

        assertThat(heartbeat.due(zero + 69 * SECOND)).isNotEqualTo(Heartbeat.Due.DEAD);
        assertThat(heartbeat.due(zero + 70 * SECOND)).isEqualTo(Heartbeat.Due.DEAD);
    }

    @Test
    void aBusyLineIsPingedToo() {
        heartbeat.begin(zero);
        heartbeat.due(zero);
        heartbeat.pong(zero + SECOND);
        heartbeat.received(zero + 14 * SECOND);

        assertThat(heartbeat.due(zero + 14 * SECOND)).isEqualTo(Heartbeat.Due.NOTHING);
        assertThat(heartbeat.due(zero + 15 * SECOND)).isEqualTo(Heartbeat.Due.PING);
    }

    @Test
    void whileAPingIsOutNoOtherIsSentSoThatALatePongIsItsOwn() {
        heartbeat.begin(zero);
        heartbeat.due(zero);
        for (int second = 1; second <= 20; second++) {
            heartbeat.received(zero + second * SECOND);
            assertThat(heartbeat.due(zero + second * SECOND)).isEqualTo(Heartbeat.Due.NOTHING);
        }

        heartbeat.pong(zero + 20 * SECOND);
        assertThat(heartbeat.roundTrip()).hasValue(Duration.ofSeconds(20));
    }

    @Test
    void aLineThatNeverAnswersPingsIsAskedAgainWhenItFallsSilent() {
        heartbeat.begin(zero);
        heartbeat.due(zero);
        heartbeat.received(zero + 20 * SECOND);

        assertThat(heartbeat.due(zero + 34 * SECOND)).isEqualTo(Heartbeat.Due.NOTHING);
        assertThat(heartbeat.due(zero + 35 * SECOND)).isEqualTo(Heartbeat.Due.PING);
    }

    @Test
    void theRoundTripIsThatOfAPingAndNotOfAnUnaskedPong() {
        heartbeat.begin(zero);
        heartbeat.pong(zero + SECOND);
        assertThat(heartbeat.roundTrip()).isEmpty();

        heartbeat.due(zero + 16 * SECOND);
        heartbeat.pong(zero + 16 * SECOND + 5_000_000);
        heartbeat.pong(zero + 18 * SECOND);
        assertThat(heartbeat.roundTrip()).hasValue(Duration.ofMillis(5));

        heartbeat.begin(zero + 20 * SECOND);
        assertThat(heartbeat.roundTrip()).isEmpty();
    }
}
