package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Keeps what is selected and focused in a table while its rows are put in another order, or some are taken out.
/// Whoever wants to know what is chosen hears of it only when that has really changed.
final class SteadySelection<R> {

    private final TableView<R> table;
    private final Consumer<@Nullable R> chosen;
    private boolean moving;
    private @Nullable R told;

    /// @param chosen hears the row that was selected last, null for none
    SteadySelection(TableView<R> table, Consumer<@Nullable R> chosen) {
        this.table = table;
        this.chosen = chosen;
        table.getSelectionModel().selectedItemProperty().addListener(_ -> tell());
    }

    private void tell() {
        R now = table.getSelectionModel().getSelectedItem();
        if (!moving && now != told) {
            told = now;
            chosen.accept(now);
        }
    }

    /// Runs what changes the table's rows.
    void through(Runnable touch) {
        List<R> selected = new ArrayList<>(table.getSelectionModel().getSelectedItems());
        R lead = table.getSelectionModel().getSelectedItem();
        R focused = table.getFocusModel().getFocusedItem();
        moving = true;
        try {
            touch.run();
            if (!selected.isEmpty() || focused != null) {
                restore(selected, lead, focused);
            }
        } finally {
            moving = false;
        }
        tell();
    }

    private void restore(List<R> selected, @Nullable R lead, @Nullable R focused) {
        Map<R, Integer> places = new HashMap<>();
        for (int i = 0; i < table.getItems().size(); i++) {
            places.put(table.getItems().get(i), i);
        }
        table.getSelectionModel().clearSelection();
        int[] indices = selected.stream().filter(row -> row != lead && places.containsKey(row))
                .mapToInt(places::get).toArray();
        if (indices.length > 0) {
            table.getSelectionModel().selectIndices(indices[0], indices);
        }
        if (lead != null && places.containsKey(lead)) {
            table.getSelectionModel().select(places.get(lead).intValue());
        }
        if (focused != null && places.containsKey(focused)) {
            table.getFocusModel().focus(places.get(focused));
        }
    }
}
