package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

/// Keeps which cells are selected while rooms are put in another order, join or leave. JavaFX thread.
final class TemplateSelection {

    /// To put more back one by one would keep the window waiting each time that the rooms are sorted.
    private static final int PUT_BACK = 600;

    private record Selected(TemplateRow row, TableColumn<TemplateRow, ?> column) { }

    private final TableView<TemplateRow> table;
    private final Runnable changed;
    private boolean moving;

    /// @param changed runs whenever other cells may be selected
    TemplateSelection(TableView<TemplateRow> table, Runnable changed) {
        this.table = table;
        this.changed = changed;
        table.getSelectionModel().getSelectedCells().subscribe(() -> {
            if (!moving) {
                changed.run();
            }
        });
    }

    /// Runs what changes the table's rows.
    @SuppressWarnings("unchecked")
    void through(Runnable touch) {
        List<Selected> selected = new ArrayList<>();
        for (TablePosition<TemplateRow, ?> position : table.getSelectionModel().getSelectedCells()) {
            if (position.getRow() < table.getItems().size() && position.getTableColumn() != null) {
                selected.add(new Selected(table.getItems().get(position.getRow()), position.getTableColumn()));
            }
        }
        int focused = table.getFocusModel().getFocusedCell().getRow();
        TableColumn<TemplateRow, ?> focusedColumn = table.getFocusModel().getFocusedCell().getTableColumn();
        TemplateRow focusedRow = focused >= 0 && focused < table.getItems().size() ? table.getItems().get(focused) : null;
        moving = true;
        try {
            touch.run();
            Map<TemplateRow, Integer> places = new IdentityHashMap<>();
            for (TemplateRow row : table.getItems()) {
                places.put(row, places.size());
            }
            table.getSelectionModel().clearSelection();
            for (Selected each : selected.subList(Math.max(0, selected.size() - PUT_BACK), selected.size())) {
                Integer place = places.get(each.row());
                if (place != null) {
                    table.getSelectionModel().select(place, each.column());
                }
            }
            if (focusedRow != null && places.containsKey(focusedRow)) {
                table.getFocusModel().focus(places.get(focusedRow), focusedColumn);
            }
        } finally {
            moving = false;
        }
        changed.run();
    }
}
