package placewatch.control.chart;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import placewatch.control.chart.Plot.Line;
import placewatch.model.series.ChartMark;
import placewatch.model.series.Side;
import placewatch.settings.Charts;

/// Draws a chart. All that is drawn often is rectangles on whole pixels, the slanted lines too: nothing is smoothed.
final class Pencil {

    private static final double TICK_ROOM = 96;
    private static final int MARK_EVERY = 160;

    private final GraphicsContext g;
    private final ChartColours colours;
    private final Plot plot;

    Pencil(GraphicsContext g, ChartColours colours, Plot plot) {
        this.g = g;
        this.colours = colours;
        this.plot = plot;
    }

    void draw(Shown shown, double width, double height) {
        g.setFill(colours.ground());
        g.fillRect(0, 0, width, height);
        g.setFont(Plot.SMALL);
        g.setTextBaseline(VPos.CENTER);
        times();
        for (Side side : Side.values()) {
            values(side);
        }
        lanes();
        g.setFill(colours.grid());
        g.fillRect(plot.left(), plot.bottom(), plot.width(), 1);
        marks(shown);
        Ink ink = new Ink(plot.width() + 1, height, outputScale());
        Map<Line, double[]> ends = new LinkedHashMap<>();
        for (Line line : plot.lines()) {
            Scale scale = plot.scale(line);
            if (scale != null) {
                ends.put(line, LineDrawing.draw(ink, line.columns(), shown.lines(), value -> plot.y(scale, value),
                        colour(line)));
            }
        }
        for (int i = 0; i < plot.lanes().size(); i++) {
            int lane = i;
            Line line = plot.lanes().get(i);
            // between on and off there is nothing
            ends.put(line, LineDrawing.draw(ink, line.columns(), Charts.Lines.STEPS,
                    value -> plot.laneY(lane, value), colour(line)));
        }
        g.drawImage(ink.image(), plot.left(), 0, ink.width(), ink.height());
        ends.forEach(this::forms);
    }

    private int colour(Line line) {
        return Ink.argb(colours.series(line.series().look()));
    }

    private double outputScale() {
        return g.getCanvas().getScene() == null || g.getCanvas().getScene().getWindow() == null ? 1
                : g.getCanvas().getScene().getWindow().getOutputScaleX();
    }

    private void times() {
        g.setTextAlign(TextAlignment.CENTER);
        int most = (int) Math.max(2, plot.width() / TICK_ROOM);
        for (TimeTicks.Tick tick : TimeTicks.of(plot.span(), most, ZoneId.systemDefault())) {
            double x = Math.round(plot.xOf(tick.at()));
            if (x < plot.left() || x >= plot.right()) {
                continue;
            }
            g.setFill(colours.grid());
            g.fillRect(x, plot.top(), tick.day() ? 2 : 1, plot.bottom() - plot.top() + 4);
            double half = plot.widthOf(tick.words()) / 2;
            // a label at the edge is not cut
            double middle = Math.clamp(x, half + 2, Math.max(half + 2, plot.right() + 12 - half));
            g.setFill(colours.words());
            g.fillText(tick.words(), middle, plot.bottom() + 13);
        }
    }

    private void values(Side side) {
        Scale scale = plot.scales().get(side);
        if (scale == null) {
            return;
        }
        boolean grid = side == Side.LEFT || !plot.scales().containsKey(Side.LEFT);
        double edge = side == Side.LEFT ? plot.left() : plot.right();
        g.setTextAlign(side == Side.LEFT ? TextAlignment.RIGHT : TextAlignment.LEFT);
        for (int i = 0; i <= scale.steps(); i++) {
            double y = plot.y(scale, scale.line(i));
            g.setFill(colours.grid());
            if (grid) {
                g.fillRect(plot.left(), y, plot.width(), 1);
            }
            g.fillRect(side == Side.LEFT ? edge - 4 : edge, y, 4, 1);
            g.setFill(colours.words());
            g.fillText(scale.words(scale.line(i)), side == Side.LEFT ? edge - 8 : edge + 8, y);
        }
        String unit = plot.units(side);
        if (!unit.isEmpty()) {
            // over the axis, and into the chart if it is long
            g.setTextAlign(side == Side.LEFT ? TextAlignment.LEFT : TextAlignment.RIGHT);
            g.fillText(unit, side == Side.LEFT ? Math.max(2, edge - 8 - plot.widthOf(unit))
                    : Math.min(edge + 8 + plot.widthOf(unit), g.getCanvas().getWidth() - 2), plot.top() - 21);
        }
    }

    private void lanes() {
        for (int i = 0; i < plot.lanes().size(); i++) {
            g.setFill(colours.grid());
            g.fillRect(plot.left(), plot.laneTop(i), plot.width(), 1);
            g.setFill(colours.words());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText("on", plot.left() - 8, plot.laneY(i, 1));
            g.fillText("off", plot.left() - 8, plot.laneY(i, 0));
        }
    }

    /// The series' form every now and then, each series at other places, and always at the same moments.
    private void forms(Line line, double[] ends) {
        g.setFill(colours.series(line.series().look()));
        long offset = Math.floorMod(plot.firstColumn(), (long) MARK_EVERY);
        int at = line.series().look() * MARK_EVERY / SeriesLook.values().length + MARK_EVERY / 16;
        for (int i = (int) Math.floorMod(at - offset, (long) MARK_EVERY); i < ends.length; i += MARK_EVERY) {
            if (!Double.isNaN(ends[i])) {
                g.save();
                g.translate(plot.left() + i + 0.5, ends[i]);
                g.beginPath();
                g.appendSVGPath(SeriesLook.of(line.series().look()).path());
                g.setStroke(colours.ground());
                g.setLineWidth(2.5);
                g.stroke();
                g.fill();
                g.restore();
            }
        }
    }

    private void marks(Shown shown) {
        double free = Double.NEGATIVE_INFINITY;
        g.setTextAlign(TextAlignment.LEFT);
        for (ChartMark mark : shown.marks()) {
            double x = Math.round(plot.xOf(mark.at()));
            if (x < plot.left() || x >= plot.right()) {
                continue;
            }
            boolean exec = mark.kind() == ChartMark.Kind.EXEC;
            g.setFill(exec ? colours.exec() : colours.returned());
            for (double y = plot.top(); y < plot.bottom(); y += exec ? 4 : 8) {
                g.fillRect(x, y, 1, exec ? 2 : 5);
            }
            String sign = exec ? "▶" : "↻";
            if (x >= free) {
                String words = sign + " " + mark.words();
                double wide = plot.widthOf(words);
                boolean fits = x + wide + 4 < plot.right();
                // above what lies at the very top
                g.fillText(fits ? words : sign, x + 3, plot.top() - 10);
                free = x + (fits ? wide : 10) + 10;
            } else {
                // below the words of the one before
                g.fillRect(x - 1, plot.top(), 3, 5);
            }
        }
    }
}
