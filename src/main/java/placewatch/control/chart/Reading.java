package placewatch.control.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import placewatch.control.Texts;
import placewatch.model.series.Points;
import placewatch.model.series.Series;

/// A line at a moment and what every series was then, in a table that keeps its place and its size while the line moves.
final class Reading {

    private static final double VALUE = 104;
    private static final double SINCE = 92;
    private static final double MOST_NAME = 200;
    private static final double ASIDE = 12;
    /// So far past the middle the line goes before the table changes sides.
    private static final double STEADY = 24;

    private final Plot plot;
    private final Region line = new Region();
    private final Label moment = new Label();
    private final GridPane grid = new GridPane();
    private final VBox table = new VBox(4, moment, grid);
    private final List<Series> rows = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();
    private final List<Label> sinces = new ArrayList<>();
    private @Nullable Shown shown;
    private double x = -1;
    private boolean atRight;

    Reading(Plot plot) {
        this.plot = plot;
        line.getStyleClass().add("chart-reading-line");
        table.getStyleClass().add("chart-reading");
        table.setId(ChartIds.READING);
        moment.getStyleClass().addAll("mono", "chart-reading-time");
        grid.setHgap(10);
        grid.setVgap(2);
        ColumnConstraints form = new ColumnConstraints(14);
        ColumnConstraints name = new ColumnConstraints();
        name.setMaxWidth(MOST_NAME);
        ColumnConstraints value = new ColumnConstraints(VALUE);
        value.setHalignment(HPos.RIGHT);
        ColumnConstraints since = new ColumnConstraints(SINCE);
        since.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(form, name, value, since);
        for (Node node : nodes()) {
            node.setManaged(false);
            node.setVisible(false);
            node.setMouseTransparent(true);
        }
    }

    List<Node> nodes() {
        return List.of(line, table);
    }

    boolean isOn() {
        return line.isVisible();
    }

    /// Reads at a place of the chart.
    void at(double where) {
        x = Math.clamp(Math.floor(where), plot.left(), plot.right() - 1);
        read();
    }

    /// Moves the line by pixels; from the latest moment if there is none yet.
    void step(int pixels) {
        at(isOn() ? x + pixels : plot.right() - 1);
    }

    void leave() {
        x = -1;
        line.setVisible(false);
        table.setVisible(false);
    }

    /// The chart was painted anew.
    void refresh(Shown next) {
        shown = next;
        List<Series> wanted = next.series().stream().filter(series -> !series.isHidden()).toList();
        if (!wanted.equals(rows)) {
            fill(wanted);
        }
        if (x >= 0) {
            at(x);
        }
    }

    private void fill(List<Series> wanted) {
        rows.clear();
        rows.addAll(wanted);
        values.clear();
        sinces.clear();
        grid.getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            Series series = rows.get(i);
            Label name = new Label(series.key().name() + " · " + series.key().module().slug());
            name.setMinWidth(0);
            Label value = new Label();
            value.getStyleClass().add("chart-reading-value");
            Label since = new Label();
            since.getStyleClass().addAll("mono", "muted");
            values.add(value);
            sinces.add(since);
            grid.addRow(i, SeriesLook.of(series.look()).mark(), name, value, since);
        }
    }

    private void read() {
        Shown now = shown;
        if (now == null || rows.isEmpty()) {
            leave();
            return;
        }
        long time = Math.round(plot.timeAt(x));
        ZoneId zone = ZoneId.systemDefault();
        boolean future = time > now.now().toEpochMilli();
        moment.setText(Texts.clock(Instant.ofEpochMilli(time), zone) + (future ? ", not yet" : ""));
        StringBuilder heard = new StringBuilder(moment.getText());
        for (int i = 0; i < rows.size(); i++) {
            Series series = rows.get(i);
            Points points = series.points();
            int holding = future ? -1 : points.holding(time);
            String value = holding < 0 ? "unknown" : SeriesWords.value(series, points.value(holding));
            values.get(i).setText(value);
            sinces.get(i).setText(holding < 0 ? "" : Texts.clock(Instant.ofEpochMilli(points.time(holding)), zone));
            heard.append(", ").append(series.key().name()).append(' ').append(value);
        }
        table.setAccessibleText(heard.toString());
        place();
    }

    private void place() {
        line.resizeRelocate(x, plot.top(), 1, plot.bottom() - plot.top());
        double width = Math.ceil(table.prefWidth(-1));
        double height = Math.ceil(table.prefHeight(-1));
        double leftEdge = plot.left() + ASIDE;
        double rightEdge = plot.right() - ASIDE - width;
        double middle = (plot.left() + plot.right()) / 2;
        if (!isOn()) {
            atRight = x < middle;
        } else if (atRight && x > rightEdge - ASIDE && x > middle + STEADY) {
            atRight = false;
        } else if (!atRight && x < leftEdge + width + ASIDE && x < middle - STEADY) {
            atRight = true;
        }
        table.resizeRelocate(Math.round(atRight ? rightEdge : leftEdge), plot.top() + 8, width, height);
        line.setVisible(true);
        table.setVisible(true);
    }
}
