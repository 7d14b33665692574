package placewatch.control.takeaway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.CopySign;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.export.ExportFormat;
import placewatch.export.ExportTable;
import placewatch.export.SavedExport;
import placewatch.protocol.Subscription;

/// Lets people take away what a table or list shows, in full and not as it is cut on screen: the chosen rows, or all of
/// them when none is chosen. JavaFX thread.
///
/// The keys work from the start: Ctrl+C copies tab-separated text, Ctrl+Shift+C JSON. The rest is put where the screen
/// has room for it:
///
/// ```java
/// Takeaway<StatusRow> takeaway = Takeaway.of(table, "status", carrier, () -> List.of(system.title(), "status"),
///         rows -> StatusExport.table(rows, carrier.now(), title));
/// head.getChildren().add(takeaway.buttons());      // Copy, Export…; or icons() where it is narrow
/// takeaway.offerMenu(() -> List.of(pin));           // right click: yours first, then Copy and Export
/// setBottom(takeaway.line());                       // where a file went, or why it did not
/// ```
///
/// Ids for tests: of the buttons `status-copy` and `status-export`, of the words in the line `status-taken`.
///
/// @param <R> a row
public final class Takeaway<R> {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY_JSON =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final Control control;
    private final ObservableList<R> rows;
    private final ObservableList<R> chosen;
    private final String id;
    private final Carrier carrier;
    private final Supplier<List<String>> about;
    private final Function<List<R>, ExportTable> export;
    private final TakeawayLine line;
    private ExportFormat json = ExportFormat.JSON;
    private Optional<Function<List<R>, String>> words = Optional.empty();
    private Optional<CopySign> sign = Optional.empty();
    private Subscription saving = () -> { };
    private @Nullable ContextMenu menu;
    private @Nullable ContextMenu saveMenu;

