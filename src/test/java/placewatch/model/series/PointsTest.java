package placewatch.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {

    private record Point(long time, double value) { }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void itHoldsWhatAListWouldHoldAndFindsTheExtremesOfAnyStretch(long seed) {
        Random random = new Random(seed);
        Points points = new Points(20_000);
        List<Point> model = new ArrayList<>();
        long gone = 0;
        long time = 1_000_000;
        for (int i = 0; i < 50_000; i++) {
            time += random.nextInt(20) - 1;
            long at = model.isEmpty() ? time : Math.max(time, model.getLast().time);
            if (random.nextInt(50) == 0) {
                if (!model.isEmpty() && !Double.isNaN(model.getLast().value)) {
                    model.add(new Point(at, Double.NaN));
                }
                points.gap(time);
            } else {
                double value = random.nextInt(100) == 0 ? random.nextGaussian() * 1e6 : random.nextGaussian();
                points.add(time, value);
                model.add(new Point(at, value));
            }
            if (model.size() > 20_000) {
                List<Point> oldest = model.subList(0, Points.CHUNK);
                gone += oldest.stream().filter(point -> !Double.isNaN(point.value)).count();
                oldest.clear();
            }
        }
        assertThat(points.size()).isEqualTo(model.size()).isLessThanOrEqualTo(20_000);
        assertThat(points.gone()).isEqualTo(gone).isGreaterThan(20_000);
        for (int i = 0; i < model.size(); i++) {
            assertThat(new Point(points.time(i), points.value(i))).isEqualTo(model.get(i));
        }
        Points.Extremes extremes = new Points.Extremes();
        for (int i = 0; i < 2_000; i++) {
            int from = random.nextInt(model.size());
            int to = from + random.nextInt(1 + (random.nextBoolean() ? 150 : model.size() - from));
            to = Math.min(to, model.size());
            extremes.reset();
            points.extremes(from, to, extremes);
            List<Point> stretch = model.subList(from, to);
            assertThat(extremes.low()).isEqualTo(stretch.stream().mapToDouble(Point::value)
                    .filter(value -> !Double.isNaN(value)).min().orElse(Double.POSITIVE_INFINITY));
            assertThat(extremes.high()).isEqualTo(stretch.stream().mapToDouble(Point::value)
                    .filter(value -> !Double.isNaN(value)).max().orElse(Double.NEGATIVE_INFINITY));
            long wanted = model.getFirst().time + random.nextLong(time - model.getFirst().time + 100) - 50;
            int first = 0;
            while (first < model.size() && model.get(first).time < wanted) {
                first++;
            }
            assertThat(points.firstFrom(wanted)).isEqualTo(first);
        }
    }

    @Test
    void aCopyDoesNotMoveWithTheOriginal() {
        Points points = new Points();
        for (int i = 0; i < 5_000; i++) {
            points.add(i, i);
        }
        Points copy = points.copy();
        points.replaceLast(-7);
        for (int i = 5_000; i < 9_000; i++) {
            points.add(i, -i);
        }
        assertThat(copy.size()).isEqualTo(5_000);
        assertThat(copy.value(4_999)).isEqualTo(4_999);
        Points.Extremes extremes = new Points.Extremes();
        extremes.reset();
        copy.extremes(0, 5_000, extremes);
        assertThat(extremes.low()).isZero();
    }

    @Test
    void whatHoldsIsTheLatestThatIsNotLater() {
        Points points = new Points();
        points.add(100, 1);
        points.add(100, 2);
        points.add(200, 3);
        assertThat(points.holding(99)).isEqualTo(-1);
        assertThat(points.holding(100)).isEqualTo(1);
        assertThat(points.holding(199)).isEqualTo(1);
        assertThat(points.holding(10_000)).isEqualTo(2);
    }

    @Test
    void aGapInAGapIsNone() {
        Points points = new Points();
        points.gap(1);
        assertThat(points.size()).isZero();
        points.add(2, 5);
        points.gap(3);
        points.gap(4);
        assertThat(points.size()).isEqualTo(2);
        assertThat(points.isKnown()).isFalse();
    }

    @Test
    void whatIsNoNumberIsNoPoint() {
        Points points = new Points();
        assertThatThrownBy(() -> points.add(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> points.add(1, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }
}
