package placewatch.control.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import placewatch.model.Quality;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import placewatch.settings.TableLayout;

/// The columns of the status table: which there are, which of them are shown, and how they sort. A right click on
/// a heading chooses.
final class StatusColumns {

    private static final double LEAST_QUALITY = 104;

    /// As wide as "last known, 59 min ago".
    private static final double AGED_QUALITY = 172;
    private static final double ROOM_FOR_AGES = 450;

    /// And as much more where rows say of which system and module they are.
    private static final double WHERE = 210;

    private final TableView<StatusRow> table;
    private final CellClock clock;
    private final ChangeMarks marks;
    private final ContextMenu menu = new ContextMenu();
    private final Map<String, TableColumn<StatusRow, ?>> byId = new LinkedHashMap<>();
    private final Map<String, BooleanProperty> wanted = new LinkedHashMap<>();
    private final Map<String, Double> firstWidths = new LinkedHashMap<>();
    private Runnable onChange = () -> { };

    /// Whether the table is being arranged by the program, not by the person.
    private boolean arranging;

    /// @param narrow  whether there is no room for the less important ones
    /// @param tight   whether there is hardly room for name, value and quality
    /// @param systems where rows may be of any system
    StatusColumns(TableView<StatusRow> table, CellClock clock, ChangeMarks marks,
                  ObservableBooleanValue narrow, ObservableBooleanValue tight, Optional<SystemTitles> systems) {
        this.table = table;
        this.clock = clock;
        this.marks = marks;
        systems.ifPresent(titles -> {
            byId.put("system", system(titles));
            byId.put("module", module());
        });
        byId.put("name", name());
        byId.put("value", value());
        byId.put("type", type());
        byId.put("minutes", minutes());
        byId.put("changes", changes());
        byId.put("changed", changed());
        TableColumn<StatusRow, Quality> quality = quality();
        byId.put("quality", quality);
        // "last known" without its age says too little, as long as there is room for it beside name, value and time
        quality.minWidthProperty().bind(Bindings.when(table.widthProperty()
                        .lessThan(ROOM_FOR_AGES + (systems.isPresent() ? WHERE : 0)))
                .then(LEAST_QUALITY).otherwise(AGED_QUALITY));
        table.getColumns().setAll(byId.values());
        ObservableBooleanValue never = new SimpleBooleanProperty(false);
        byId.forEach((id, column) -> {
            firstWidths.put(id, column.getPrefWidth());
            column.setContextMenu(menu);
            if (!id.equals("name")) {
                choosable(id, column, switch (id) {
                    case "type", "changes" -> narrow;
                    case "minutes" -> tight;
                    default -> never;
                });
            }
        });
        MenuItem again = new MenuItem("As at first");
        again.setOnAction(_ -> {
            apply(TableLayout.initial());
            onChange.run();
        });
        menu.getItems().addAll(new SeparatorMenuItem(), again);
        table.getColumns().addListener((ListChangeListener<TableColumn<StatusRow, ?>>) _ -> arranged());
    }

