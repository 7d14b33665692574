package placewatch.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Thinning against the plainest way to do it.
class ColumnsTest {

    private static final long NEVER = Long.MAX_VALUE;

    /// What one column must say, found by looking at every point.
    private record Naive(double entry, double low, double high, double last, int points) {

        static Naive of(Points series, long begin, long end) {
            double entry = Double.NaN;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double last = Double.NaN;
            int inside = 0;
            for (int i = 0; i < series.size() && series.time(i) < end; i++) {
                double value = series.value(i);
                last = value;
                if (series.time(i) < begin) {
                    entry = value;
                    continue;
                }
                boolean jumps = inside == 0 && !Double.isNaN(value) && !Double.isNaN(entry);
                inside++;
                if (!Double.isNaN(value)) {
                    low = Math.min(low, jumps ? Math.min(value, entry) : value);
                    high = Math.max(high, jumps ? Math.max(value, entry) : value);
                }
            }
            return low <= high ? new Naive(entry, low, high, last, inside)
                    : new Naive(entry, entry, entry, last, inside);
        }
    }

    private static Points walk(Random random, int count, int most) {
        Points points = new Points();
        long time = 1_700_000_000_000L;
        double value = 0;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(100) == 0 ? random.nextInt(20 * most) : random.nextInt(most);
            if (random.nextInt(200) == 0) {
                points.gap(time);
            } else {
                value += random.nextGaussian();
                points.add(time, random.nextInt(500) == 0 ? value + 1_000 * random.nextGaussian() : value);
            }
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noPeakIsLostHoweverTheStretchIsCut(long seed) {
        Random random = new Random(seed);
        Points points = walk(random, 20_000, 40);
        Columns columns = new Columns();
        for (int round = 0; round < 12; round++) {
            long length = points.lastTime() - points.firstTime();
            int wanted = 1 + random.nextInt(60);
            double millis = Math.pow(10, random.nextDouble() * 5) * length / 20_000 / 40;
            long first = Math.round((points.firstTime() + random.nextDouble(-0.1, 1.1) * length) / millis);
            columns.fill(points, first, millis, wanted, NEVER);
            assertThat(columns.count()).isEqualTo(wanted);
            for (int i = 0; i < wanted; i++) {
                Naive naive = Naive.of(points, Columns.begin(first + i, millis), Columns.begin(first + i + 1, millis));
                assertThat(new Naive(columns.entry(i), columns.low(i), columns.high(i), columns.last(i),
                        columns.points(i))).isEqualTo(naive);
            }
        }
    }

    @Test
    void movingOnByAColumnChangesNoOtherColumn() {
        Points points = walk(new Random(9), 5_000, 30);
        double millis = 137.3;
        long first = Math.round(points.firstTime() / millis);
        Columns before = new Columns();
        before.fill(points, first, millis, 500, NEVER);
        Columns after = new Columns();
        after.fill(points, first + 1, millis, 500, NEVER);
        for (int i = 1; i < 500; i++) {
            assertThat(after.low(i - 1)).isEqualTo(before.low(i));
            assertThat(after.high(i - 1)).isEqualTo(before.high(i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void whatIsKeptFromTheLastLookIsAsAFreshLookFindsIt(long seed) {
        Random random = new Random(seed);
        Points points = new Points(3 * Points.CHUNK);
        long start = 1_700_000_000_000L;
        long time = start;
        Columns kept = new Columns();
        double millis = 40 + random.nextDouble() * 400;
        int wanted = 200;
        for (int round = 0; round < 300; round++) {
            int some = random.nextInt(10) == 0 ? 3_000 : random.nextInt(60);
            for (int i = 0; i < some; i++) {
                time += random.nextInt(30);
                switch (random.nextInt(50)) {
                    case 0 -> points.gap(time);
                    case 1 -> points.replaceLast(random.nextGaussian());
                    default -> points.add(time, random.nextGaussian());
                }
            }
            switch (random.nextInt(25)) {
                case 0 -> millis = 40 + random.nextDouble() * 400;
                case 1 -> wanted = 50 + random.nextInt(400);
                default -> { }
            }
            long until = time + random.nextInt(200) - 20;
            long begins = Math.round((until - wanted * millis * random.nextDouble(0.5, 1.1)) / millis);
            Columns fresh = new Columns();
            // most looks are at the latest, as a live chart's
            long from = random.nextInt(4) == 0 ? begins : Math.round(until / millis) - wanted;
            kept.fill(points, from, millis, wanted, until);
            fresh.fill(points, from, millis, wanted, until);
            assertThat(told(kept)).as("round %d", round).isEqualTo(told(fresh));
        }
    }

    private static List<Object> told(Columns columns) {
        List<Object> told = new ArrayList<>(List.of(columns.before(), columns.after(), columns.least(),
                columns.greatest(), columns.count()));
        for (int i = 0; i < columns.count(); i++) {
            told.add(List.of(columns.entry(i), columns.low(i), columns.high(i), columns.first(i), columns.last(i),
                    columns.points(i)));
            if (columns.points(i) > 0) {
                told.add(List.of(columns.lowest(i), columns.highest(i)));
            }
        }
        return told;
    }

    @Test
    void nothingIsKnownWithinAGapNorAfterThePresent() {
        Points points = new Points();
        points.add(1_000, 5);
        points.gap(2_000);
        points.add(3_000, 7);
        Columns columns = new Columns();
        columns.fill(points, 0, 100, 60, 4_050);
        for (int i = 0; i < 60; i++) {
            double expected = i < 10 ? Double.NaN : i <= 20 ? 5 : i < 30 ? Double.NaN : i <= 40 ? 7 : Double.NaN;
            assertThat(columns.high(i)).as("column %d", i).isEqualTo(Double.valueOf(expected));
        }
        assertThat(columns.last(20)).isNaN();
        assertThat(columns.least()).isEqualTo(5);
        assertThat(columns.greatest()).isEqualTo(7);
    }

    @Test
    void aGapWithinAColumnIsNotCrossed() {
        Points points = new Points();
        points.add(0, 5);
        points.gap(1_010);
        points.add(1_050, 90);
        Columns columns = new Columns();
        columns.fill(points, 0, 100, 20, NEVER);
        // the line does not go up from 5
        assertThat(columns.low(10)).isEqualTo(90);
        assertThat(columns.high(10)).isEqualTo(90);
    }
}
