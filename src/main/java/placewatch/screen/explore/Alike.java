package placewatch.screen.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import placewatch.bridge.Connection;
import placewatch.model.StatusRow;

/// The modules of the open one's system that have its driver, itself too: what takes one call can be made on all of
/// them. While somebody is about to call them, or has, their status variables are watched, so that what changes after
/// a call can be told with it. JavaFX thread.
final class Alike implements AutoCloseable {

    /// So many are watched at a time; of the others a call is answered all the same.
    private static final int MOST_WATCHED = 12;

    private final Connection connection;
    private final FilteredList<ModuleRow> rows;
    private final Runnable lookAgain;
    private final Map<ModuleRow, StatusModel> watched = new HashMap<>();

    /// @param listed    the modules of the system, in its order
    /// @param driver    that of the open module
    /// @param lookAgain looks how the modules are now
    Alike(Connection connection, ObservableList<ModuleRow> listed, String driver, Runnable lookAgain) {
        this.connection = connection;
        this.lookAgain = lookAgain;
        rows = new FilteredList<>(listed, row -> CalledModule.driver(row.module()).equals(driver));
    }

    /// In the system's order. A module that moves, or that another one takes the place of, has another row then.
    ObservableList<ModuleRow> rows() {
        return rows;
    }

    /// Looks anew where they are and how they fare.
    void look() {
        lookAgain.run();
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
