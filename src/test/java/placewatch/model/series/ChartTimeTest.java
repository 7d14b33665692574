package placewatch.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import placewatch.model.series.ChartTime.Range;

class ChartTimeTest {

    private long now = 10_000_000;
    private final ChartTime time = new ChartTime(() -> now, () -> 2_000_000);

    @Test
    void itFollowsThePresentUntilItIsStopped() {
        time.choose(Range.MINUTE);
        assertThat(time.shown()).isEqualTo(new TimeSpan(9_940_000, 10_000_000));
        now += 5_000;
        assertThat(time.shown().to()).isEqualTo(10_005_000);
        time.pause();
        now += 5_000;
        assertThat(time.shown().to()).isEqualTo(10_005_000);
        time.pauseOrLive();
        assertThat(time.shown().to()).isEqualTo(10_010_000);
    }

    @Test
    void whatIsUnderTheMouseStaysThereWhileItZooms() {
        time.choose(Range.HOUR);
        double at = 8_200_000;
        double share = (at - time.shown().from()) / time.shown().length();
        for (int i = 0; i < 60; i++) {
            time.zoom(i < 40 ? 0.8 : 1.9, at);
            assertThat((at - time.shown().from()) / time.shown().length()).isCloseTo(share, within(1e-6));
        }
        assertThat(time.isLive()).isFalse();
    }

    @Test
    void itIsNeverZoomedToNothingNorWithoutEnd() {
        for (int i = 0; i < 200; i++) {
            time.zoom(0.5);
        }
        assertThat(time.shown().length()).isGreaterThanOrEqualTo(20);
        for (int i = 0; i < 200; i++) {
            time.zoom(2);
        }
        assertThat(time.shown().length()).isLessThan(500.0 * 86_400_000);
        time.select(5_000, 5_000.001);
        assertThat(time.shown().length()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void anotherStretchEndsWhereTheChartStandsStill() {
        time.select(5_000_000, 5_100_000);
        time.choose(Range.FIVE_MINUTES);
        assertThat(time.shown()).isEqualTo(new TimeSpan(4_800_000, 5_100_000));
        time.choose(Range.ALL);
        assertThat(time.shown()).isEqualTo(new TimeSpan(2_000_000, 10_000_000));
        time.live();
        assertThat(time.isLive()).isTrue();
        assertThat(time.shown()).isEqualTo(new TimeSpan(2_000_000, 10_000_000));
    }

    @Test
    void keysMoveItThroughTime() {
        time.choose(Range.MINUTE);
        time.back();
        assertThat(time.shown()).isEqualTo(new TimeSpan(9_925_000, 9_985_000));
        time.forth();
        assertThat(time.shown()).isEqualTo(new TimeSpan(9_940_000, 10_000_000));
        time.begin();
        assertThat(time.shown()).isEqualTo(new TimeSpan(2_000_000, 2_060_000));
    }
}
