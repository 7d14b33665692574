package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /// The longest wait that chance can give, rounded.
    private static final class Longest implements RandomGenerator {
        @Override
        public long nextLong() {
            return -1;
        }
    }

    @Test
    void theWaitDoublesUpToTheLongest() {
        Backoff backoff = new Backoff(SECOND, Duration.ofSeconds(30), new Longest());

        List<Long> waits = Stream.generate(backoff::failed).limit(8).map(d -> Math.round(d.toMillis() / 1000.0))
                .toList();

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
        assertThat(backoff.attempt()).isEqualTo(9);
    }

    @Test
    void chanceShortensByHalfAtMost() {
        Backoff backoff = new Backoff(SECOND, SECOND, new Random(7));

        List<Duration> waits = Stream.generate(backoff::failed).limit(200).toList();

        assertThat(waits).allMatch(d -> d.compareTo(Duration.ofMillis(500)) >= 0 && d.compareTo(SECOND) <= 0);
        assertThat(waits.stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void aConnectionThatHeldForAMinuteStartsItAnew() {
        Backoff backoff = new Backoff(SECOND, Duration.ofSeconds(30), new Longest());
        backoff.failed();
        backoff.failed();

        backoff.wasOpen(Duration.ofSeconds(59));
        assertThat(backoff.attempt()).isEqualTo(3);

        backoff.wasOpen(Duration.ofSeconds(60));
        assertThat(backoff.attempt()).isEqualTo(1);
        assertThat(backoff.failed()).isLessThanOrEqualTo(SECOND);
    }
}
