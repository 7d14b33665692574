package placewatch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-08-01T12:00:00Z"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0|PT0S", "120|PT2M", " 7 |PT7S", "999999999|PT277777H46M39S",
        "Sat, 01 Aug 2026 12:00:30 GMT|PT30S", "Sat, 01 Aug 2026 11:00:00 GMT|PT0S"})
    void secondsAndDatesAreRead(String header, Duration wait) {
        assertThat(RetryAfter.read(header, NOON)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-3", "1.5", "12345678901", "Sat, 32 Aug 2026 12:00:00 GMT"})
    void whatIsNeitherIsNothing(String header) {
        assertThat(RetryAfter.read(header, NOON)).isEmpty();
    }

    @Test
    void aDateIsMeasuredFromTheGivenClock() {
        assertThat(RetryAfter.read("Sat, 01 Aug 2026 13:00:00 GMT", NOON)).contains(Duration.ofHours(1));
    }
}
