package placewatch.control.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;

/// The columns of the status table: which there are, which of them are shown, and how they sort. A right click on
/// a heading chooses.
final class StatusColumns {

    private static final double LEAST_QUALITY = 104;

    /// As wide as "last known, 59 min ago".
    private static final double AGED_QUALITY = 172;
    private static final double ROOM_FOR_AGES = 450;

    private final TableView<StatusRow> table;
    private final CellClock clock;
    private final ChangeMarks marks;
    private final ContextMenu menu = new ContextMenu();
    private final List<BooleanProperty> chosen = new ArrayList<>();

    /// @param narrow whether there is no room for the less important ones
    /// @param tight  whether there is hardly room for name, value and quality
    StatusColumns(TableView<StatusRow> table, CellClock clock, ChangeMarks marks,
                  ObservableBooleanValue narrow, ObservableBooleanValue tight) {
        this.table = table;
        this.clock = clock;
        this.marks = marks;
        TableColumn<StatusRow, String> name = name();
        TableColumn<StatusRow, StatusValue> value = value();
        TableColumn<StatusRow, String> type = type();
        TableColumn<StatusRow, StatusRow> minutes = minutes();
        TableColumn<StatusRow, Number> changes = changes();
        TableColumn<StatusRow, Instant> changed = changed();
        TableColumn<StatusRow, Quality> quality = quality();
        // "last known" without its age says too little, as long as there is room for it beside name, value and time
        quality.minWidthProperty().bind(Bindings.when(table.widthProperty().lessThan(ROOM_FOR_AGES))
                .then(LEAST_QUALITY).otherwise(AGED_QUALITY));
        List<TableColumn<StatusRow, ?>> all = List.of(name, value, type, minutes, changes, changed, quality);
        table.getColumns().setAll(all);
        for (TableColumn<StatusRow, ?> column : all) {
            column.setContextMenu(menu);
            if (column != name) {
                choosable(column, column == type || column == changes ? narrow
                        : column == minutes ? tight : new SimpleBooleanProperty(false));
            }
        }
        MenuItem again = new MenuItem("As at first");
        again.setOnAction(_ -> {
            chosen.forEach(each -> each.set(true));
            table.getColumns().setAll(all);
            table.getSortOrder().clear();
        });
        menu.getItems().addAll(new SeparatorMenuItem(), again);
    }

    private void choosable(TableColumn<StatusRow, ?> column, ObservableBooleanValue cramped) {
        BooleanProperty wanted = new SimpleBooleanProperty(true);
        chosen.add(wanted);
        CheckMenuItem item = new CheckMenuItem(column.getText());
        item.selectedProperty().bindBidirectional(wanted);
        menu.getItems().add(item);
        column.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> wanted.get() && !cramped.get(), wanted, cramped));
    }

    /// What the table is sorted by, as its headings show it.
    StatusOrder order() {
        return new StatusOrder(table.getSortOrder().stream()
                .filter(column -> column.getUserData() instanceof StatusOrder.Column)
                .map(column -> new StatusOrder.By((StatusOrder.Column) column.getUserData(),
                        column.getSortType() == TableColumn.SortType.ASCENDING))
                .toList());
    }

    private static TableColumn<StatusRow, String> name() {
        TableColumn<StatusRow, String> column = column("Name", 84, 150, 400, StatusOrder.Column.NAME);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().key().name()));
        return column;
    }

    private TableColumn<StatusRow, StatusValue> value() {
        TableColumn<StatusRow, StatusValue> column = column("Value", 100, 340, 4000, StatusOrder.Column.VALUE);
        column.setCellValueFactory(row -> row.getValue().valueProperty());
        column.setCellFactory(_ -> new StatusCells.Value(marks));
        return column;
    }

    private static TableColumn<StatusRow, String> type() {
        TableColumn<StatusRow, String> column = column("Type", 78, 84, 160, StatusOrder.Column.TYPE);
        column.setCellValueFactory(row -> row.getValue().valueProperty().map(StatusValue::type).orElse(""));
        column.setCellFactory(_ -> new StatusCells.Plain<>("muted"));
        return column;
    }

    private TableColumn<StatusRow, StatusRow> minutes() {
        TableColumn<StatusRow, StatusRow> column = new TableColumn<>("Last minutes");
        column.setMinWidth(90);
        column.setPrefWidth(130);
        column.setMaxWidth(600);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> clock.add(new StatusCells.Minutes(clock)));
        return column;
    }

    private static TableColumn<StatusRow, Number> changes() {
        TableColumn<StatusRow, Number> column = column("Changes", 70, 80, 160, StatusOrder.Column.CHANGES);
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(row -> row.getValue().changesProperty());
        column.setCellFactory(_ -> new StatusCells.Plain<>());
        return column;
    }

    private TableColumn<StatusRow, Instant> changed() {
        TableColumn<StatusRow, Instant> column = column("Changed", 80, 96, 200, StatusOrder.Column.CHANGED);
        column.setCellValueFactory(row -> row.getValue().changedAtProperty());
        column.setCellFactory(_ -> clock.add(new StatusCells.Age(clock)));
        return column;
    }

    private TableColumn<StatusRow, Quality> quality() {
        TableColumn<StatusRow, Quality> column =
                column("Quality", LEAST_QUALITY, AGED_QUALITY, 400, StatusOrder.Column.QUALITY);
        column.setCellValueFactory(row -> row.getValue().qualityProperty());
        column.setCellFactory(_ -> clock.add(new StatusCells.Trust(clock)));
        return column;
    }

    private static <T> TableColumn<StatusRow, T> column(
            String title, double least, double wanted, double most, StatusOrder.Column sorts) {
        TableColumn<StatusRow, T> column = new TableColumn<>(title);
        column.setMinWidth(least);
        column.setPrefWidth(wanted);
        column.setMaxWidth(most);
        column.setUserData(sorts);
        return column;
    }
}
