package placewatch.screen.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import placewatch.model.series.Axes;
import placewatch.model.series.Series;

/// Every series of a chart by name, with what it says now. In two columns where there is room.
final class ChartLegend extends GridPane {

    private static final double ROOM_FOR_TWO = 1_240;

    private final ChartModel model;
    private final Chart chart;
    private final List<LegendLine> lines = new ArrayList<>();
    private int columns;

    ChartLegend(ChartModel model, Chart chart) {
        this.model = model;
        this.chart = chart;
        getStyleClass().add("series-legend");
        widthProperty().addListener(_ -> arrange());
        fill();
    }

    /// Other series, or they look otherwise.
    void fill() {
        List<Series> now = chart.series();
        if (!lines.stream().map(LegendLine::series).toList().equals(now)) {
            lines.clear();
            for (Series series : now) {
                lines.add(new LegendLine(model, chart, series));
            }
            columns = 0;
            arrange();
        }
        refresh();
    }

    private void arrange() {
        int wanted = getWidth() >= ROOM_FOR_TWO && lines.size() > 2 ? 2 : 1;
        if (wanted == columns) {
            return;
        }
        columns = wanted;
        getChildren().clear();
        getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(column);
        }
        int rows = Math.ceilDiv(lines.size(), columns);
        for (int i = 0; i < lines.size(); i++) {
            add(lines.get(i), i / rows, i % rows);
        }
    }

    /// Values, qualities and axes as they are now: a first value says whether it is a number at all.
    void refresh() {
        Axes axes = new Axes(chart.series());
        lines.forEach(line -> line.arranged(axes));
        Instant now = model.now();
        lines.forEach(line -> line.refresh(now));
    }
}
