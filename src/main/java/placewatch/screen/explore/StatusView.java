package placewatch.screen.explore;

import atlantafx.base.controls.CustomTextField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Copied;
import placewatch.control.Icons;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;

/// The live table of a module's status variables, with the chosen one's whole value beside it.
final class StatusView extends BorderPane {

    private final StatusModel model;
    private final TableView<StatusRow> table;
    private final ValueView detail;
    private final SplitPane split = new SplitPane();
    private final List<AgingCell<?>> aging = new ArrayList<>();

    StatusView(StatusModel model) {
        this.model = model;
        getStyleClass().add("status");

        table = new TableView<>(model.shown());
        table.setId(ExploreView.STATUS_TABLE);
        table.setAccessibleText("Status variables");
        table.getStyleClass().addAll("dense", "status-table");
        table.setFixedCellSize(30);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        TableColumn<StatusRow, String> type = type();
        TableColumn<StatusRow, Number> changes = changes();
        table.getColumns().setAll(List.of(name(), value(), type, changes, changed(), quality()));
        table.setOnKeyPressed(event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copy();
                event.consume();
            }
        });
        Label placeholder = new Label();
        placeholder.setWrapText(true);
        placeholder.getStyleClass().addAll("muted", "placeholder-words");
        placeholder.textProperty().bind(Bindings.createStringBinding(
                () -> model.rows().isEmpty() ? model.noteProperty().get() : "No variable's name has these words in it",
                model.noteProperty(), model.rows()));
        table.setPlaceholder(placeholder);

        detail = new ValueView(model, () -> table.getSelectionModel().clearSelection());
        table.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        split.getItems().setAll(table);
        // the value beside the table says these itself, and the table needs the room
        var nothingChosen = Bindings.isEmpty(table.getSelectionModel().getSelectedItems());
        type.visibleProperty().bind(nothingChosen);
        changes.visibleProperty().bind(nothingChosen);
        setTop(head());
        setCenter(split);
        model.nowProperty().addListener(_ -> aging.forEach(AgingCell::refresh));
    }

    private HBox head() {
        Label title = new Label("Status");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label summary = new Label();
        summary.setId(ExploreView.STATUS_NOTE);
        summary.getStyleClass().add("muted");
        summary.setMinWidth(0);
        summary.textProperty().bind(Bindings.createStringBinding(this::summary,
                model.rows(), model.noteProperty(), model.nowProperty()));
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(summary.textProperty());
        summary.setTooltip(whole);

        CustomTextField add = Icons.field(Feather.PLUS, "Variable to watch, then Enter");
        add.setId(ExploreView.STATUS_ADD);
        add.visibleProperty().bind(model.byHandProperty());
        add.managedProperty().bind(model.byHandProperty());
        add.setOnAction(_ -> {
            model.add(add.getText());
            add.clear();
        });
        CustomTextField filter = Icons.search("Filter");
        filter.setId(ExploreView.STATUS_FILTER);
        filter.setPrefColumnCount(10);
        filter.setMinWidth(110);
        add.setMinWidth(110);
        filter.textProperty().bindBidirectional(model.filterProperty());
        Button copy = new Button("Copy");
        copy.setId(ExploreView.STATUS_COPY);
        copy.getStyleClass().add("small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setTooltip(new Tooltip("Copies the chosen rows, or all, with their full values"));
        copy.setOnAction(_ -> copy());
        HBox head = new HBox(8, title, summary, add, filter, copy);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private String summary() {
        if (!model.noteProperty().get().isEmpty()) {
            return model.noteProperty().get();
        }
        long live = model.rows().stream().filter(row -> row.quality() instanceof Quality.Live).count();
        int all = model.rows().size();
        return Texts.count(all, "variable") + (live == all ? ", live" : ", " + live + " live");
    }

    private void chosen(StatusRow row) {
        detail.show(row);
        if (row == null) {
            split.getItems().remove(detail);
        } else if (!split.getItems().contains(detail)) {
            split.getItems().add(detail);
            split.setDividerPositions(0.7);
            SplitPane.setResizableWithParent(detail, false);
        }
    }

    private void copy() {
        List<StatusRow> some = table.getSelectionModel().getSelectedItems();
        Copied.text(model.tabSeparated(
                some.isEmpty() ? model.shown() : some, model.nowProperty().get()));
    }

    private static TableColumn<StatusRow, String> name() {
        TableColumn<StatusRow, String> column = column("Name", 110, 300);
        column.setPrefWidth(150);
        column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().key().name()));
        return column;
    }

    private static TableColumn<StatusRow, StatusValue> value() {
        TableColumn<StatusRow, StatusValue> column = column("Value", 120, 4000);
        column.setPrefWidth(420);
        column.setCellValueFactory(row -> row.getValue().valueProperty());
        column.setCellFactory(_ -> new ValueCell());
        return column;
    }

    private static TableColumn<StatusRow, String> type() {
        TableColumn<StatusRow, String> column = column("Type", 70, 110);
        column.setPrefWidth(90);
        column.setCellValueFactory(row -> row.getValue().valueProperty().map(StatusValue::type).orElse(""));
        column.setCellFactory(_ -> new MutedCell());
        return column;
    }

    private static TableColumn<StatusRow, Number> changes() {
        TableColumn<StatusRow, Number> column = column("Changes", 74, 110);
        column.setPrefWidth(80);
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(row -> row.getValue().changesProperty());
        return column;
    }

    private TableColumn<StatusRow, Instant> changed() {
        TableColumn<StatusRow, Instant> column = column("Changed", 90, 120);
        column.setPrefWidth(100);
        column.setCellValueFactory(row -> row.getValue().changedAtProperty());
        column.setCellFactory(_ -> new AgeCell());
        return column;
    }

    private TableColumn<StatusRow, Quality> quality() {
        TableColumn<StatusRow, Quality> column = column("Quality", 150, 230);
        column.setPrefWidth(176);
        column.setCellValueFactory(row -> row.getValue().qualityProperty());
        column.setCellFactory(_ -> new QualityCell());
        return column;
    }

    private static <T> TableColumn<StatusRow, T> column(String title, double least, double most) {
        TableColumn<StatusRow, T> column = new TableColumn<>(title);
        column.setMinWidth(least);
        column.setMaxWidth(most);
        column.setReorderable(false);
        return column;
    }

    /// The value in one line; the length of what had to be cut stands beside it.
    private static final class ValueCell extends TableCell<StatusRow, StatusValue> {
        private final Label text = new Label();
        private final Label size = new Label();
        private final HBox line = new HBox(8, text, size);

        ValueCell() {
            text.getStyleClass().add("mono");
            text.setMinWidth(0);
            size.getStyleClass().addAll("muted", "mono");
            size.setMinWidth(USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(StatusValue value, boolean empty) {
            super.updateItem(value, empty);
            if (empty) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            text.setText(value == null ? "—" : value.shown());
            size.setText(value != null && value.json().length() > 60 ? Texts.size(value.json().length()) : "");
            setGraphic(line);
            setAccessibleText(value == null ? "no value" : value.shown());
        }
    }

    private static final class MutedCell extends TableCell<StatusRow, String> {
        MutedCell() {
            getStyleClass().add("muted");
        }

        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? "" : words);
        }
    }

    /// A cell whose words depend on the present moment. The view refreshes all of them once a second.
    private abstract class AgingCell<T> extends TableCell<StatusRow, T> {
        AgingCell() {
            aging.add(this);
        }

        abstract void refresh();

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            refresh();
        }
    }

    private final class AgeCell extends AgingCell<Instant> {
        AgeCell() {
            getStyleClass().add("muted");
        }

        @Override
        void refresh() {
            StatusRow row = getTableRow() == null ? null : getTableRow().getItem();
            if (isEmpty() || getItem() == null || row == null) {
                setText("");
            } else {
                setText(row.changeSeen() ? Texts.ago(getItem(), model.nowProperty().get())
                        : Texts.overAgo(getItem(), model.nowProperty().get()));
            }
        }
    }

    private final class QualityCell extends AgingCell<Quality> {
        private final Label words = new Label();

        @Override
        void refresh() {
            if (isEmpty() || getItem() == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            Mark.of(getItem()).on(words, Texts.quality(getItem(), model.nowProperty().get()));
            setGraphic(words);
            setAccessibleText(words.getText().substring(2));
        }
    }
}
