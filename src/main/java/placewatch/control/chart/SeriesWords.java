package placewatch.control.chart;

import java.math.BigDecimal;
import placewatch.model.series.Series;

/// A series and its values in words.
public final class SeriesWords {

    private SeriesWords() { }

    /// The whole number as it stands, with its unit; `true` and `false` for a switch; `unknown` in a gap.
    public static String value(Series series, double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (series.isSwitch() && (value == 0 || value == 1)) {
            return value == 1 ? "true" : "false";
        }
        return series.unit().isSaid() ? number(value) + " " + series.unit().sign() : number(value);
    }

    /// All its digits, and no more: `21.4`, `33`, `0.000012`.
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        return size >= 1e-6 && size < 1e15 ? new BigDecimal(Double.toString(value)).toPlainString()
                : Double.toString(value);
    }
}
