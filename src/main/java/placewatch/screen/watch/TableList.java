package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Icons;
import placewatch.control.status.StatusActions;
import placewatch.settings.WatchTables;

/// The list on the left: the watch tables, and what else has a place beside them.
final class TableList extends BorderPane {

    /// A line of the list.
    sealed interface Line {
        record OfTable(String name, int pins) implements Line { }

        record OfPage(Page page) implements Line { }

        /// What stands above or in place of others.
        record Words(String words, boolean heads) implements Line { }
    }

    private final WatchModel model;
    private final Section section;
    private final Consumer<Optional<Page>> onPage;
    private final ListView<Line> list = new ListView<>();
    private final ContextMenu menu = new ContextMenu();
    private @Nullable Page page;
    private @Nullable String renaming;
    private @Nullable TextField editor;

    /// Whether the list is being told anew, which chooses nothing.
    private boolean listing;

    /// @param onPage hears the page that is chosen; empty when a table is
    TableList(WatchModel model, Section section, Consumer<Optional<Page>> onPage) {
        this.model = model;
        this.section = section;
        this.onPage = onPage;
        getStyleClass().add("watch-tables");
        setTop(head());
        list.setId(WatchView.WATCH_LIST);
        list.setAccessibleText("Watch tables");
        list.getStyleClass().addAll("dense", "modules-list", "watch-list");
        list.setFixedCellSize(30);
        list.setCellFactory(_ -> new TableListCell(this, model));
        list.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (!listing && line != null) {
                chosen(line);
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnContextMenuRequested(event -> {
            List<MenuItem> items = items();
            menu.getItems().setAll(items);
            if (!items.isEmpty()) {
                menu.show(list, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        setCenter(list);
        model.tablesProperty().subscribe(_ -> tell());
        section.onDeleted(deleted -> model.did(new UndoSteps.Step.OfPage(deleted.words(), () -> {
            Page back = deleted.back().get();
            open(back);
            focus();
        })));
        section.pages().addListener((ListChangeListener<Page>) _ -> {
            if (page != null && !section.pages().contains(page)) {
                leavePage();
            }
            tell();
        });
    }

    private HBox head() {
        Label title = new Label("Tables");
        title.getStyleClass().add("pane-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button make = Icons.button(Feather.PLUS, "New table (Ctrl+N)");
        make.setId(WatchView.WATCH_NEW);
        make.setOnAction(_ -> create());
        HBox head = new HBox(6, title, gap, make);
        head.getStyleClass().add("pane-head");
        return head;
    }

    /// Makes a table, whose name is to be typed at once.
    void create() {
        leavePage();
        String name = model.create();
        rename(name);
    }

    /// The keys go to the list.
    void focus() {
        list.requestFocus();
    }

    private void chosen(Line line) {
        switch (line) {
            case Line.OfTable(String name, var _) -> {
                leavePage();
                model.choose(name);
            }
            case Line.OfPage(Page next) -> open(next);
            case Line.Words _ -> tell();
        }
    }

    /// Shows the page that was on screen when the program ended.
    void begin() {
        section.first().ifPresent(this::open);
    }

    private void open(Page next) {
        if (page != next) {
            Page before = page;
            page = next;
            if (before != null) {
                before.left();
            }
            model.setAside();
            onPage.accept(Optional.of(next));
            tell();
        }
    }

    /// The tables have their place again.
    void leavePage() {
        Page before = page;
        if (before != null) {
            page = null;
            before.left();
            onPage.accept(Optional.empty());
            model.choose(model.tablesProperty().get().chosen());
        }
    }

    private void tell() {
        List<Line> lines = new ArrayList<>();
        WatchTables tables = model.tablesProperty().get();
        tables.tables().forEach(table -> lines.add(new Line.OfTable(table.name(), table.pins().size())));
        if (tables.tables().isEmpty()) {
            lines.add(new Line.Words("none yet", false));
        }
        if (!section.title().isEmpty()) {
            lines.add(new Line.Words(section.title(), true));
            section.pages().forEach(each -> lines.add(new Line.OfPage(each)));
            if (section.pages().isEmpty() && !section.nothing().isEmpty()) {
                lines.add(new Line.Words(section.nothing(), false));
            }
        }
        listing = true;
        try {
            if (!lines.equals(list.getItems())) {
                list.getItems().setAll(lines);
            }
            int at = -1;
            for (int i = 0; i < lines.size(); i++) {
                boolean shown = switch (lines.get(i)) {
                    case Line.OfTable(String name, var _) -> page == null && name.equals(tables.chosen());
                    case Line.OfPage(Page each) -> each == page;
                    case Line.Words _ -> false;
                };
                at = shown ? i : at;
            }
            if (at >= 0 && list.getSelectionModel().getSelectedIndex() != at) {
                list.getSelectionModel().clearAndSelect(at);
                list.getFocusModel().focus(at);
            } else if (at < 0) {
                list.getSelectionModel().clearSelection();
            }
        } finally {
            listing = false;
        }
    }

    private void key(KeyEvent event) {
        if (renaming != null || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        boolean done = switch (event.getCode()) {
            case UP -> step(-1);
            case DOWN -> step(1);
            case F2 -> list.getSelectionModel().getSelectedItem() instanceof Line.OfTable(String name, var _)
                    && run(() -> rename(name));
            case DELETE -> switch (list.getSelectionModel().getSelectedItem()) {
                case Line.OfTable(String name, var _) -> run(() -> model.delete(name));
                case Line.OfPage(Page shown) -> run(shown::delete);
                case Line.Words _ -> false;
                case null -> false;
            };
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private static boolean run(Runnable task) {
        task.run();
        return true;
    }

    /// Goes on to the next line that can be chosen: not to the words between them.
    private boolean step(int by) {
        int at = list.getSelectionModel().getSelectedIndex() + by;
        while (at >= 0 && at < list.getItems().size() && list.getItems().get(at) instanceof Line.Words) {
            at += by;
        }
        if (at >= 0 && at < list.getItems().size()) {
            list.getSelectionModel().clearAndSelect(at);
            list.getFocusModel().focus(at);
            list.scrollTo(at);
        }
        return true;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        switch (list.getSelectionModel().getSelectedItem()) {
            case Line.OfTable(String name, var _) -> {
                items.add(StatusActions.item("Rename (F2)", () -> rename(name)));
                items.add(StatusActions.item("Delete (Del)", () -> model.delete(name)));
            }
            case Line.OfPage(Page chosen) -> items.addAll(chosen.menu());
            case Line.Words _ -> { }
            case null -> { }
        }
        items.add(StatusActions.item("New table (Ctrl+N)", this::create));
        return items;
    }

    /// The ways to make another page; for the button beside the section's title.
    List<MenuItem> make() {
        return section.make(made -> {
            open(made);
            made.begin();
        });
    }

    /// A table's name is to be typed.
    void rename(String name) {
        renaming = name;
        editor = null;
        list.refresh();
    }

    /// No name is typed any more.
    void renamed() {
        renaming = null;
        editor = null;
        list.refresh();
        list.requestFocus();
    }

    /// Where the name is typed: the same one for whichever cell shows it.
    TextField editor(Supplier<TextField> maker) {
        TextField field = editor;
        if (field == null) {
            field = maker.get();
            editor = field;
        }
        return field;
    }

    boolean isRenaming(String name) {
        return name.equals(renaming);
    }
}
