package placewatch.screen.chart;

import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.model.series.ChartTime;
import placewatch.model.series.Recording;
import placewatch.model.series.Series;
import placewatch.protocol.StatusKey;
import placewatch.settings.Charts;

/// One chart: its name, its series, and which stretch of time it shows. JavaFX thread.
public final class Chart {

    private final StringProperty name;
    private final ObservableList<Series> series = FXCollections.observableArrayList();
    private final ObjectProperty<Charts.Lines> lines = new SimpleObjectProperty<>(Charts.Lines.STEPS);
    private final ChartTime time;
    private final ReadOnlyLongWrapper moved = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper changed = new ReadOnlyLongWrapper();

    Chart(String name, LongSupplier now) {
        this.name = new SimpleStringProperty(name);
        time = new ChartTime(now, () -> series.stream().filter(each -> each.points().size() > 0)
                .mapToLong(each -> each.points().firstTime()).min().orElseGet(now));
        series.subscribe(this::change);
        lines.subscribe(this::change);
    }

    /// Points came, or a second went by.
    void move() {
        moved.set(moved.get() + 1);
    }

    /// It looks otherwise from now on, whichever stretch of time it shows.
    void change() {
        changed.set(changed.get() + 1);
    }

    boolean has(StatusKey key) {
        return series.stream().anyMatch(each -> each.key().equals(key));
    }

    /// The least that none of the series has.
    int freeLook() {
        int look = 0;
        while (looks().contains(look)) {
            look++;
        }
        return look;
    }

    private List<Integer> looks() {
        return series.stream().map(Series::look).toList();
    }

    public StringProperty nameProperty() {
        return name;
    }

    public ObservableList<Series> series() {
        return series;
    }

    /// How its numbers are drawn.
    public ObjectProperty<Charts.Lines> linesProperty() {
        return lines;
    }

    /// Draws its numbers the other way.
    void otherLines() {
        lines.set(switch (lines.get()) {
            case STEPS -> Charts.Lines.STRAIGHT;
            case STRAIGHT -> Charts.Lines.STEPS;
        });
    }

    public ChartTime time() {
        return time;
    }

    /// Moves with points and with seconds.
    ReadOnlyLongProperty movedProperty() {
        return moved.getReadOnlyProperty();
    }

    /// Moves with everything else that can be seen, but for the time.
    ReadOnlyLongProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// Values of all its series that came and could not be kept.
    long missed() {
        return series.stream().map(Series::recording).mapToLong(Recording::missed).sum();
    }

    /// Values of all its series that had to make room.
    long gone() {
        return series.stream().mapToLong(each -> each.points().gone()).sum();
    }
}
