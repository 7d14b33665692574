package placewatch.screen.explore;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
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
import placewatch.control.Command;
import placewatch.control.Copied;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.control.status.LiveCount;
import placewatch.control.status.StatusTable;
import placewatch.control.status.ValueView;
import placewatch.model.StatusRow;

/// The live table of a module's status variables, with the chosen one's whole value beside it.
final class StatusView extends BorderPane {

    private final StatusModel model;
    private final LiveCount live;
    private final StatusTable table;
    private final ValueView detail;
    private final CustomTextField filter = Icons.search("Filter");
    private final CustomTextField add = Icons.field(Feather.PLUS, "Variable to watch, then Enter");
    private final SplitPane split = new SplitPane();
    // the value beside the table says some things itself, and the table needs the room
    private final BooleanProperty detailOpen = new SimpleBooleanProperty();
    private boolean revealing;

    StatusView(StatusModel model) {
        this.model = model;
        live = new LiveCount(model.rows());
        getStyleClass().add("status");

        table = new StatusTable(model.shown(), model.nowProperty(), model.background(), detailOpen, this::chosen);
        table.view().setId(ExploreView.STATUS_TABLE);
        table.view().setOnKeyPressed(event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copy();
                event.consume();
            }
        });
        table.whenEmpty(Bindings.createStringBinding(
                () -> model.rows().isEmpty() ? model.noteProperty().get() : "No variable's name has these words in it",
                model.noteProperty(), model.rows()));

        detail = new ValueView(model.nowProperty(), model.background(),
                () -> table.view().getSelectionModel().clearSelection());
        split.getItems().setAll(table.view());
        setTop(head());
        setCenter(split);
        model.revealedProperty().subscribe(_ -> reveal());
        table.view().sceneProperty().subscribe(this::attend);
    }

    /// Chooses the row that is wanted from elsewhere, and brings the cursor to it.
    private void reveal() {
        StatusRow row = model.revealedProperty().get();
        if (row != null) {
            revealing = true;
            int at = table.view().getItems().indexOf(row);
            table.view().getSelectionModel().clearAndSelect(at);
            table.view().getFocusModel().focus(at);
            table.view().scrollTo(Math.max(0, at - 3));
            attend();
        }
    }

    private void attend() {
        if (revealing && table.view().getScene() != null) {
            revealing = false;
            table.view().requestFocus();
        }
    }

    /// What can be done with the variables.
    List<Command> commands() {
        String group = "Status";
        List<Command> all = new ArrayList<>();
        all.add(Command.of(group, "Filter the variables", () -> {
            filter.requestFocus();
            filter.selectAll();
        }).key("Shortcut+Shift+F"));
        all.add(Command.of(group, "Choose a variable", table.view()::requestFocus).key("Shortcut+Shift+V"));
        if (model.byHandProperty().get()) {
            all.add(Command.of(group, "Name a variable to watch", add::requestFocus));
        }
        all.add(Command.of(group, "Copy the chosen variables, or all", this::copy).keyInPane("Shortcut+C")
                .unless(model.rows().isEmpty(), "There are none yet."));
        if (detailOpen.get()) {
            all.addAll(detail.commands());
        }
        return all;
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

        add.setId(ExploreView.STATUS_ADD);
        add.visibleProperty().bind(model.byHandProperty());
        add.managedProperty().bind(model.byHandProperty());
        add.setOnAction(_ -> {
            model.add(add.getText());
            add.clear();
        });
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
        Copied.text(model.tabSeparated(table.chosenOrAll(), model.nowProperty().get()));
    }
}
