package placewatch.screen.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.model.Background;
import placewatch.model.StatusValue;
import placewatch.model.series.ChartMark;
import placewatch.model.series.ChartTime;
import placewatch.model.series.ExecMark;
import placewatch.model.series.Recording;
import placewatch.model.series.Series;
import placewatch.model.series.Side;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.settings.Charts;
import placewatch.settings.Kept;

/// The charts of one server. Their variables are bound and recorded from the moment they are in a chart, on screen or
/// not. JavaFX thread.
public final class ChartModel implements AutoCloseable {

    private final Connection connection;
    private final Kept<Charts> kept;
    private final ObservableList<Chart> charts = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Chart> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Removal> removal = new ReadOnlyObjectWrapper<>();
    private final Recordings recordings;
    private final ChartedSystems systems;
    private final Marks marks;
    private final Subscription ticking;
    private boolean restoring = true;

    /// @param execs calls to be marked in charts of their modules, the oldest first; may grow at any time
    public ChartModel(Connection connection, Kept<Charts> kept, ObservableList<ExecMark> execs) {
        this.connection = connection;
        this.kept = kept;
        recordings = new Recordings(connection, this::came);
        systems = new ChartedSystems(connection, recordings);
        marks = new Marks(connection, execs, () -> charts.forEach(Chart::change));
        restore(kept.latest());
        restoring = false;
        chosen.addListener((_, _, _) -> keep());
        ticking = connection.eachSecond(_ -> charts.forEach(Chart::move));
        systems.look();
    }

    private void restore(Charts before) {
        for (Charts.Chart one : before.charts()) {
            Chart chart = chart(one.name());
            Stream.of(ChartTime.Range.values()).filter(range -> range.name().equals(one.range())).findFirst()
                    .ifPresent(chart.time()::choose);
            chart.linesProperty().set(one.lines());
            for (Charts.Series each : one.series()) {
                Series series = put(chart, new StatusKey(
                        new ModuleAddress(each.system(), each.module(), each.index()), each.name()));
                series.hiddenProperty().set(each.hidden());
                series.sideProperty().set(switch (each.axis()) {
                    case BY_UNIT -> null;
                    case LEFT -> Side.LEFT;
                    case RIGHT -> Side.RIGHT;
                });
            }
        }
        chosen.set(charts.isEmpty() ? null : charts.get(before.chosen()));
    }

    private Chart chart(String name) {
        Chart chart = new Chart(name, () -> connection.now().toEpochMilli());
        chart.nameProperty().subscribe(this::keep);
        chart.time().rangeProperty().subscribe(this::keep);
        chart.linesProperty().subscribe(this::keep);
        charts.add(chart);
        return chart;
    }

    private Series put(Chart chart, StatusKey key) {
        Series series = follow(chart, new Series(recordings.take(key), chart.freeLook()));
        chart.series().add(series);
        systems.look(key.module().system());
        return series;
    }

    private Series follow(Chart chart, Series series) {
        Runnable looksElse = () -> {
            chart.change();
            keep();
        };
        series.hiddenProperty().subscribe(looksElse);
        series.sideProperty().subscribe(looksElse);
        return series;
    }

    private void keep() {
        if (!restoring) {
            kept.keep(new Charts(charts.stream().map(ChartModel::kept).toList(),
                    Math.max(0, charts.indexOf(chosen.get()))));
        }
    }

    private static Charts.Chart kept(Chart chart) {
        return new Charts.Chart(chart.nameProperty().get(), chart.time().rangeProperty().get().name(),
                chart.linesProperty().get(),
                chart.series().stream().map(series -> {
                    ModuleAddress module = series.key().module();
                    return new Charts.Series(module.system(), module.module(), module.index(), series.key().name(),
                            series.isHidden(), series.side().map(side -> switch (side) {
                                case LEFT -> Charts.Axis.LEFT;
                                case RIGHT -> Charts.Axis.RIGHT;
                            }).orElse(Charts.Axis.BY_UNIT));
                }).toList());
    }

    private void came(List<Recording> some) {
        Set<Recording> moved = new HashSet<>(some);
        charts.stream().filter(chart -> chart.series().stream().anyMatch(each -> moved.contains(each.recording())))
                .forEach(Chart::move);
    }

    /// Adds a variable to the chosen chart, or to a new one if there is none.
    ///
    /// @return why it can't be added, in a sentence; empty when it is in the chart now
    public Optional<String> add(StatusKey key) {
        return add(List.of(key));
    }

    /// Adds variables to the chosen chart, or to a new one if there is none: as many as have room and are numbers.
    ///
    /// @return why some could not be added, in sentences; empty when all are in the chart now
    public Optional<String> add(Collection<StatusKey> keys) {
        Chart open = chosen.get();
        return open == null ? addToNew(keys) : add(open, keys);
    }

