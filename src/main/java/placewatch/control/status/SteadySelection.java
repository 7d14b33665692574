package placewatch.control.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Keeps what is selected and focused in a table while its rows are put in another order, or some are taken out.
/// Whoever wants to know what is chosen hears of it only when that has really changed.
public final class SteadySelection<R> {

    private final TableView<R> table;
    private final Consumer<@Nullable R> chosen;
    private boolean moving;
    private @Nullable R told;

    /// @param chosen hears the row that was selected last, null for none
    public SteadySelection(TableView<R> table, Consumer<@Nullable R> chosen) {
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
    public void through(Runnable touch) {
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
        Set<@Nullable R> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(selected);
        int[] indices = new int[selected.size()];
        int found = 0;
        int leadAt = -1;
        int focusedAt = -1;
        int at = 0;
        for (R row : table.getItems()) {
            if (row == focused) {
                focusedAt = at;
            }
            if (row == lead) {
                leadAt = at;
            } else if (wanted.contains(row)) {
                indices[found++] = at;
            }
            at++;
        }
        table.getSelectionModel().clearSelection();
        if (found > 0) {
            table.getSelectionModel().selectIndices(indices[0], Arrays.copyOf(indices, found));
        }
        if (leadAt >= 0) {
            table.getSelectionModel().select(leadAt);
        }
        if (focusedAt >= 0) {
            table.getFocusModel().focus(focusedAt);
        }
    }
}
