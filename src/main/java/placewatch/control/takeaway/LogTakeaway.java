package placewatch.control.takeaway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
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
import placewatch.export.CopiedLog;
import placewatch.export.LogExport;
import placewatch.export.LogFormat;
import placewatch.export.LogLinesToTake;
import placewatch.export.SavedLog;
import placewatch.log.FilteredLines;
import placewatch.model.log.Console;
import placewatch.model.log.Selection;
import placewatch.protocol.Subscription;

/// Lets people take lines of the log away, whole and however many: the chosen ones, those that are shown, or all that
/// are kept. Ctrl+C copies them as they are seen, Ctrl+Shift+C as JSON lines. JavaFX thread.
///
/// Ids for tests: of the buttons `id-copy` and `id-export`, of the words in the line `id-taken`.
public final class LogTakeaway {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY_JSON =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    /// Which lines.
    private enum Extent {
        CHOSEN("chosen lines"), SHOWN("lines shown"), ALL("all lines kept");

        private final String words;

        Extent(String words) {
            this.words = words;
        }
    }

    private final String id;
    private final Console console;
    private final Carrier carrier;
    private final Supplier<List<String>> about;
    private final TakeawayLine line;
    private Optional<CopySign> sign = Optional.empty();
    private Subscription saving = () -> { };
    private @Nullable Node place;
    private @Nullable ContextMenu saveMenu;
    private @Nullable ContextMenu menu;

    /// @param about what the lines are of, from the large to the small, for the name of a file
    public LogTakeaway(String id, Console console, Carrier carrier, Supplier<List<String>> about) {
        this.id = id;
        this.console = console;
        this.carrier = carrier;
        this.about = about;
        line = new TakeawayLine(id + "-taken", carrier);
    }

