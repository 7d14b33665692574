package placewatch.model.series;

import java.util.Arrays;

/// A stretch of time cut into columns, one a pixel, and what a series did in each: no peak is lost, however many points
/// there are. Columns are counted from 1970, so that a point stays in its column while the stretch moves on; a column
/// that no later point can change is looked at only once. One thread.
public final class Columns {

    private final Points.Extremes extremes = new Points.Extremes();
    private double[] entry = new double[0];
    private double[] low = new double[0];
    private double[] high = new double[0];
    private double[] last = new double[0];
    private double[] first = new double[0];
    private double[] lowest = new double[0];
    private double[] highest = new double[0];
    private int[] points = new int[0];
    private int count;
    private double least;
    private double greatest;
    /// Of the leading columns, those that no later point changes.
    private int settled;
    private Seen seen = new Seen(new Points(), 0, 0, 0, 0);
    private Beyond before = Beyond.NOTHING;
    private Beyond after = Beyond.NOTHING;

    /// The nearest point outside of the stretch.
    ///
    /// @param column where it is, as a column's number with its part; below 0 or beyond the last
    /// @param value  NaN for a gap, or for no point
    public record Beyond(double column, double value) {

        private static final Beyond NOTHING = new Beyond(Double.NaN, Double.NaN);
    }

    /// What was looked at last.
    ///
    /// @param dropped how often its oldest points had made room
    private record Seen(Points series, int dropped, long begins, double millis, long until) { }

    /// Looks at a series.
    ///
    /// @param begins the number of the first column since 1970
    /// @param millis how long a column is
    /// @param wanted how many columns
    /// @param until  later than this nothing is known yet
    public void fill(Points series, long begins, double millis, int wanted, long until) {
        int kept = keep(series, begins, millis, wanted, until);
        count = wanted;
        settled = kept;
        before = beyond(series, series.firstFrom(begin(begins, millis)) - 1, begins, millis);
        int from = series.firstFrom(begin(begins + kept, millis));
        for (int i = kept; i < wanted; i++) {
            long begin = begin(begins + i, millis);
            if (begin > until) {
                Arrays.fill(entry, i, wanted, Double.NaN);
                Arrays.fill(low, i, wanted, Double.NaN);
                Arrays.fill(high, i, wanted, Double.NaN);
                Arrays.fill(last, i, wanted, Double.NaN);
                Arrays.fill(first, i, wanted, Double.NaN);
                Arrays.fill(points, i, wanted, 0);
                break;
            }
            long end = begin(begins + i + 1, millis);
            int to = from == series.size() || series.time(from) >= end ? from : series.firstFrom(end, from);
            column(i, series, from, to);
            if (series.size() > 0 && end <= series.lastTime()) {
                settled = i + 1;
            }
            from = to;
        }
        after = beyond(series, from, begins, millis);
        widen();
    }

    /// Moves what was found of the same columns before to their places now.
    ///
    /// @return how many of the leading columns are as they have to be
    private int keep(Points series, long begins, double millis, int wanted, long until) {
        if (entry.length < wanted) {
            entry = Arrays.copyOf(entry, wanted);
            low = Arrays.copyOf(low, wanted);
            high = Arrays.copyOf(high, wanted);
            last = Arrays.copyOf(last, wanted);
            first = Arrays.copyOf(first, wanted);
            lowest = Arrays.copyOf(lowest, wanted);
            highest = Arrays.copyOf(highest, wanted);
            points = Arrays.copyOf(points, wanted);
        }
        Seen now = new Seen(series, series.dropped(), begins, millis, until);
        Seen then = seen;
        seen = now;
        long moved = begins - then.begins();
        if (then.series() != series || then.dropped() != now.dropped() || then.millis() != millis
                || until < then.until() || moved < 0 || moved >= settled) {
            return 0;
        }
        int kept = Math.min(settled - (int) moved, wanted);
        if (moved > 0) {
            for (double[] each : new double[][] {entry, low, high, last, first, lowest, highest}) {
                System.arraycopy(each, (int) moved, each, 0, kept);
            }
            System.arraycopy(points, (int) moved, points, 0, kept);
        }
        return kept;
    }

    private void widen() {
        least = Double.POSITIVE_INFINITY;
        greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            // false for NaN
            if (low[i] < least) {
                least = low[i];
            }
            if (high[i] > greatest) {
                greatest = high[i];
            }
        }
    }

    private static Beyond beyond(Points series, int point, long begins, double millis) {
        return point < 0 || point >= series.size() ? Beyond.NOTHING
                : new Beyond(series.time(point) / millis - begins, series.value(point));
    }

    /// When a column begins.
    public static long begin(long column, double millis) {
        return (long) Math.ceil(column * millis);
    }

    private void column(int i, Points series, int from, int to) {
        double before = from == 0 ? Double.NaN : series.value(from - 1);
        entry[i] = before;
        points[i] = to - from;
        if (from == to) {
            low[i] = before;
            high[i] = before;
            last[i] = before;
            first[i] = Double.NaN;
        } else {
            extremes.reset();
            series.extremes(from, to, extremes);
            boolean any = extremes.low() <= extremes.high();
            low[i] = any ? extremes.low() : before;
            high[i] = any ? extremes.high() : before;
            first[i] = series.value(from);
            lowest[i] = low[i];
            highest[i] = high[i];
            // the line jumps from what held to the first, unless it ended before
            if (any && !Double.isNaN(before) && !Double.isNaN(series.value(from))) {
                low[i] = Math.min(low[i], before);
                high[i] = Math.max(high[i], before);
            }
            last[i] = series.value(to - 1);
        }
    }

    public int count() {
        return count;
    }

    /// What held when the column began; NaN if nothing was known.
    public double entry(int column) {
        return entry[column];
    }

    /// The lowest that the line gets to in a column; NaN if nothing was known in all of it.
    public double low(int column) {
        return low[column];
    }

    /// The highest; NaN if nothing was known.
    public double high(int column) {
        return high[column];
    }

    /// What holds when the column ends; NaN if nothing is known then.
    public double last(int column) {
        return last[column];
    }

    /// The value of a column's first point; NaN for a gap, or if it has no points.
    public double first(int column) {
        return first[column];
    }

    /// The lowest of a column's points alone, without what held before; only for a column that has points.
    public double lowest(int column) {
        return lowest[column];
    }

    /// The highest of a column's points alone; only for a column that has points.
    public double highest(int column) {
        return highest[column];
    }

    /// The latest point before the first column.
    public Beyond before() {
        return before;
    }

    /// The first point after the last column.
    public Beyond after() {
        return after;
    }

    /// Points in a column, gaps included.
    public int points(int column) {
        return points[column];
    }

    /// Whether there is anything to draw.
    public boolean isEmpty() {
        return least > greatest;
    }

    /// The lowest of all columns; +∞ if there is nothing.
    public double least() {
        return least;
    }

    /// The highest of all columns; -∞ if there is nothing.
    public double greatest() {
        return greatest;
    }
}
