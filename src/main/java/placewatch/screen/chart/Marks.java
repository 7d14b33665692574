package placewatch.screen.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import placewatch.bridge.Connection;
import placewatch.model.series.ChartMark;
import placewatch.model.series.ExecMark;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;

/// When the connection came back, and when functions were called. JavaFX thread.
final class Marks implements AutoCloseable {

    private static final int MOST = 1_000;

    private final List<ChartMark> returns = new ArrayList<>();
    private final ObservableList<ExecMark> execs;
    private final ListChangeListener<ExecMark> following;
    private final Subscription returning;
    private boolean opened;

    Marks(Connection connection, ObservableList<ExecMark> execs, Runnable onMore) {
        this.execs = execs;
        returning = connection.onReturn(() -> {
            if (opened) {
                if (returns.size() == MOST) {
                    returns.removeFirst();
                }
                returns.add(new ChartMark(connection.now().toEpochMilli(), ChartMark.Kind.RECONNECTED, "reconnected"));
                onMore.run();
            }
            opened = true;
        });
        following = _ -> onMore.run();
        execs.addListener(following);
    }

    /// Those that matter to a chart, the oldest first.
    List<ChartMark> of(Chart chart) {
        Set<ModuleAddress> modules = chart.series().stream().map(series -> series.key().module())
                .collect(Collectors.toSet());
        return Stream.concat(returns.stream(), execs.stream().filter(exec -> modules.contains(exec.module()))
                        .map(exec -> new ChartMark(exec.at().toEpochMilli(), ChartMark.Kind.EXEC, exec.words())))
                .sorted(Comparator.comparingLong(ChartMark::at)).toList();
    }

    @Override
    public void close() {
        returning.close();
        execs.removeListener(following);
    }
}
