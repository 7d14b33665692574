package placewatch.control.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.control.chart.TimeTicks.Tick;
import placewatch.model.series.TimeSpan;

class TimeTicksTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<String> words(String from, String to, int most, ZoneId zone) {
        return TimeTicks.of(new TimeSpan(Instant.parse(from).toEpochMilli(), Instant.parse(to).toEpochMilli()), most,
                zone).stream().map(Tick::words).toList();
    }

    @Test
    void linesStandOnFullTimesOfTheClockOnTheWall() {
        assertThat(words("2026-03-02T12:00:07Z", "2026-03-02T12:01:07Z", 6, BERLIN))
                .containsExactly("13:00:10", "13:00:20", "13:00:30", "13:00:40", "13:00:50", "13:01:00");
        assertThat(words("2026-03-02T12:00:07Z", "2026-03-02T13:00:07Z", 7, ZoneId.of("Asia/Kolkata")))
                .containsExactly("17:40", "17:50", "18:00", "18:10", "18:20", "18:30");
        assertThat(words("2026-03-02T12:00:00.001Z", "2026-03-02T12:00:00.055Z", 6, BERLIN))
                .containsExactly("13:00:00.010", "13:00:00.020", "13:00:00.030", "13:00:00.040", "13:00:00.050");
    }

    @Test
    void midnightShowsTheDay() {
        assertThat(words("2026-03-01T22:10:00Z", "2026-03-02T01:10:00Z", 4, BERLIN))
                .containsExactly("2 Mar", "01:00", "02:00");
    }

    @Test
    void whenTheClocksChangeTheLinesGoByTheNewTime() {
        assertThat(words("2026-03-28T20:00:00Z", "2026-03-29T14:00:00Z", 8, BERLIN))
                .containsExactly("21:00", "29 Mar", "03:00", "06:00", "09:00", "12:00", "15:00");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void linesAreFewInOrderAndWithin(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            double from = 1_700_000_000_000.0 + random.nextDouble() * 4e10;
            TimeSpan span = new TimeSpan(from, from + Math.pow(10, 1.5 + random.nextDouble() * 9));
            int most = random.nextInt(2, 20);
            List<Tick> ticks = TimeTicks.of(span, most, BERLIN);
            // one more where the clocks change
            assertThat(ticks.size()).isLessThanOrEqualTo(most + 2);
            assertThat(ticks).isSortedAccordingTo((a, b) -> Long.compare(a.at(), b.at()));
            assertThat(ticks).allMatch(tick -> span.holds(tick.at()));
            assertThat(ticks.stream().map(Tick::at)).doesNotHaveDuplicates();
        }
    }
}
