package placewatch.screen.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import placewatch.bridge.Connection;
import placewatch.model.StatusRow;
import placewatch.protocol.Subscription;

/// The modules of the open one's system that have its driver, itself too: what takes one call can be made on all of
/// them. While somebody is about to call them, or has, their status variables are watched, so that what changes after
/// a call can be told with it. JavaFX thread.
final class Alike implements AutoCloseable {

    /// So many are watched at a time; of the others a call is answered all the same.
    private static final int MOST_WATCHED = 12;

    /// Whoever has answered a question is not kept waiting for a slow server longer than this.
    private static final long PATIENCE_MILLIS = 1_000;

    private final Connection connection;
    private final FilteredList<ModuleRow> rows;
    private final Consumer<Runnable> look;
    private final Map<ModuleRow, StatusModel> watched = new HashMap<>();

    /// @param listed the modules of the system, in its order
    /// @param driver that of the open module
    /// @param look   looks how the modules are now, and runs its argument once that is known, or can't be
    Alike(Connection connection, ObservableList<ModuleRow> listed, String driver, Consumer<Runnable> look) {
        this.connection = connection;
        this.look = look;
        rows = new FilteredList<>(listed, row -> CalledModule.driver(row.module()).equals(driver));
    }

    /// In the system's order. A module that moves, or that another one takes the place of, has another row then.
    ObservableList<ModuleRow> rows() {
        return rows;
    }

    /// Looks anew where they are and how they fare.
    ///
    /// @param then runs once, when that is known, or was not within a moment
    void look(Runnable then) {
        boolean[] over = {false};
        Runnable once = () -> {
            if (!over[0]) {
                over[0] = true;
                then.run();
            }
        };
        Subscription patience = connection.after(PATIENCE_MILLIS, once);
        look.accept(() -> {
            patience.close();
            once.run();
        });
    }

    /// Watches the variables of these and of no others.
    void watch(Set<ModuleRow> wanted) {
        watched.entrySet().removeIf(entry -> {
            boolean over = !wanted.contains(entry.getKey());
            if (over) {
                entry.getValue().close();
            }
            return over;
        });
        for (ModuleRow row : wanted) {
            if (watched.size() < MOST_WATCHED && !watched.containsKey(row)) {
                watched.put(row, new StatusModel(connection, row.address(), row.module().running()));
            }
        }
    }

    /// Its variables as far as they are watched.
    List<StatusRow> variables(ModuleRow row) {
        StatusModel open = watched.get(row);
        return open == null ? List.of() : open.rows();
    }

    @Override
    public void close() {
        watch(Set.of());
    }
}