    private void choosable(String id, TableColumn<StatusRow, ?> column, ObservableBooleanValue cramped) {
        BooleanProperty shown = new SimpleBooleanProperty(true);
        wanted.put(id, shown);
        CheckMenuItem item = new CheckMenuItem(column.getText());
        item.selectedProperty().bindBidirectional(shown);
        menu.getItems().add(item);
        column.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> shown.get() && !cramped.get(), shown, cramped));
        shown.addListener(_ -> arranged());
    }

    /// Hears whenever the person arranged the table otherwise.
    void onChange(Runnable task) {
        onChange = task;
    }

    /// The person may have changed something.
    void arranged() {
        if (!arranging) {
            onChange.run();
        }
    }

    /// As it is arranged now.
    TableLayout layout() {
        return new TableLayout(
                table.getColumns().stream().map(column -> {
                    String id = id(column);
                    return new TableLayout.Column(id, column.getWidth(), wants(id));
                }).toList(),
                table.getSortOrder().stream().map(column -> new TableLayout.Sort(
                        id(column), column.getSortType() == TableColumn.SortType.ASCENDING)).toList());
    }

    private String id(TableColumn<StatusRow, ?> column) {
        return byId.entrySet().stream().filter(each -> each.getValue() == column).findFirst().orElseThrow().getKey();
    }

    private boolean wants(String id) {
        BooleanProperty shown = wanted.get(id);
        return shown == null || shown.get();
    }

    /// Arranges it so. A column that the layout does not know is where it was at first;
    /// one that is not known here, as from a newer version, is left out.
    void apply(TableLayout layout) {
        arranging = true;
        try {
            List<TableColumn<StatusRow, ?>> columns = new ArrayList<>();
            wanted.values().forEach(each -> each.set(true));
            byId.forEach((id, column) -> column.setPrefWidth(firstWidths.getOrDefault(id, column.getPrefWidth())));
            for (TableLayout.Column place : layout.columns()) {
                TableColumn<StatusRow, ?> column = byId.get(place.id());
                if (column != null && !columns.contains(column)) {
                    columns.add(column);
                    column.setPrefWidth(place.width());
                    BooleanProperty shown = wanted.get(place.id());
                    if (shown != null) {
                        shown.set(place.shown());
                    }
                }
            }
            byId.values().stream().filter(column -> !columns.contains(column)).forEach(columns::add);
            if (!columns.equals(table.getColumns())) {
                table.getColumns().setAll(columns);
            }
            List<TableColumn<StatusRow, ?>> sorted = new ArrayList<>();
            for (TableLayout.Sort by : layout.sort()) {
                TableColumn<StatusRow, ?> column = byId.get(by.column());
                if (column != null && column.getUserData() instanceof StatusOrder.Column && !sorted.contains(column)) {
                    column.setSortType(by.ascending()
                            ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                    sorted.add(column);
                }
            }
            table.getSortOrder().setAll(sorted);
        } finally {
            arranging = false;
        }
    }

    /// What the table is sorted by, as its headings show it.
    StatusOrder order() {
        return new StatusOrder(table.getSortOrder().stream()
                .filter(column -> column.getUserData() instanceof StatusOrder.Column)
                .map(column -> new StatusOrder.By((StatusOrder.Column) column.getUserData(),
                        column.getSortType() == TableColumn.SortType.ASCENDING))
                .toList());
    }

    /// What a heading shows where rows have something.
    private static <T> ObservableValue<T> unlessHeading(StatusRow row, ObservableValue<T> value) {
        return row instanceof StatusGroup ? new ReadOnlyObjectWrapper<>() : value;
    }

    private static TableColumn<StatusRow, String> system(SystemTitles titles) {
        TableColumn<StatusRow, String> column = column("System", 124, 170, 400, StatusOrder.Column.SYSTEM);
        column.setCellValueFactory(row ->
                unlessHeading(row.getValue(), titles.title(row.getValue().key().module().system())));
        return column;
    }

    private static TableColumn<StatusRow, String> module() {
        TableColumn<StatusRow, String> column = column("Module", 80, 104, 300, StatusOrder.Column.MODULE);
        column.setCellValueFactory(row -> unlessHeading(row.getValue(),
                new ReadOnlyStringWrapper(row.getValue().key().module().slug())));
        return column;
    }

    private static TableColumn<StatusRow, String> name() {
        TableColumn<StatusRow, String> column = column("Name", 94, 150, 400, StatusOrder.Column.NAME);
        column.setCellValueFactory(row ->
                unlessHeading(row.getValue(), new ReadOnlyStringWrapper(row.getValue().key().name())));
        return column;
    }

    private TableColumn<StatusRow, StatusValue> value() {
        TableColumn<StatusRow, StatusValue> column = column("Value", 94, 340, 4000, StatusOrder.Column.VALUE);
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
        column.setMinWidth(86);
        column.setPrefWidth(130);
        column.setMaxWidth(600);
        column.setSortable(false);
        column.setCellValueFactory(row ->
                unlessHeading(row.getValue(), new ReadOnlyObjectWrapper<>(row.getValue())));
        column.setCellFactory(_ -> clock.add(new StatusCells.Minutes(clock)));
        return column;
    }

    private static TableColumn<StatusRow, Number> changes() {
        TableColumn<StatusRow, Number> column = column("Changes", 70, 80, 160, StatusOrder.Column.CHANGES);
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(row -> unlessHeading(row.getValue(), row.getValue().changesProperty()));
        column.setCellFactory(_ -> new StatusCells.Plain<>());
        return column;
    }

    private TableColumn<StatusRow, Instant> changed() {
        TableColumn<StatusRow, Instant> column = column("Changed", 86, 96, 200, StatusOrder.Column.CHANGED);
        column.setCellValueFactory(row -> row.getValue().changedAtProperty());
        column.setCellFactory(_ -> clock.add(new StatusCells.Age(clock)));
        return column;
    }

    private TableColumn<StatusRow, Quality> quality() {
        TableColumn<StatusRow, Quality> column =
                column("Quality", LEAST_QUALITY, AGED_QUALITY, 400, StatusOrder.Column.QUALITY);
        column.setCellValueFactory(row -> unlessHeading(row.getValue(), row.getValue().qualityProperty()));
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
