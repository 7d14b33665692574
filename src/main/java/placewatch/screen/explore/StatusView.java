package placewatch.screen.explore;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.Copied;
import placewatch.control.Dividers;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.control.status.LiveCount;
import placewatch.control.status.StatusActions;
import placewatch.control.status.StatusDrag;
import placewatch.control.status.StatusExport;
import placewatch.control.status.StatusTable;
import placewatch.control.status.ValueView;
import placewatch.control.takeaway.Carrier;
import placewatch.control.takeaway.Takeaway;
import placewatch.export.ExportFormat;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.settings.Kept;
import placewatch.settings.TableLayout;

/// The live table of a module's status variables, with the chosen one's whole value beside it.
final class StatusView extends BorderPane {

    private static final String DETAIL = "status-value";
    private static final long PINNED_MILLIS = 6_000;

    private final StatusModel model;
    private final Dividers dividers;
    private final StatusActions elsewhere;
    private final LiveCount live;
    private final Label summary = new Label();
    private final StatusTable table;
    private final Takeaway<StatusRow> takeaway;
    private final ValueView detail;
    private final CustomTextField filter = Icons.search("Filter");
    private final CustomTextField add = Icons.field(Feather.PLUS, "Variable to watch, then Enter");
    private final SplitPane split = new SplitPane();
    private String pinned = "";
    private Subscription forgetting = () -> { };
    // the value beside the table says some things itself, and the table needs the room
    private final BooleanProperty detailOpen = new SimpleBooleanProperty();
    private boolean revealing;

    /// @param elsewhere what other screens do with the chosen variables
    /// @param system    what the module's system is called
    /// @param layout    how the table is arranged, of whichever module
    StatusView(StatusModel model, StatusActions elsewhere, String system, Carrier carrier, Dividers dividers,
            Kept<TableLayout> layout) {
        this.model = model;
        this.dividers = dividers;
        this.elsewhere = elsewhere;
        live = new LiveCount(model.rows());
        getStyleClass().add("status");

        table = new StatusTable(model.shown(), model.nowProperty(), model.background(), detailOpen, this::chosen);
        table.view().setId(ExploreView.STATUS_TABLE);
        table.layout(layout.latest());
        table.onLayout(layout::keep);
        takeaway = Takeaway.of(table.view(), ExploreView.STATUS, carrier,
                () -> List.of(system, model.address().slug(), "status"),
                rows -> StatusExport.table(rows, carrier.now(), _ -> system));
        table.view().setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.P && !event.isShortcutDown() && !event.isAltDown()
                    && elsewhere.pins().possible() && !table.chosen().isEmpty()) {
                table.offer(pinning());
                event.consume();
            }
        });
        table.menu(this::items);
        StatusDrag.from(table.view(), table::chosen);
        table.whenEmpty(Bindings.createStringBinding(
                () -> model.rows().isEmpty() ? model.noteProperty().get() : "No variable's name has these words in it",
                model.noteProperty(), model.rows()));

        detail = new ValueView(model.nowProperty(), model.background(), carrier,
                () -> table.view().getSelectionModel().clearSelection());
        split.getItems().setAll(table.view());
        setTop(head());
        setCenter(split);
        dividers.follow(split, DETAIL);
        setBottom(new VBox(takeaway.line(), detail.line()));
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
        all.add(Command.of(group, "Copy the chosen variables, or all", takeaway::copy).keyInPane("Shortcut+C")
                .unless(model.rows().isEmpty(), "There are none yet."));
        for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.JSON)) {
            all.add(Command.of(group, "Export the chosen variables, or all, as " + format + "…",
                    () -> takeaway.save(format)).unless(model.rows().isEmpty(), "There are none yet."));
        }
        if (detailOpen.get()) {
            all.addAll(detail.commands());
        }
        return all;
    }

    private HBox head() {
        Label title = new Label("Status");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        summary.setId(ExploreView.STATUS_NOTE);
        summary.setMinWidth(0);
        Runnable look = () -> {
            if (live.moved()) {
                say();
            }
        };
        model.rows().subscribe(this::say);
        model.noteProperty().subscribe(_ -> say());
        model.filterWrongProperty().subscribe(_ -> say());
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
        HBox head = new HBox(8, title, summary, add, filter, takeaway.buttons());
        head.getStyleClass().add("pane-head");
        return head;
    }

    private void say() {
        String wrong = model.filterWrongProperty().get();
        filter.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), !wrong.isEmpty());
        summary.getStyleClass().removeAll("muted", "trouble");
        summary.getStyleClass().add(wrong.isEmpty() ? "muted" : "trouble");
        summary.setText(wrong.isEmpty() ? summary() : "Filter: " + wrong + "; the last good one stays");
    }

    private List<MenuItem> pinning() {
        List<StatusKey> keys = table.chosen().stream().map(StatusRow::key).toList();
        String what = keys.size() == 1 ? keys.getFirst().name() : Texts.count(keys.size(), "variable");
        return StatusActions.tables("Pin " + what + " to", elsewhere.pins(), name -> {
            elsewhere.pins().pin(name, keys);
            pinned = what + " pinned to “" + name + "”";
            say();
            forgetting.close();
            forgetting = model.background().after(PINNED_MILLIS, () -> {
                pinned = "";
                say();
            });
        });
    }

    private List<MenuItem> items() {
        List<StatusRow> rows = table.chosen();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<StatusKey> keys = rows.stream().map(StatusRow::key).toList();
        List<MenuItem> items = new ArrayList<>();
        if (elsewhere.pins().possible()) {
            Menu tables = new Menu("Pin to watch table (P)");
            tables.getItems().setAll(pinning());
            items.add(tables);
        }
        elsewhere.chart().ifPresent(chart -> items.add(StatusActions.item("Chart", () -> chart.accept(keys))));
        items.add(StatusActions.item("Copy value", () -> Copied.text(rows.stream()
                .map(row -> row.value().map(StatusValue::json).orElse("")).collect(Collectors.joining("\n")))));
        items.add(StatusActions.item("Copy path", () -> Copied.text(keys.stream()
                .map(StatusKey::path).collect(Collectors.joining("\n")))));
        items.add(new SeparatorMenuItem());
        items.addAll(takeaway.menuItems());
        return items;
    }

    private String summary() {
        if (!pinned.isEmpty()) {
            return pinned;
        }
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
            split.setDividerPositions(dividers.places(split, DETAIL, 0.64));
            SplitPane.setResizableWithParent(detail, false);
        }
    }
}
