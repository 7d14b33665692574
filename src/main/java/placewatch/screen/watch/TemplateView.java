package placewatch.screen.watch;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import placewatch.control.Dividers;
import placewatch.control.FirstFocus;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.control.takeaway.Carrier;
import placewatch.control.takeaway.Takeaway;
import placewatch.model.StatusRow;
import placewatch.protocol.StatusKey;

/// A template: one row a system, one column a variable, with the chosen cell's whole value beside the table.
public final class TemplateView extends BorderPane {

    // by these the tour and the tests find what a person sees
    public static final String TITLE = "template-title";
    public static final String TABLE = "template-table";
    public static final String NOTE = "template-note";
    public static final String FILTER = "template-filter";

    /// What the ids of the buttons that take rooms away begin with.
    public static final String TEMPLATE = "template";

    public static final String EDIT = "template-edit";
    public static final String DETAIL_ROOM = "template-detail-room";

    private static final String DETAIL = "template-value";

    private final TemplateModel model;
    private final Dividers dividers;
    private final TemplateTable table;
    private final Takeaway<TemplateRow> takeaway;
    private final TemplateDetail detail;
    private final SplitPane split = new SplitPane();
    private final Label summary = new Label();
    private final HBox head;
    private final Predicate<String> taken;
    private @Nullable TemplateFormModel form;

    public TemplateView(TemplateModel model, Carrier carrier) {
        this(model, _ -> false, carrier, Dividers.forNow());
    }

    /// @param taken    whether another template has that name
    /// @param carrier  takes rooms out of the program
    /// @param dividers where the panes' dividers stand
    public TemplateView(TemplateModel model, Predicate<String> taken, Carrier carrier, Dividers dividers) {
        this.dividers = dividers;
        this.model = model;
        this.taken = taken;
        getStyleClass().add("template");
        table = new TemplateTable(model, this::say);
        table.view().setId(TABLE);
        table.onChosen(this::chosen);
        takeaway = Takeaway.of(table.view(), TEMPLATE, carrier, () -> List.of(model.definitionProperty().get().name()),
                _ -> TemplateExport.table(table.chosenOrAll(), carrier.now()));
        table.view().setContextMenu(menu());
        detail = new TemplateDetail(model, carrier, () -> table.view().getSelectionModel().clearSelection());
        split.getItems().setAll(table.view());
        dividers.follow(split, DETAIL);
        head = head();
        setTop(head);
        setCenter(split);
        setBottom(new VBox(takeaway.line(), detail.line()));
    }

    /// The keys go to the table.
    void begin() {
        FirstFocus.to(table.view());
    }

    /// Has the person define it anew, in place of the table.
    public void edit() {
        if (form != null) {
            return;
        }
        TemplateFormModel made = model.form(taken);
        form = made;
        TemplateForm view = new TemplateForm(made, FXCollections.observableArrayList(), next -> {
            closeForm();
            model.define(next);
        }, this::closeForm);
        setTop(null);
        setCenter(view);
        view.begin();
    }

    private void closeForm() {
        TemplateFormModel open = form;
        if (open != null) {
            open.close();
            form = null;
        }
        setTop(head);
        setCenter(split);
        table.view().requestFocus();
    }

    private HBox head() {
        Label title = new Label();
        title.setId(TITLE);
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        model.definitionProperty().subscribe(definition -> title.setText(definition.name()));
        summary.setId(NOTE);
        summary.getStyleClass().add("muted");
        summary.setMinWidth(0);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(summary.textProperty());
        summary.setTooltip(whole);
        model.noteProperty().subscribe(_ -> say());
        model.happenedProperty().subscribe(_ -> say());
        model.filterProperty().subscribe(_ -> say());

        CustomTextField filter = Icons.search("Filter rooms");
        filter.setId(FILTER);
        filter.setPrefColumnCount(10);
        filter.setMinWidth(110);
        filter.textProperty().bindBidirectional(model.filterProperty());
        Button edit = button(EDIT, "Edit…", "Changes the rooms and columns of this template");
        edit.setOnAction(_ -> edit());
        HBox head = new HBox(8, title, summary, filter, edit, takeaway.buttons());
        head.getStyleClass().add("pane-head");
        return head;
    }

    private static Button button(String id, String words, String hint) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(hint));
        return button;
    }

    private void say() {
        String words = summary();
        if (!words.equals(summary.getText())) {
            summary.setText(words);
        }
    }

    private String summary() {
        if (!model.noteProperty().get().isEmpty()) {
            return model.noteProperty().get();
        }
        TemplateModel.Count count = model.count();
        int shown = model.shown().shown().size();
        String rooms = (shown == model.rooms() ? "" : Texts.grouped(shown) + " of ") + Texts.count(model.rooms(), "room");
        String live = Texts.count(count.variables(), "variable")
                + (count.live() == count.variables() ? ", live" : ", " + Texts.grouped(count.live()) + " live");
        String open = model.open() > 0 ? " · modules of " + Texts.count(model.open(), "room") + " to come" : "";
        String sparse = model.sparseProperty().get() ? " · only the rooms in sight are bound, so values don't sort" : "";
        String left = model.columnsLeft() > 0 ? " · " + Texts.count(model.columnsLeft(), "column")
                + " more not shown" : "";
        String happened = model.happenedProperty().get().isEmpty() ? "" : " · " + model.happenedProperty().get();
        return rooms + ", " + live + open + sparse + left + happened;
    }

    private void chosen() {
        Optional<TemplateCell> cell = table.chosen().filter(chosen -> !chosen.rows().isEmpty());
        if (cell.isEmpty()) {
            detail.leave();
            split.getItems().remove(detail);
            return;
        }
        detail.show(table.chosenRoom().orElseThrow().system().title(), cell.get().rows());
        if (!split.getItems().contains(detail)) {
            split.getItems().add(detail);
            split.setDividerPositions(dividers.places(split, DETAIL, 0.68));
            SplitPane.setResizableWithParent(detail, false);
        }
    }

    private ContextMenu menu() {
        MenuItem open = item("Open the system in Explore", () -> table.chosenRoom().ifPresent(
                row -> model.actions().open().accept(row.system())));
        MenuItem pin = item("Pin to a watch table", () -> model.actions().pin().accept(chosenKeys()));
        MenuItem chart = item("Open as a chart", () -> model.actions().chart().accept(chosenKeys()));
        ContextMenu menu = new ContextMenu(open, pin, chart, new SeparatorMenuItem());
        menu.getItems().addAll(takeaway.menuItems());
        menu.setOnShowing(_ -> {
            open.setDisable(table.chosenRoom().isEmpty());
            boolean none = chosenKeys().isEmpty();
            pin.setDisable(none);
            chart.setDisable(none);
        });
        return menu;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// The variables of the chosen cells.
    public List<StatusKey> chosenKeys() {
        if (table.view().getSelectionModel().getSelectedCells().isEmpty()) {
            return List.of();
        }
        TemplateExport.Part part = table.chosenOrAll();
        return part.rows().stream().flatMap(row -> part.columns().stream().map(row::cell))
                .flatMap(cell -> cell.rows().stream()).map(StatusRow::key).distinct().toList();
    }
}