    /// Adds variables to a new chart, which is the chosen one then. There is none if nothing of it can be drawn.
    public Optional<String> addToNew(Collection<StatusKey> keys) {
        if (keys.stream().allMatch(key -> notDrawable(key).isPresent())) {
            return sentences(keys.stream().map(this::notDrawable).flatMap(Optional::stream).toList());
        }
        return add(newChart(), keys);
    }

    private Optional<String> add(Chart chart, Collection<StatusKey> keys) {
        List<String> refusals = new ArrayList<>();
        for (StatusKey key : keys) {
            if (chart.has(key)) {
                continue;
            }
            Optional<String> refusal = notDrawable(key);
            if (refusal.isPresent()) {
                refusals.add(refusal.get());
            } else if (chart.series().size() == Charts.MOST_SERIES) {
                refusals.add("“" + chart.nameProperty().get() + "” has " + Charts.MOST_SERIES
                        + " series already, so " + key.name() + " was not added. Remove one, or make a new chart.");
            } else {
                put(chart, key);
            }
        }
        keep();
        return sentences(refusals);
    }

    /// A variable without a value may yet get a number.
    private Optional<String> notDrawable(StatusKey key) {
        return connection.row(key).value().map(StatusValue::kind).flatMap(kind -> switch (kind) {
            case NUMBER, BOOLEAN, NULL -> Optional.empty();
            case STRING -> Optional.of("a text");
            case OBJECT -> Optional.of("an object");
            case ARRAY -> Optional.of("a list");
        }).map(what -> key.name() + " of " + key.module().slug() + " is " + what
                + "; a chart shows numbers and on or off.");
    }

    private static Optional<String> sentences(List<String> some) {
        return some.isEmpty() ? Optional.empty()
                : Optional.of(some.stream().distinct().collect(Collectors.joining(" ")));
    }

    /// An empty chart with a name that none has, which is the chosen one then.
    public Chart newChart() {
        Set<String> names = charts.stream().map(each -> each.nameProperty().get()).collect(Collectors.toSet());
        int number = 1;
        while (names.contains("Chart " + number)) {
            number++;
        }
        Chart chart = chart("Chart " + number);
        chosen.set(chart);
        return chart;
    }

    /// Takes a chart away; [#removalProperty] can bring it back.
    void remove(Chart chart) {
        int index = charts.indexOf(chart);
        charts.remove(index);
        if (chosen.get() == chart) {
            chosen.set(charts.isEmpty() ? null : charts.get(Math.min(index, charts.size() - 1)));
        }
        removed(new Removal("Chart “" + chart.nameProperty().get() + "” was removed.", () -> {
            charts.add(Math.min(index, charts.size()), chart);
            chosen.set(chart);
        }, () -> chart.series().forEach(series -> recordings.leave(series.key()))));
    }

    /// Takes a series out of a chart; [#removalProperty] can bring it back with its points.
    void remove(Chart chart, Series series) {
        int index = chart.series().indexOf(series);
        chart.series().remove(index);
        Runnable letGo = () -> recordings.leave(series.key());
        removed(new Removal(series.key().name() + " of " + series.key().module().slug() + " was removed from “"
                + chart.nameProperty().get() + "”.", () -> {
                    if (chart.series().size() < Charts.MOST_SERIES && !chart.has(series.key())) {
                        chart.series().add(Math.min(index, chart.series().size()), fitting(chart, series));
                    } else {
                        letGo.run();
                    }
                }, letGo));
    }

    /// As it was, unless another has its colour by now.
    private Series fitting(Chart chart, Series series) {
        if (chart.series().stream().noneMatch(other -> other.look() == series.look())) {
            return series;
        }
        Series other = follow(chart, new Series(series.recording(), chart.freeLook()));
        other.hiddenProperty().set(series.isHidden());
        other.sideProperty().set(series.side().orElse(null));
        return other;
    }

    private void removed(Removal next) {
        forget();
        removal.set(next);
        keep();
    }

    /// Brings back what was removed last.
    void undo() {
        Removal last = removal.get();
        if (last != null) {
            removal.set(null);
            last.bringBack().run();
            keep();
        }
    }

    /// What was removed last is gone for good.
    void forget() {
        Removal last = removal.get();
        if (last != null) {
            removal.set(null);
            last.letGo().run();
        }
    }

    /// What was removed last and can be brought back; null for nothing.
    ReadOnlyObjectProperty<@Nullable Removal> removalProperty() {
        return removal.getReadOnlyProperty();
    }

    public ObservableList<Chart> charts() {
        return charts;
    }

    /// The chart on screen; null while there is none.
    public ObjectProperty<@Nullable Chart> chosenProperty() {
        return chosen;
    }

    /// What people call a system, by its id, as far as it was told.
    ObservableMap<String, String> systemTitles() {
        return systems.titles();
    }

    List<ChartMark> marks(Chart chart) {
        return marks.of(chart);
    }

    Instant now() {
        return connection.now();
    }

    Background background() {
        return connection;
    }

    @Override
    public void close() {
        ticking.close();
        marks.close();
        systems.close();
        recordings.close();
    }
}
