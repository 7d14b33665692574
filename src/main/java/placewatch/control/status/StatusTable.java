package placewatch.control.status;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import placewatch.model.Background;
import placewatch.model.StatusRow;

/// A table of live status variables. JavaFX thread.
public final class StatusTable {

    /// Below this width the table leaves out what matters least.
    private static final double NARROW = 720;

    /// And below this, all but what must be seen.
    private static final double TIGHT = 480;

    private final TableView<StatusRow> table;

    /// @param now     moves once a second
    /// @param cramped whether something beside the table says what matters least, and needs the room
    /// @param chosen  hears the row that was chosen last, null for none
    public StatusTable(LiveRows rows, ReadOnlyObjectProperty<Instant> now, Background background,
            ObservableBooleanValue cramped, Consumer<@Nullable StatusRow> chosen) {
        table = new TableView<>(rows.shown());
        table.setAccessibleText("Status variables");
        table.getStyleClass().addAll("dense", "status-table");
        table.setFixedCellSize(30);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        CellClock clock = new CellClock(now, background);
        StatusColumns columns = new StatusColumns(table, clock, new ChangeMarks(background),
                Bindings.or(cramped, table.widthProperty().lessThan(NARROW)), table.widthProperty().lessThan(TIGHT));
        table.setRowFactory(_ -> new StatusCells.Row(clock));
        table.setOnSort(event -> {
            // the table would sort its items itself, for each change of any of them
            rows.order(columns.order());
            event.consume();
        });
        SteadySelection<StatusRow> selection = new SteadySelection<>(table, chosen);
        rows.steadily(selection::through);
    }

    /// What stands where there are no rows.
    public void whenEmpty(ObservableStringValue words) {
        Label placeholder = new Label();
        placeholder.setWrapText(true);
        placeholder.getStyleClass().addAll("muted", "placeholder-words");
        placeholder.textProperty().bind(words);
        table.setPlaceholder(placeholder);
    }

    public TableView<StatusRow> view() {
        return table;
    }

    /// The chosen rows; all that are shown when none is.
    public List<StatusRow> chosenOrAll() {
        List<StatusRow> some = table.getSelectionModel().getSelectedItems();
        return List.copyOf(some.isEmpty() ? table.getItems() : some);
    }
}
