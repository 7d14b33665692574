package placewatch.screen.explore;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Copied;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.model.StatusRow;

/// The live table of a module's status variables, with the chosen one's whole value beside it.
final class StatusView extends BorderPane {

    /// Below this width the table leaves out what matters least.
    private static final double NARROW = 720;

    /// And below this, all but what must be seen.
    private static final double TIGHT = 480;

    private final StatusModel model;
    private final LiveCount live;
    private final TableView<StatusRow> table;
    private final ValueView detail;
    private final SplitPane split = new SplitPane();
    // the value beside the table says some things itself, and the table needs the room
    private final BooleanProperty detailOpen = new SimpleBooleanProperty();

    StatusView(StatusModel model) {
        this.model = model;
        live = new LiveCount(model.rows());
        getStyleClass().add("status");

        table = new TableView<>(model.shown());
        table.setId(ExploreView.STATUS_TABLE);
        table.setAccessibleText("Status variables");
        table.getStyleClass().addAll("dense", "status-table");
        table.setFixedCellSize(30);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        CellClock clock = new CellClock(model.nowProperty());
        StatusColumns columns = new StatusColumns(table, clock, new ChangeMarks(model::after),
                detailOpen.or(table.widthProperty().lessThan(NARROW)), table.widthProperty().lessThan(TIGHT));
        table.setRowFactory(_ -> new StatusCells.Row(clock));
        table.setOnSort(event -> {
            // the table would sort its items itself, for each change of any of them
            model.order(columns.order());
            event.consume();
        });
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
        SteadySelection<StatusRow> selection = new SteadySelection<>(table, this::chosen);
        model.steadily(selection::through);
        split.getItems().setAll(table);
        setTop(head());
        setCenter(split);
    }

    private HBox head() {
        Label title = new Label("Status");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label summary = new Label();
        summary.setId(ExploreView.STATUS_NOTE);
        summary.getStyleClass().add("muted");
        summary.setMinWidth(0);
        Runnable look = () -> {
            if (live.moved()) {
                summary.setText(summary());
            }
        };
        model.rows().subscribe(() -> summary.setText(summary()));
        model.noteProperty().subscribe(_ -> summary.setText(summary()));
        // after the values of this pulse and before its layout, so that both are shown at once
        sceneProperty().subscribe((before, scene) -> {
            if (before != null) {
                before.removePreLayoutPulseListener(look);
            }
            if (scene != null) {
                live.begin();
                scene.addPreLayoutPulseListener(look);
            } else {
                live.end();
            }
        });
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
        int all = model.rows().size();
        return Texts.count(all, "variable") + (live.live() == all ? ", live" : ", " + live.live() + " live");
    }

    private void chosen(@Nullable StatusRow row) {
        detail.show(row);
        detailOpen.set(row != null);
        if (row == null) {
            split.getItems().remove(detail);
        } else if (!split.getItems().contains(detail)) {
            split.getItems().add(detail);
            split.setDividerPositions(0.64);
            SplitPane.setResizableWithParent(detail, false);
        }
    }

    private void copy() {
        List<StatusRow> some = table.getSelectionModel().getSelectedItems();
        Copied.text(model.tabSeparated(
                some.isEmpty() ? model.shown() : some, model.nowProperty().get()));
    }
}
