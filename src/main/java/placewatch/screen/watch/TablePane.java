package placewatch.screen.watch;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
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
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.WatchTables.Grouping;

/// The watch table on screen, with the chosen variable's whole value beside it.
final class TablePane extends BorderPane {

    private static final String DETAIL = "watch-value";
    private static final double DETAIL_AT = 0.66;
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final WatchModel model;
    private final OpenTable open;
    private final Dividers dividers;
    private final LiveCount live;
    private final StatusTable table;
    private final Takeaway<StatusRow> takeaway;
    private final ValueView detail;
    private final SplitPane split = new SplitPane();
    private final Label title = new Label();
    private final Label summary = new Label();
    private final CustomTextField filter = Icons.search("Filter: words, *, /regex/");
    private final GroupingBox grouped;
    private final BooleanProperty detailOpen = new SimpleBooleanProperty();

    /// @param carrier  takes rows out of the program
    /// @param dividers where the panes' dividers stand
    TablePane(WatchModel model, OpenTable open, Carrier carrier, Dividers dividers) {
        this.dividers = dividers;
        this.model = model;
        this.open = open;
        live = new LiveCount(open.rows());
        grouped = new GroupingBox(open.table().grouping(), model.rows()::group);
        getStyleClass().add("watch-table-pane");
        table = new StatusTable(open.shown(), open.nowProperty(), model.background(), detailOpen, this::chosen,
                model.titles());
        table.view().setId(WatchView.WATCH_TABLE);
        takeaway = Takeaway.of(table.view(), WatchView.WATCH, carrier, () -> List.of("watch", open.name()),
                rows -> StatusExport.table(table.variables(rows), carrier.now(), id -> model.titles().title(id).get()));
        table.layout(open.table().layout());
        table.onLayout(layout -> model.arrange(open.name(), layout));
        table.onFold(group -> model.rows().fold(group.id()));
        table.menu(this::items);
        table.view().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        StatusDrag.from(table.view(), table::chosen);
        new RowDrop(table.view(), this::byHand, new RowDrop.Taker() {
            @Override
            public void add(List<StatusKey> keys) {
                model.pin(open.name(), keys);
            }

            @Override
            public void move(List<StatusKey> keys, StatusKey beside, boolean before) {
                model.rows().move(keys, beside, before);
            }
        });
        table.whenEmpty(Bindings.createStringBinding(open::emptyWords,
                open.rows(), open.noteProperty(), open.shown().shown(), model.tablesProperty()));
        detail = new ValueView(open.nowProperty(), model.background(), carrier,
                () -> table.view().getSelectionModel().clearSelection());
        split.getItems().setAll(table.view());
        dividers.follow(split, DETAIL);
        setTop(head());
        setCenter(split);
        setBottom(new VBox(takeaway.line(), detail.line()));
        model.chosenRow(open.name()).flatMap(key -> open.shown().shown().stream()
                .filter(row -> row.key().equals(key)).findFirst()).ifPresent(row -> {
                    table.view().getSelectionModel().select(row);
                    table.view().scrollTo(row);
                });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                filter.requestFocus();
                filter.selectAll();
                event.consume();
            }
        });
    }

    private HBox head() {
        title.getStyleClass().add("pane-title");
        title.setMinWidth(60);
        title.textProperty().bind(model.tablesProperty().map(_ -> open.name()));
        summary.setId(WatchView.WATCH_SUMMARY);
        summary.setMinWidth(0);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(420);
        whole.textProperty().bind(summary.textProperty());
        summary.setTooltip(whole);
        Runnable look = () -> {
            if (live.moved()) {
                open.shown().recount();
                say();
            }
        };
        open.rows().subscribe(this::say);
        open.shown().shown().subscribe(this::say);
        open.noteProperty().subscribe(_ -> say());
        open.filter().wrongProperty().subscribe(_ -> say());
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
                // a row outlives this pane
                detail.show(null);
            }
        });

        filter.setId(WatchView.WATCH_FILTER);
        filter.setPrefColumnCount(15);
        filter.setMinWidth(120);
        filter.setTooltip(new Tooltip("Words that all occur in the name, the module or the system;\n"
                + "a * stands for anything: Display_*/power;\n/a regular expression/ between slashes"));
        filter.textProperty().bindBidirectional(open.filter().textProperty());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                table.view().requestFocus();
                event.consume();
            }
        });
        HBox head = new HBox(8, title, summary, grouped, filter,
                takeaway.buttons());
        head.getStyleClass().add("pane-head");
        return head;
    }

    private void say() {
        String wrong = open.filter().wrongProperty().get();
        filter.pseudoClassStateChanged(DANGER, !wrong.isEmpty());
        summary.getStyleClass().removeAll("muted", "trouble");
        summary.getStyleClass().add(wrong.isEmpty() ? "muted" : "trouble");
        summary.setText(wrong.isEmpty() ? summary() : "Filter: " + wrong + "; the last good one stays");
    }

    private String summary() {
        int all = open.rows().size();
        if (all == 0) {
            return "";
        }
        long shown = open.filter().inForceProperty().get().isEmpty() ? all
                : open.rows().stream().filter(open::passes).count();
        String words = (shown == all ? "" : Texts.grouped(shown) + " of ") + Texts.count(all, "variable")
                + (live.live() == all ? ", live" : ", " + Texts.grouped(live.live()) + " live");
        return open.noteProperty().get().isEmpty() ? words : words + " · " + open.noteProperty().get();
    }

    private void chosen(@Nullable StatusRow row) {
        model.chosenRow(open.name(), Optional.ofNullable(row).map(StatusRow::key));
        detail.show(row);
        detailOpen.set(row != null);
        if (row == null) {
            split.getItems().remove(detail);
        } else if (!split.getItems().contains(detail)) {
            split.getItems().add(detail);
            split.setDividerPositions(dividers.places(split, DETAIL, DETAIL_AT));
            SplitPane.setResizableWithParent(detail, false);
        }
    }

    private void key(KeyEvent event) {
        boolean done = true;
        if (event.getCode() == KeyCode.DELETE) {
            remove();
        } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            move(-1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            move(1);
        } else {
            done = false;
        }
        if (done) {
            event.consume();
        }
    }

    /// What can be done with the rows.
    List<Command> commands() {
        String group = "Watch";
        List<Command> all = new ArrayList<>();
        all.add(Command.of(group, "Filter the watch table", () -> {
            filter.requestFocus();
            filter.selectAll();
        }).keyInPane("Shortcut+F"));
        all.add(Command.of(group, "Choose a row", table.view()::requestFocus));
        if (!table.chosen().isEmpty()) {
            all.add(Command.of(group, "Remove the chosen rows", this::remove).keyInPane("Delete"));
            all.add(Command.of(group, "Move the chosen rows up", () -> move(-1)).keyInPane("Alt+Up"));
            all.add(Command.of(group, "Move the chosen rows down", () -> move(1)).keyInPane("Alt+Down"));
        }
        for (Grouping grouping : Grouping.values()) {
            if (grouping != open.table().grouping()) {
                all.add(Command.of(group, switch (grouping) {
                    case NONE -> "Show the rows without groups";
                    case SYSTEM -> "Group the rows by system";
                    case MODULE -> "Group the rows by module";
                }, () -> grouped.setValue(grouping)));
            }
        }
        all.add(Command.of(group, "Copy the chosen rows, or all", takeaway::copy).keyInPane("Shortcut+C"));
        return all;
    }

    private boolean byHand() {
        return table.layout().sort().isEmpty();
    }

    private List<StatusKey> chosenKeys() {
        return table.chosen().stream().map(StatusRow::key).toList();
    }

    private void remove() {
        List<StatusKey> keys = chosenKeys();
        int at = table.view().getSelectionModel().getSelectedIndices().stream().min(Integer::compare).orElse(-1);
        model.rows().remove(keys);
        // the next one, so that it can go on by key
        int last = table.view().getItems().size() - 1;
        if (at >= 0 && last >= 0) {
            table.view().getSelectionModel().clearAndSelect(Math.min(at, last));
        }
    }

    private void move(int step) {
        List<StatusKey> keys = chosenKeys();
        if (keys.isEmpty()) {
            return;
        }
        if (!byHand()) {
            model.say("The table is sorted, so its rows can't be moved by hand. Click the sorted heading until its "
                    + "arrow is gone.");
            return;
        }
        List<StatusRow> items = table.view().getItems();
        List<Integer> places = table.view().getSelectionModel().getSelectedIndices().stream().sorted().toList();
        int beside = step < 0 ? places.getFirst() - 1 : places.getLast() + 1;
        if (beside >= 0 && beside < items.size() && !(items.get(beside) instanceof StatusGroup)) {
            model.rows().move(keys, items.get(beside).key(), step < 0);
            table.view().scrollTo(Math.max(0, Math.min(beside, places.getFirst()) - 2));
        }
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        List<StatusRow> rows = table.chosen();
        if (!rows.isEmpty()) {
            items.add(StatusActions.item("Remove from this table (Del)", this::remove));
            whole(rows).forEach(module -> items.add(StatusActions.item("Remove all of " + module.slug() + " in "
                    + model.titles().title(module.system()).get(), () -> model.rows().removeModules(Set.of(module)))));
            items.add(new SeparatorMenuItem());
            model.chart().ifPresent(chart -> items.add(StatusActions.item("Chart", () -> chart.accept(chosenKeys()))));
            Set<ModuleAddress> modules = rows.stream().map(row -> row.key().module()).collect(Collectors.toSet());
            model.debug().ifPresent(debug -> items.add(StatusActions.item("Debug " + (modules.size() == 1
                    ? modules.iterator().next().slug() : modules.size() + " modules"), () -> debug.accept(modules))));
            items.add(StatusActions.item("Copy path", () -> Copied.text(
                    rows.stream().map(row -> row.key().path()).collect(Collectors.joining("\n")))));
            items.add(new SeparatorMenuItem());
        }
        if (byHand()) {
            MenuItem up = StatusActions.item("Move up (Alt+Up)", () -> move(-1));
            MenuItem down = StatusActions.item("Move down (Alt+Down)", () -> move(1));
            items.addAll(rows.isEmpty() ? List.of() : List.of(up, down));
        } else {
            items.add(StatusActions.item("Keep this order, and sort no more", this::keepOrder));
        }
        items.add(new SeparatorMenuItem());
        items.addAll(takeaway.menuItems());
        return items;
    }

    private Set<ModuleAddress> whole(List<StatusRow> rows) {
        Set<ModuleAddress> modules = new LinkedHashSet<>();
        rows.stream().map(row -> row.key().module())
                .filter(module -> open.table().pins().contains(TableEdits.whole(module))).forEach(modules::add);
        return modules.size() > 3 ? Set.of() : modules;
    }

    private void keepOrder() {
        model.rows().order(table.view().getItems().stream().filter(row -> !(row instanceof StatusGroup))
                .map(StatusRow::key).toList());
        table.view().getSortOrder().clear();
    }
}
