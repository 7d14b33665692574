package placewatch.screen.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import placewatch.bridge.Connection;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.SystemDetail;

/// The systems of the charted variables: what people call them, and whether their modules run, which is told by REST
/// alone. Asks one after the other, every few seconds. JavaFX thread.
final class ChartedSystems implements AutoCloseable {

    private static final long LOOK_AGAIN_SECONDS = 10;

    private final Connection connection;
    private final Recordings recordings;
    private final ObservableMap<String, String> titles = FXCollections.observableHashMap();
    private final Deque<String> due = new ArrayDeque<>();
    private final Subscription lookingAgain;
    private Subscription asking = () -> { };
    private boolean busy;

    ChartedSystems(Connection connection, Recordings recordings) {
        this.connection = connection;
        this.recordings = recordings;
        lookingAgain = connection.every(LOOK_AGAIN_SECONDS, this::look);
    }

    /// Asks of all of them, unless they are being asked.
    void look() {
        if (due.isEmpty()) {
            due.addAll(recordings.keys().map(key -> key.module().system())
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        next();
    }

    /// Asks of a system that a variable was added of, which may be stopped.
    void look(String system) {
        if (!due.contains(system)) {
            due.addFirst(system);
        }
        next();
    }

    private void next() {
        if (busy || due.isEmpty()) {
            return;
        }
        busy = true;
        asking = connection.system(due.remove(), result -> {
            busy = false;
            // one that can't be had stands by its id, and its modules count as running as everywhere
            if (result instanceof ApiResult.Ok<SystemDetail>(SystemDetail detail)) {
                titles.put(detail.system().id(), detail.system().title());
                detail.addressed().forEach(addressed -> recordings.rows(addressed.address())
                        .forEach(row -> row.running(addressed.module().running(), connection.now())));
            }
            next();
        });
    }

    /// Title by id, of those that were told.
    ObservableMap<String, String> titles() {
        return titles;
    }

    @Override
    public void close() {
        lookingAgain.close();
        asking.close();
    }
}
