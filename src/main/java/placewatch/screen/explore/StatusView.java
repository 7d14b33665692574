package placewatch.screen.explore;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.control.status.LiveCount;
import placewatch.control.status.StatusExport;
import placewatch.control.status.StatusTable;
import placewatch.control.status.ValueView;
import placewatch.control.takeaway.Carrier;
import placewatch.control.takeaway.Takeaway;
import placewatch.model.StatusRow;

/// The live table of a module's status variables, with the chosen one's whole value beside it.
final class StatusView extends BorderPane {

    private final StatusModel model;
    private final LiveCount live;
    private final StatusTable table;
    private final Takeaway<StatusRow> takeaway;
    private final ValueView detail;
    private final SplitPane split = new SplitPane();
    // the value beside the table says some things itself, and the table needs the room
    private final BooleanProperty detailOpen = new SimpleBooleanProperty();

    /// @param system what the module's system is called
    StatusView(StatusModel model, String system, Carrier carrier) {
        this.model = model;
        live = new LiveCount(model.rows());
        getStyleClass().add("status");

        table = new StatusTable(model.shown(), model.nowProperty(), model.background(), detailOpen, this::chosen);
        table.view().setId(ExploreView.STATUS_TABLE);
        takeaway = Takeaway.of(table.view(), ExploreView.STATUS, carrier,
                () -> List.of(system, model.address().slug(), "status"),
                rows -> StatusExport.table(rows, carrier.now(), _ -> system));
        takeaway.offerMenu(List::of);
        table.whenEmpty(Bindings.createStringBinding(
                () -> model.rows().isEmpty() ? model.noteProperty().get() : "No variable's name has these words in it",
                model.noteProperty(), model.rows()));

        detail = new ValueView(model.nowProperty(), model.background(), carrier,
                () -> table.view().getSelectionModel().clearSelection());
        split.getItems().setAll(table.view());
        setTop(head());
        setCenter(split);
        setBottom(new VBox(takeaway.line(), detail.line()));
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
        HBox head = new HBox(8, title, summary, add, filter, takeaway.buttons());
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
}
