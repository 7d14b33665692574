package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.Dividers;
import placewatch.control.Icons;
import placewatch.control.takeaway.Carrier;

/// The watch tables: their list on the left, the chosen one on the right. Its variables are kept live while this view
/// is in a scene.
public final class WatchView extends BorderPane {

    // by these the tour and the tests find what a person sees

    /// What the ids of the buttons that take rows away begin with.
    public static final String WATCH = "watch";

    public static final String WATCH_FILTER = "watch-filter";
    public static final String WATCH_GROUPING = "watch-grouping";
    public static final String WATCH_LIST = "watch-list";
    public static final String WATCH_NEW = "watch-new";
    public static final String WATCH_RENAME = "watch-rename";
    public static final String WATCH_SAID = "watch-said";
    public static final String WATCH_SUMMARY = "watch-summary";
    public static final String WATCH_TABLE = "watch-table";
    public static final String WATCH_UNDO = "watch-undo";

    private static final String PANES = "watch";
    private static final double LIST_WIDTH = 230;
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEW = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

    private final WatchModel model;
    private final Carrier carrier;
    private final Dividers dividers;
    private final TableList list;
    private final StackPane right = new StackPane();
    private final SplitPane panes = new SplitPane();
    private final Runnable arrange = this::arrange;
    private Optional<Page> page = Optional.empty();
    private Optional<TablePane> pane = Optional.empty();
    private double arrangedFor;
    private boolean begun;
    private boolean focusDue;

    public WatchView(WatchModel model, Carrier carrier) {
        this(model, Section.none(), carrier, Dividers.forNow());
    }

    /// @param section  pages that stand under the tables in their list
    /// @param carrier  takes rows out of the program
    /// @param dividers where the panes' dividers stand
    public WatchView(WatchModel model, Section section, Carrier carrier, Dividers dividers) {
        this.dividers = dividers;
        this.model = model;
        this.carrier = carrier;
        getStyleClass().add("watch");
        list = new TableList(model, section, this::page);
        list.setMinWidth(150);
        BorderPane shown = new BorderPane(right);
        // below, as it comes unasked: nothing may move away under the mouse
        shown.setBottom(new SaidLine(model, this::undo));
        shown.setMinWidth(400);
        panes.getItems().setAll(list, shown);
        SplitPane.setResizableWithParent(list, false);
        dividers.follow(panes, PANES);
        setCenter(panes);
        model.openProperty().subscribe(_ -> show());
        model.tablesProperty().subscribe(tables -> {
            if (tables.tables().isEmpty()) {
                show();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        sceneProperty().subscribe((before, scene) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(arrange);
            }
            if (scene != null) {
                scene.addPostLayoutPulseListener(arrange);
            }
            model.onScreen(scene != null);
            if (scene == null) {
                page.ifPresent(Page::left);
                right.getChildren().clear();
            } else if (before == null && page.isPresent()) {
                show();
            }
            focusDue = scene != null;
            if (scene != null && !begun) {
                begun = true;
                list.begin();
            }
        });
    }

    /// After the layout: the panes undo what is set before it.
    private void arrange() {
        if (focusDue) {
            // before its first layout nothing can have the focus
            focusDue = false;
            list.focus();
        }
        double width = panes.getWidth();
        if (width > 0 && width != arrangedFor) {
            arrangedFor = width;
            panes.setDividerPositions(dividers.places(panes, PANES, LIST_WIDTH / width));
        }
    }

    private void key(KeyEvent event) {
        if (UNDO.match(event)) {
            undo();
            event.consume();
        } else if (NEW.match(event)) {
            create();
            event.consume();
        }
    }

    /// Puts back what was removed last, and shows it.
    public void undo() {
        if (!model.undoesPage()) {
            list.leavePage();
        }
        model.undo();
    }

    /// Makes a table, whose name is to be typed at once.
    public void create() {
        list.create();
    }

    /// What can be done with the tables now.
    public List<Command> commands() {
        String group = "Watch";
        List<Command> all = new ArrayList<>();
        all.add(Command.of(group, "Make a new watch table", this::create).keyInPane("Shortcut+N"));
        all.add(Command.of(group, "Choose a watch table", list::focus));
        if (model.undoableProperty().get()) {
            all.add(Command.of(group, "Undo the latest removal", this::undo).keyInPane("Shortcut+Z"));
        }
        list.make().forEach(item -> all.add(Command.of(group, item.getText(), item::fire)));
        page.ifPresent(shown -> shown.menu().forEach(item -> all.add(Command.of(group, item.getText(), item::fire))));
        OpenTable open = model.openProperty().get();
        if (open != null) {
            all.add(Command.of(group, "Rename the watch table “" + open.name() + "”", () -> list.rename(open.name())));
            all.add(Command.of(group, "Delete the watch table “" + open.name() + "”", () -> model.delete(open.name())));
            all.addAll(pane.map(TablePane::commands).orElse(List.of()));
        }
        return all;
    }

    private void page(Optional<Page> next) {
        page = next;
        show();
    }

    private void show() {
        OpenTable open = model.openProperty().get();
        pane = Optional.empty();
        if (page.isPresent()) {
            right.getChildren().setAll(page.get().view());
        } else if (open != null) {
            TablePane next = new TablePane(model, open, carrier, dividers);
            pane = Optional.of(next);
            right.getChildren().setAll(next);
        } else {
            right.getChildren().setAll(nothing());
        }
    }

    private Node nothing() {
        if (!model.tablesProperty().get().tables().isEmpty()) {
            return new StackPane();
        }
        Label words = new Label("A watch table holds status variables of any rooms, side by side and live.\n\n"
                + "Make one here and pin to it, or choose variables in Explore and press P.");
        words.setWrapText(true);
        Button make = new Button("New table", Icons.icon(Feather.PLUS));
        make.setOnAction(_ -> create());
        VBox box = new VBox(14, words, make);
        box.getStyleClass().add("empty-state");
        return box;
    }
}