    private Takeaway(Control control, ObservableList<R> rows, ObservableList<R> chosen, String id, Carrier carrier,
            Supplier<List<String>> about, Function<List<R>, ExportTable> export) {
        this.control = control;
        this.rows = rows;
        this.chosen = chosen;
        this.id = id;
        this.carrier = carrier;
        this.about = about;
        this.export = export;
        line = new TakeawayLine(id + "-taken", carrier);
        control.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            } else if (COPY_JSON.match(event)) {
                copyJson();
                event.consume();
            }
        });
    }

    /// The table must not get another list of items or another selection model later.
    ///
    /// @param id     what the ids of its parts begin with
    /// @param about  what the rows are of, from the large to the small, for the name of a file
    /// @param export the rows with their full values, as they are now
    public static <R> Takeaway<R> of(TableView<R> table, String id, Carrier carrier, Supplier<List<String>> about,
            Function<List<R>, ExportTable> export) {
        return new Takeaway<>(table, table.getItems(), table.getSelectionModel().getSelectedItems(), id, carrier,
                about, export);
    }

    /// The same of a list.
    public static <R> Takeaway<R> of(ListView<R> list, String id, Carrier carrier, Supplier<List<String>> about,
            Function<List<R>, ExportTable> export) {
        return new Takeaway<>(list, list.getItems(), list.getSelectionModel().getSelectedItems(), id, carrier,
                about, export);
    }

    /// For lines of text: Ctrl+C copies these words, and JSON comes with an object in each line.
    public Takeaway<R> asLines(Function<List<R>, String> text) {
        words = Optional.of(text);
        json = ExportFormat.JSON_LINES;
        return this;
    }

    /// *Copy* and *Export…*, beside each other.
    public HBox buttons() {
        Button copy = new Button("Copy");
        Button save = new Button("Export…");
        copy.getStyleClass().add("small");
        save.getStyleClass().add("small");
        return put(copy, save, 8);
    }

    /// The same as icons.
    public HBox icons() {
        Button copy = Icons.button(Feather.COPY, "");
        Button save = Icons.button(Feather.DOWNLOAD, "");
        return put(copy, save, 2);
    }

    private HBox put(Button copy, Button save, double gap) {
        copy.setId(id + "-copy");
        copy.setAccessibleText("Copy the chosen rows, or all");
        Hint.on(copy, "Copies the chosen rows, or all, with their full values (" + COPY.getDisplayText() + "; as JSON "
                + COPY_JSON.getDisplayText() + ")");
        copy.setOnAction(_ -> copy());
        copy.disableProperty().bind(Bindings.isEmpty(rows));
        sign = Optional.of(CopySign.of(copy));
        save.setId(id + "-export");
        save.setAccessibleText("Export rows to a file");
        Hint.on(save, "Saves the chosen rows, or all, to a file, with their full values");
        save.setAccessibleRole(AccessibleRole.MENU_BUTTON);
        save.setOnAction(_ -> {
            if (saveMenu == null) {
                saveMenu = new ContextMenu();
                saveMenu.getStyleClass().add("takeaway-menu");
                saveMenu.getItems().setAll(exports());
                // to the left: these buttons stand at the right of their pane
                saveMenu.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT);
            }
            Bounds place = save.localToScreen(save.getLayoutBounds());
            saveMenu.show(save, place.getMaxX(), place.getMaxY() + 2);
        });
        save.disableProperty().bind(Bindings.isEmpty(rows));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        save.setMinWidth(Region.USE_PREF_SIZE);
        HBox both = new HBox(gap, copy, save);
        both.getStyleClass().add("takeaway-buttons");
        both.setMinWidth(Region.USE_PREF_SIZE);
        return both;
    }

    /// New items for a menu of one's own.
    public List<MenuItem> menuItems() {
        // no accelerators: a control's menu puts them on the whole window, where several tables would claim them
        MenuItem copy = new MenuItem("Copy (" + COPY.getDisplayText() + ")");
        copy.setOnAction(_ -> copy());
        MenuItem copyJson = new MenuItem("Copy as " + TakeawayTexts.brief(json)
                + " (" + COPY_JSON.getDisplayText() + ")");
        copyJson.setOnAction(_ -> copyJson());
        for (MenuItem item : List.of(copy, copyJson)) {
            item.disableProperty().bind(Bindings.isEmpty(rows));
        }
        List<MenuItem> items = new ArrayList<>(List.of(copy, copyJson, new SeparatorMenuItem()));
        items.addAll(exports());
        return items;
    }

    /// A right click on the rows offers `first`, and then to take them away.
    ///
    /// @param first asked once, when the menu is first wanted
    public void offerMenu(Supplier<List<MenuItem>> first) {
        control.setOnContextMenuRequested(event -> {
            if (menu == null) {
                List<MenuItem> own = first.get();
                menu = new ContextMenu();
                menu.getItems().setAll(own);
                if (!own.isEmpty()) {
                    menu.getItems().add(new SeparatorMenuItem());
                }
                menu.getItems().addAll(menuItems());
            }
            menu.show(control, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private List<MenuItem> exports() {
        return Stream.of(chosen, rows).flatMap(which -> Stream.of(ExportFormat.CSV, json).map(format -> {
            MenuItem item = new MenuItem((which == chosen ? "Export chosen rows as " : "Export all rows as ")
                    + TakeawayTexts.brief(format) + "…");
            item.setId(id + (which == chosen ? "-chosen-" : "-all-") + format.extension());
            item.disableProperty().bind(Bindings.isEmpty(which));
            item.setOnAction(_ -> save(held(which), format));
            return item;
        })).toList();
    }

    /// What became of the latest export, as a line that is there only while there is something to say.
    public Node line() {
        return line;
    }

    /// Copies the chosen rows, or all, as tab-separated text.
    public void copy() {
        List<R> some = chosenOrAll();
        if (words.isPresent()) {
            String text = words.get().apply(some);
            carrier.copy(() -> text, this::copied);
        } else {
            copy(some, ExportFormat.TAB_SEPARATED);
        }
    }

    /// Copies the chosen rows, or all, as JSON.
    public void copyJson() {
        copy(chosenOrAll(), json);
    }

    /// Asks for a file and saves the chosen rows there, or all.
    public void save(ExportFormat format) {
        save(chosenOrAll(), format);
    }

    private List<R> chosenOrAll() {
        List<R> some = held(chosen);
        return some.isEmpty() ? held(rows) : some;
    }

    /// A copy. A selection may name rows that are gone for a moment.
    private static <R> List<R> held(ObservableList<R> some) {
        return some.stream().filter(Objects::nonNull).toList();
    }

    private void copy(List<R> some, ExportFormat format) {
        // what the rows say now; how it is written does not hurry
        ExportTable table = export.apply(some);
        carrier.copy(() -> format.text(table, carrier.zone()), this::copied);
    }

    private void copied() {
        sign.ifPresent(CopySign::show);
    }

    private void save(List<R> some, ExportFormat format) {
        save(export.apply(some), format);
    }

    private void save(ExportTable table, ExportFormat format) {
        Optional<Path> file = carrier.ask(control.getScene() == null ? null : control.getScene().getWindow(),
                about.get(), format);
        file.ifPresent(where -> save(table, format, where));
    }

    private void save(ExportTable table, ExportFormat format, Path file) {
        saving.close();
        saving = carrier.save(file, table, format, ended -> {
            switch (ended) {
                case SavedExport.Saved saved -> line.saved(table.rows().size(), saved);
                // the rows as they were are still there for another try
                case SavedExport.NotSaved not -> line.notSaved(not, () -> save(table, format));
            }
        });
        line.saving(file, saving::close);
    }
}
