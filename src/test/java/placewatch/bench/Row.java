package placewatch.bench;

import java.util.Locale;

/// One line of the benchmark's table.
///
/// @param measure  what was measured
/// @param ours     the figure, in `unit`
/// @param baseline the figure of the baseline in the same run; NaN where the measure is absolute
/// @param unit     of both
/// @param reached  the figure that the bound is about: a ratio or one of `ours`
/// @param bound    what it must be: `≥ 1.00` or `≤ 25`
record Row(String measure, double ours, double baseline, String unit, double reached, Bound bound) {

    /// A bound that a figure must keep.
    sealed interface Bound {

        double value();

        boolean keeps(double figure);

        record AtLeast(double value) implements Bound {
            @Override
            public boolean keeps(double figure) {
                return figure >= value;
            }
        }

        record AtMost(double value) implements Bound {
            @Override
            public boolean keeps(double figure) {
                return figure <= value;
            }
        }
    }

    static Row ratio(String measure, double ours, double baseline, String unit, double atLeast) {
        return new Row(measure, ours, baseline, unit, ours / baseline, new Bound.AtLeast(atLeast));
    }

    static Row atLeast(String measure, double ours, double baseline, String unit, double bound) {
        return new Row(measure, ours, baseline, unit, ours, new Bound.AtLeast(bound));
    }

    static Row atMost(String measure, double ours, double baseline, String unit, double bound) {
        return new Row(measure, ours, baseline, unit, ours, new Bound.AtMost(bound));
    }

    boolean isKept() {
        return bound.keeps(reached);
    }

    String must() {
        return switch (bound) {
            case Bound.AtLeast(double value) -> "≥ " + shown(value);
            case Bound.AtMost(double value) -> "≤ " + shown(value);
        };
    }

    /// Three figures that mean something.
    static String shown(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        double size = Math.abs(number);
        return String.format(Locale.ROOT, size >= 100 || size == Math.rint(size) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f",
                number);
    }
}