    /// Listens to the keys on a sheet, and offers a menu there.
    ///
    /// @param first asked each time: what else can be done with the chosen line
    public void on(Node sheet, Supplier<List<MenuItem>> first) {
        place = sheet;
        sheet.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            } else if (COPY_JSON.match(event)) {
                copy(LogFormat.JSON_LINES);
                event.consume();
            }
        });
        sheet.setOnContextMenuRequested(event -> {
            if (menu != null) {
                menu.hide();
            }
            menu = new ContextMenu();
            menu.getItems().setAll(first.get());
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(item("Copy (" + COPY.getDisplayText() + ")", "", this::copy),
                    item("Copy as JSON lines (" + COPY_JSON.getDisplayText() + ")", "",
                            () -> copy(LogFormat.JSON_LINES)), new SeparatorMenuItem());
            menu.getItems().addAll(exports());
            menu.show(sheet, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private static MenuItem item(String words, String itemId, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(itemId.isEmpty() ? null : itemId);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private List<MenuItem> exports() {
        List<MenuItem> menus = new ArrayList<>();
        for (Extent extent : Extent.values()) {
            Menu of = new Menu("Export " + extent.words);
            of.setDisable(extent == Extent.CHOSEN && console.selectionProperty().get().isEmpty());
            for (LogFormat format : LogFormat.values()) {
                of.getItems().add(item("As " + kind(format).words() + "…",
                        id + "-" + extent.name().toLowerCase(Locale.ROOT) + "-" + format.extension(),
                        () -> save(extent, format)));
            }
            menus.add(of);
        }
        return menus;
    }

    private static FileKind kind(LogFormat format) {
        return new FileKind(switch (format) {
            case TEXT -> "text";
            case JSON_LINES -> "JSON lines";
            case CSV -> "CSV, for spreadsheets";
        }, format.extension());
    }

    /// *Copy* and *Export…*, as icons beside each other.
    public HBox buttons() {
        Button copy = Icons.button(Feather.COPY, "");
        copy.setId(id + "-copy");
        copy.setAccessibleText("Copy the chosen lines, or all that are shown");
        Hint.on(copy, "Copies the chosen lines, or all that are shown, as they are seen (" + COPY.getDisplayText()
                + "; as JSON lines " + COPY_JSON.getDisplayText() + ")");
        copy.setOnAction(_ -> copy());
        sign = Optional.of(CopySign.of(copy));
        Button save = Icons.button(Feather.DOWNLOAD, "");
        save.setId(id + "-export");
        save.setAccessibleText("Export lines to a file");
        Hint.on(save, "Saves the chosen lines, those that are shown, or all that are kept to a file");
        save.setAccessibleRole(AccessibleRole.MENU_BUTTON);
        save.setOnAction(_ -> {
            if (saveMenu != null) {
                saveMenu.hide();
            }
            saveMenu = new ContextMenu();
            saveMenu.getStyleClass().add("takeaway-menu");
            saveMenu.getItems().setAll(exports());
            saveMenu.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_RIGHT);
            Bounds at = save.localToScreen(save.getLayoutBounds());
            saveMenu.show(save, at.getMaxX(), at.getMinY() - 2);
        });
        for (Button button : List.of(copy, save)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.disableProperty().bind(console.linesProperty().map(lines -> lines.size() == 0));
        }
        HBox both = new HBox(2, copy, save);
        both.getStyleClass().add("takeaway-buttons");
        both.setMinWidth(Region.USE_PREF_SIZE);
        return both;
    }

    /// Asks for a file that lines are written to as they come.
    public Optional<Path> chooseFile(String name) {
        return carrier.ask(place == null || place.getScene() == null ? null : place.getScene().getWindow(),
                List.of(name), LogFormat.TEXT, kind(LogFormat.TEXT));
    }

    /// What became of the latest export, as a line that is there only while there is something to say.
    public Node line() {
        return line;
    }

    /// Copies the chosen lines, or all that are shown, as they are seen.
    public void copy() {
        copy(LogFormat.TEXT);
    }

    private void copy(LogFormat format) {
        LogLinesToTake lines = lines(console.selectionProperty().get().isEmpty() ? Extent.SHOWN : Extent.CHOSEN);
        carrier.copyLog(() -> LogExport.copy(lines, format, carrier.zone(), Thread.currentThread()::isInterrupted),
                ended -> {
                    switch (ended) {
                        case CopiedLog.Text _ -> sign.ifPresent(CopySign::show);
                        case CopiedLog.TooMuch(String sentence) -> line.trouble(sentence, "");
                        case CopiedLog.Cancelled() -> { }
                    }
                });
    }

    /// Asks for a file and saves all that are shown there.
    public void saveShown(LogFormat format) {
        save(Extent.SHOWN, format);
    }

    private LogLinesToTake lines(Extent extent) {
        FilteredLines shown = console.linesProperty().get();
        return switch (extent) {
            case ALL -> LogLinesToTake.all(shown.window());
            case SHOWN -> new LogLinesToTake(shown.window(), () -> numbers(shown, 0, shown.size()));
            case CHOSEN -> {
                Selection chosen = console.selectionProperty().get();
                yield new LogLinesToTake(shown.window(),
                        () -> numbers(shown, shown.indexOf(chosen.low()), shown.indexOf(chosen.high() + 1)));
            }
        };
    }

    private static LongStream numbers(FilteredLines lines, long from, long to) {
        return lines.numbers(from, to);
    }

    private void save(Extent extent, LogFormat format) {
        LogLinesToTake lines = lines(extent);
        carrier.ask(place == null || place.getScene() == null ? null : place.getScene().getWindow(), about.get(), format,
                kind(format)).ifPresent(file -> save(extent, lines, format, file));
    }

    private void save(Extent extent, LogLinesToTake lines, LogFormat format, Path file) {
        saving.close();
        saving = carrier.saveLog(file, lines, format, ended -> {
            switch (ended) {
                case SavedLog.Written written -> line.savedLines(written.lines(), written.file());
                case SavedLog.Failed failed -> line.notSaved(failed.why(), () -> save(extent, format));
                case SavedLog.Cancelled _ -> { }
            }
        });
        line.saving(file, saving::close);
    }
}
