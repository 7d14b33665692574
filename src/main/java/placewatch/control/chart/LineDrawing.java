package placewatch.control.chart;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import placewatch.model.series.Columns;
import placewatch.settings.Charts;

/// Draws one series' line: as steps, where a value holds until the next, or straight from value to value. Neither goes
/// across a gap: what was known last holds until it, as nobody knows where the value went. One painting, one thread.
final class LineDrawing {

    private static final double THICK = 2;

    private final Ink ink;
    private final Columns columns;
    private final DoubleUnaryOperator height;
    private final int colour;

    /// Where the line ends each column; NaN for where there is none.
    private final double[] ends;

    private LineDrawing(Ink ink, Columns columns, DoubleUnaryOperator height, int colour) {
        this.ink = ink;
        this.columns = columns;
        this.height = height;
        this.colour = colour;
        ends = new double[columns.count()];
        Arrays.fill(ends, Double.NaN);
    }

    /// @param height where a value lies
    /// @return where the line ends each column; NaN for where there is none
    static double[] draw(Ink ink, Columns columns, Charts.Lines lines, DoubleUnaryOperator height, int colour) {
        LineDrawing drawing = new LineDrawing(ink, columns, height, colour);
        switch (lines) {
            case STEPS -> drawing.steps();
            case STRAIGHT -> drawing.straight();
        }
        return drawing.ends;
    }

    private void steps() {
        int count = columns.count();
        for (int i = 0; i < count; i++) {
            ends[i] = at(columns.last(i));
        }
        int i = 0;
        while (i < count) {
            double low = columns.low(i);
            if (Double.isNaN(low)) {
                i++;
                continue;
            }
            double top = at(columns.high(i));
            if (columns.points(i) > 0) {
                ink.fill(i, top - 1, i + 1 < count ? 2 : 1, at(low) - top + THICK, colour);
                i++;
                continue;
            }
            int begin = i;
            while (i < count && columns.points(i) == 0 && !Double.isNaN(columns.low(i))) {
                i++;
            }
            ink.fill(begin, top - 1, i - begin, THICK, colour);
        }
    }

    private void straight() {
        double fromColumn = columns.before().column();
        double from = columns.before().value();
        for (int i = 0; i < columns.count(); i++) {
            if (columns.points(i) == 0) {
                continue;
            }
            double first = columns.first(i);
            if (!Double.isNaN(from)) {
                slope(fromColumn, from, i, Double.isNaN(first) ? from : first);
            }
            if (columns.lowest(i) <= columns.highest(i)) {
                double top = at(columns.highest(i));
                ink.fill(i, top - 1, THICK, at(columns.lowest(i)) - top + THICK, colour);
            }
            fromColumn = i;
            from = columns.last(i);
            ends[i] = at(from);
        }
        if (Double.isNaN(from)) {
            return;
        }
        double to = columns.after().value();
        if (Double.isNaN(to)) {
            // the latest holds until now
            slope(fromColumn, from, known(), from);
        } else {
            slope(fromColumn, from, columns.after().column(), to);
        }
    }

    /// Columns of which something is known.
    private int known() {
        int end = columns.count();
        while (end > 0 && Double.isNaN(columns.last(end - 1))) {
            end--;
        }
        return end;
    }

    private void slope(double fromColumn, double from, double toColumn, double to) {
        int begin = (int) Math.max(0, Math.floor(fromColumn));
        int end = (int) Math.min(columns.count(), Math.floor(toColumn));
        double length = Math.max(1, toColumn - fromColumn);
        double y = at(from + (to - from) * (begin - fromColumn) / length);
        for (int i = begin; i < end; i++) {
            double next = at(from + (to - from) * (i + 1 - fromColumn) / length);
            ink.fill(i, Math.min(y, next) - 1, 1, Math.abs(next - y) + THICK, colour);
            ends[i] = next;
            y = next;
        }
    }

    private double at(double value) {
        return Double.isNaN(value) ? Double.NaN : height.applyAsDouble(value);
    }
}
