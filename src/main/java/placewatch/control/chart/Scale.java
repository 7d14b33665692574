package placewatch.control.chart;

import java.util.Locale;

/// A value axis: from where to where, with a line every `step`, both ends on a line.
///
/// @param decimals what its numbers need
record Scale(double low, double high, double step, int decimals) {

    /// Around values, with at most so many steps.
    static Scale around(double least, double greatest, int most) {
        double low = least;
        double high = greatest;
        if (!(low <= high)) {
            low = 0;
            high = 1;
        } else if (low == high) {
            // a value that never changed lies in the middle
            double around = low == 0 ? 1 : Math.abs(low) * 0.05;
            low -= around;
            high += around;
        }
        double step = step((high - low) / Math.max(1, most));
        double bottom = Math.floor(low / step) * step;
        double top = Math.ceil(high / step) * step;
        while (Math.round((top - bottom) / step) > most) {
            step = step(step * 1.01);
            bottom = Math.floor(low / step) * step;
            top = Math.ceil(high / step) * step;
        }
        return new Scale(bottom, top, step, decimals(step));
    }

    /// The least of 1, 2, 5 times a power of ten that is at least that.
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double times : new double[] {1, 2, 5}) {
            // a little less will do: a power of ten is seldom exact
            if (times * power >= least * (1 - 1e-9)) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private static int decimals(double step) {
        return (int) Math.clamp(-Math.floor(Math.log10(step * (1 + 1e-9))), 0, 12);
    }

    int steps() {
        return (int) Math.round((high - low) / step);
    }

    double line(int index) {
        return low + index * step;
    }

    /// `21.5`, `12 000`, `1.2e+09`.
    String words(double value) {
        double shown = Math.abs(value) < step * 1e-6 ? 0 : value;
        if (Math.abs(shown) >= 1e9) {
            return String.format(Locale.ROOT, "%.4g", shown);
        }
        return String.format(Locale.ROOT, "%,." + decimals + "f", shown).replace(',', ' ').replace('-', '−');
    }
}
