package placewatch.control.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import placewatch.model.series.Axes;
import placewatch.model.series.Columns;
import placewatch.model.series.Series;
import placewatch.model.series.Side;
import placewatch.model.series.TimeSpan;

/// Where everything of a chart lies on the screen: its edges, its axes, its columns of a pixel each. Works it out anew
/// for each painting, and keeps what it needs for that.
final class Plot {

    /// A series that is drawn.
    record Line(Series series, Columns columns, Side side) { }

    static final Font SMALL = Font.font("Inter", 11);
    static final double LANE = 30;
    private static final double TOP = 30;
    private static final double OVER_LANES = 10;
    private static final double BOTTOM = 22;
    private static final double SIDE = 14;
    private static final double GAP = 8;
    private static final double LINE_EVERY = 44;

    private final Text ruler = new Text();
    private final List<Columns> pool = new ArrayList<>();
    private final Map<Side, Scale> scales = new EnumMap<>(Side.class);
    private final Map<Side, String> units = new EnumMap<>(Side.class);
    private List<Line> lines = List.of();
    private List<Line> lanes = List.of();
    private double left = 56;
    private double right = SIDE;
    private double width;
    private double height;
    private double areaHeight;
    private long first;
    private double millis = 1;

    Plot() {
        ruler.setFont(SMALL);
    }

    void arrange(Shown shown, double wholeWidth, double wholeHeight) {
        Axes axes = new Axes(shown.series());
        lanes = List.of();
        for (int tries = 0; tries < 3; tries++) {
            width = Math.max(10, Math.floor(wholeWidth - left - right));
            height = Math.max(10, Math.floor(wholeHeight - TOP - BOTTOM));
            millis = shown.span().length() / width;
            // whole pixels: columns stay the same while the stretch moves on
            first = Math.round(shown.span().from() / millis);
            fill(shown, axes);
            areaHeight = Math.max(10, height - (lanes.isEmpty() ? 0 : lanes.size() * LANE + OVER_LANES));
            scales.clear();
            for (Side side : Side.values()) {
                if (!axes.shown(side).isEmpty()) {
                    scales.put(side, scale(side));
                    units.put(side, axes.units(side));
                }
            }
            double wantedLeft = margin(Side.LEFT, lanes.isEmpty() ? 0 : 22);
            double wantedRight = margin(Side.RIGHT, 0);
            if (wantedLeft == left && wantedRight == right) {
                break;
            }
            left = wantedLeft;
            right = wantedRight;
        }
    }

    private void fill(Shown shown, Axes axes) {
        List<Line> nextLines = new ArrayList<>();
        List<Line> nextLanes = new ArrayList<>();
        int used = 0;
        for (Series series : shown.series()) {
            if (!series.isHidden()) {
                if (used == pool.size()) {
                    pool.add(new Columns());
                }
                Columns columns = pool.get(used++);
                columns.fill(series.points(), first, millis, (int) width, shown.now().toEpochMilli());
                (series.isSwitch() ? nextLanes : nextLines).add(new Line(series, columns, axes.of(series)));
            }
        }
        // they hold on to what they looked at
        pool.subList(used, pool.size()).clear();
        lines = nextLines;
        lanes = nextLanes;
    }

    private Scale scale(Side side) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Line line : lines) {
            if (line.side == side && !line.columns.isEmpty()) {
                least = Math.min(least, line.columns.least());
                greatest = Math.max(greatest, line.columns.greatest());
            }
        }
        int most = (int) Math.max(2, areaHeight / LINE_EVERY);
        if (least == greatest && side == Side.RIGHT && scales.containsKey(Side.LEFT)) {
            // not in the middle too: of two that never changed one would cover the other
            double around = Scale.around(least, greatest, most).step();
            return Scale.around(least - around, greatest + 3 * around, most);
        }
        return Scale.around(least, greatest, most);
    }

    /// In steps, so that what is drawn does not jump with each figure more or less.
    private double margin(Side side, double least) {
        Scale scale = scales.get(side);
        double widest = least;
        if (scale != null) {
            for (int i = 0; i <= scale.steps(); i++) {
                widest = Math.max(widest, widthOf(scale.words(scale.line(i))));
            }
        }
        return widest == 0 ? SIDE : 16 * Math.ceil((widest + GAP + 4) / 16);
    }

    double widthOf(String words) {
        ruler.setText(words);
        return ruler.getLayoutBounds().getWidth();
    }

    /// Series on an axis.
    List<Line> lines() {
        return lines;
    }

    /// Switches, from the top.
    List<Line> lanes() {
        return lanes;
    }

    /// Null for an axis that nothing is on.
    @Nullable Scale scale(Line line) {
        return scales.get(line.side);
    }

    Map<Side, Scale> scales() {
        return scales;
    }

    String units(Side side) {
        return units.getOrDefault(side, "");
    }

    double left() {
        return left;
    }

    double right() {
        return left + width;
    }

    double top() {
        return TOP;
    }

    double width() {
        return width;
    }

    /// Below the lanes.
    double bottom() {
        return TOP + height;
    }

    /// Of what the axes are for.
    double areaHeight() {
        return areaHeight;
    }

    double laneTop(int lane) {
        return TOP + areaHeight + OVER_LANES + lane * LANE;
    }

    /// Middle of a line of two pixels.
    double y(Scale scale, double value) {
        return TOP + Math.round(areaHeight * (1 - (value - scale.low()) / (scale.high() - scale.low())));
    }

    double laneY(int lane, double value) {
        return Math.round(laneTop(lane) + LANE - 5 - value * (LANE - 14));
    }

    long firstColumn() {
        return first;
    }

    /// Milliseconds of a pixel.
    double millis() {
        return millis;
    }

    TimeSpan span() {
        return new TimeSpan(first * millis, (first + width) * millis);
    }

    double timeAt(double x) {
        return (first + x - left) * millis;
    }

    double xOf(double time) {
        return left + time / millis - first;
    }

    boolean holds(double x, double y) {
        return x >= left && x < left + width && y >= TOP && y <= TOP + height;
    }
}
