package placewatch.control.log;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Command;
import placewatch.control.Hint;
import placewatch.control.Icons;
import placewatch.control.Texts;
import placewatch.control.takeaway.LogTakeaway;
import placewatch.export.LogFormat;
import placewatch.log.FilterHints;
import placewatch.log.FilteredLines;
import placewatch.model.Background;
import placewatch.model.log.Console;
import placewatch.model.log.Selection;

/// A console as it stands on a screen: the sheet, the chosen line's detail, the bar that finds, what is counted; and the
/// parts that a screen puts where it has room for them. JavaFX thread.
public final class ConsolePane extends BorderPane {

    private final Console console;
    private final LogSheet sheet;
    private final FilterField filter;
    private final FindBar find;
    private final LineDetail detail;
    private final LogTakeaway takeaway;
    private final SplitPane split;
    private final ToggleButton follow = new ToggleButton("Follow");
    private final ToggleButton pause = new ToggleButton("Pause");
    private final Label count = new Label();
    private final Label dropped = new Label();
    private final HBox foot = new HBox(12);

    /// @param id       what the ids of its parts begin with: `id-list`, `id-filter`, `id-follow`, `id-count`, …
    /// @param hints    what could be filtered for
    /// @param takeaway what is done with lines that leave the program
    public ConsolePane(String id, Console console, LogLook look, Supplier<FilterHints> hints, Background background,
            LogTakeaway takeaway) {
        this.console = console;
        this.takeaway = takeaway;
        getStyleClass().add("console");
        sheet = new LogSheet(id + "-list", console, look);
        filter = new FilterField(id + "-filter", console, hints);
        find = new FindBar(id, console, sheet, look, background);
        detail = new LineDetail(id, background, this::closeDetail);
        split = new SplitPane(withNewer(id));
        split.setOrientation(Orientation.VERTICAL);
        split.getStyleClass().add("console-split");
        followButton(id);
        pauseButton(id);
        foot(id);
        setCenter(split);
        setBottom(new VBox(find, takeaway.line(), foot));
        console.selectionProperty().subscribe(_ -> showDetail());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        sheet.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedOnSheet);
        sheet.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openDetail();
            }
        });
        takeaway.on(sheet, this::menu);
    }

    private void followButton(String id) {
        follow.setId(id + "-follow");
        follow.getStyleClass().add("follow");
        follow.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(follow, "Keeps the newest line in sight (End); scrolling up ends it");
        // when, while it is on screen: the console may live longer
        follow.selectedProperty().bindBidirectional(console.followingProperty());
    }

    /// Over the lines, so that nothing moves when it comes.
    private StackPane withNewer(String id) {
        Button newer = new Button("", Icons.icon(Feather.ARROW_DOWN));
        newer.setId(id + "-newer");
        newer.getStyleClass().addAll("accent", "small", "newer-button");
        newer.setFocusTraversable(false);
        newer.textProperty().bind(console.newerProperty().map(count -> Texts.grouped(count.longValue()) + " newer"));
        newer.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> console.newerProperty().get() > 0
                        && (!console.followingProperty().get() || console.pausedProperty().get()),
                console.newerProperty(), console.followingProperty(), console.pausedProperty()));
        newer.setOnAction(_ -> {
            console.pausedProperty().set(false);
            console.select(Selection.NONE);
            console.followingProperty().set(true);
            sheet.requestFocus();
        });
        StackPane.setAlignment(newer, Pos.BOTTOM_CENTER);
        StackPane.setMargin(newer, new Insets(0, 0, 22, 0));
        return new StackPane(sheet, newer);
    }

    private void pauseButton(String id) {
        pause.setId(id + "-pause");
        pause.getStyleClass().add("follow");
        pause.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(pause, "Holds the picture (space); lines go on being kept");
        pause.selectedProperty().bindBidirectional(console.pausedProperty());
        pause.textProperty().bind(console.pausedProperty().map(held -> held ? "Paused" : "Pause"));
    }

    private void foot(String id) {
        count.setId(id + "-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(0);
        dropped.setId(id + "-dropped");
        dropped.getStyleClass().add("dropped");
        dropped.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(dropped, "The log keeps the newest lines; older ones had to make room for them");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        foot.getChildren().setAll(count, dropped, gap, takeaway.buttons());
        foot.getStyleClass().add("log-foot");
        console.linesProperty().subscribe(this::counted);
    }

    private void counted(FilteredLines lines) {
        long all = lines.window().size();
        String words = console.filterProperty().get().isEmpty() ? Texts.count(lines.size(), "line")
                : Texts.grouped(lines.size()) + " of " + Texts.count(all, "line");
        if (!lines.isComplete()) {
            words += ", searched " + (int) (lines.searched() * 100) + " %";
        }
        if (lines.givenUp() > 0) {
            words += "; the expression took too long on " + Texts.count(lines.givenUp(), "line") + ", shown all the same";
        }
        count.setText(words);
        long gone = lines.window().dropped();
        dropped.setText(gone == 0 ? "" : Texts.grouped(gone) + " dropped");
    }

    public LogSheet sheet() {
        return sheet;
    }

    public FilterField filter() {
        return filter;
    }

    public ToggleButton follow() {
        return follow;
    }

    public ToggleButton pause() {
        return pause;
    }

    /// A button that empties this console.
    public Button clear(String id) {
        Button clear = Icons.button(Feather.TRASH_2, "Clear the console");
        clear.setId(id + "-clear");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(_ -> console.clear());
        clear.disableProperty().bind(console.linesProperty().map(lines -> lines.size() == 0));
        return clear;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F && !event.isShiftDown()) {
            find.open();
            event.consume();
        } else if (event.getCode() == KeyCode.F3) {
            find.next(event.isShiftDown() ? FilteredLines.Direction.UP : FilteredLines.Direction.DOWN);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && split.getItems().contains(detail)) {
            closeDetail();
            event.consume();
        }
    }

    private void pressedOnSheet(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            selectAll();
            event.consume();
            return;
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        FilteredLines.Direction direction =
                event.isShiftDown() ? FilteredLines.Direction.UP : FilteredLines.Direction.DOWN;
        switch (event.getCode()) {
            case M -> bookmark();
            case B -> reveal(console.nextBookmark(direction));
            case E -> reveal(console.nextTrouble(direction));
            case SPACE -> pause.fire();
            case ENTER -> openDetail();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void selectAll() {
        FilteredLines lines = console.linesProperty().get();
        if (lines.size() > 0) {
            sheet.hold();
            console.select(new Selection(lines.number(0), lines.number(lines.size() - 1)));
        }
    }

    private void bookmark() {
        Selection chosen = console.selectionProperty().get();
        if (!chosen.isEmpty()) {
            console.bookmark(chosen.lead());
        } else if (sheet.seenUntil() >= 0) {
            console.bookmark(sheet.seenUntil());
        }
    }

    private List<MenuItem> menu() {
        boolean none = console.selectionProperty().get().isEmpty();
        return List.of(item("Show the whole line (Enter)", none, this::openDetail),
                item("Mark the line, or take its mark away (M)", none, this::bookmark));
    }

    private static MenuItem item(String words, boolean barred, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setDisable(barred);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void reveal(OptionalLong line) {
        line.ifPresent(sheet::reveal);
    }

    private void openDetail() {
        if (console.selectionProperty().get().isEmpty() && sheet.seenUntil() >= 0) {
            sheet.reveal(sheet.seenUntil());
        }
        if (!split.getItems().contains(detail)) {
            split.getItems().add(detail);
            split.setDividerPositions(0.62);
        }
        showDetail();
    }

    private void closeDetail() {
        split.getItems().remove(detail);
        sheet.requestFocus();
    }

    private void showDetail() {
        Selection chosen = console.selectionProperty().get();
        if (split.getItems().contains(detail) && !chosen.isEmpty()) {
            FilteredLines lines = console.linesProperty().get();
            lines.window().entry(chosen.lead()).ifPresent(detail::show);
        }
    }

    /// What can be done with the lines.
    public List<Command> commands(String group) {
        boolean empty = console.linesProperty().get().size() == 0;
        String none = "There are no lines.";
        return List.of(
                Command.of(group, "Clear the console", console::clear).unless(empty, "It is empty."),
                Command.of(group, console.followingProperty().get() ? "Stop following the newest line"
                        : "Follow the newest line", follow::fire).keyInPane("End"),
                Command.of(group, console.pausedProperty().get() ? "Let the lines run again" : "Hold the picture",
                        pause::fire).keyInPane("Space"),
                Command.of(group, "Filter the lines", () -> filter.field().requestFocus()),
                Command.of(group, "Find among the lines", find::open).keyInPane("Shortcut+F").unless(empty, none),
                Command.of(group, "Mark the line, or take its mark away", this::bookmark).keyInPane("M")
                        .unless(empty, none),
                Command.of(group, "Go to the next marked line",
                        () -> reveal(console.nextBookmark(FilteredLines.Direction.DOWN))).keyInPane("B")
                        .unless(console.bookmarks().isEmpty(), "No line is marked."),
                Command.of(group, "Go to the next error",
                        () -> reveal(console.nextTrouble(FilteredLines.Direction.DOWN))).keyInPane("E")
                        .unless(empty, none),
                Command.of(group, "Go to the error before",
                        () -> reveal(console.nextTrouble(FilteredLines.Direction.UP))).keyInPane("Shift+E")
                        .unless(empty, none),
                Command.of(group, "Show the whole line", this::openDetail).keyInPane("Enter").unless(empty, none),
                Command.of(group, "Copy the chosen lines, or all", takeaway::copy).keyInPane("Shortcut+C")
                        .unless(empty, "There are none."),
                Command.of(group, "Export the lines shown as text…", () -> takeaway.saveShown(LogFormat.TEXT))
                        .unless(empty, none),
                Command.of(group, "Export the lines shown as JSON lines…",
                        () -> takeaway.saveShown(LogFormat.JSON_LINES)).unless(empty, none),
                Command.of(group, "Export the lines shown as CSV…", () -> takeaway.saveShown(LogFormat.CSV))
                        .unless(empty, none));
    }

    /// Nothing is looked at any more.
    public void close() {
        detail.close();
        follow.selectedProperty().unbindBidirectional(console.followingProperty());
        pause.selectedProperty().unbindBidirectional(console.pausedProperty());
    }
}
