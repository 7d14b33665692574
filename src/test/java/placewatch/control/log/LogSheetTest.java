package placewatch.control.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import placewatch.control.QuickRobot;
import placewatch.control.Theme;
import placewatch.log.FilteredLines;
import placewatch.log.FilteredLog;
import placewatch.log.LogEntry;
import placewatch.log.LogFilter;
import placewatch.log.LogQuestion;
import placewatch.log.LogScope;
import placewatch.log.LogSource;
import placewatch.log.LogStore;
import placewatch.model.log.Console;
import placewatch.model.log.Selection;
import placewatch.protocol.ModuleAddress;

class LogSheetTest {

    private static final LogSource DISPLAY =
            LogSource.of(new ModuleAddress("sys-1", "Display", 1), "mod-1", "Boardroom");
    private static final int ROWS = 15;

    private final LogStore store = new LogStore(1_000_000, 1L << 40);
    private final List<String> opened = new ArrayList<>();
    private Console console;
    private LogSheet sheet;
    private LogLook look;
    private Stage stage;
    private final QuickRobot robot = new QuickRobot(() -> sheet.getScene());

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        fx(() -> {
            Theme.loadFonts();
            Theme.LIGHT.apply();
            return true;
        });
    }

    private static <T> T fx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, task);
    }

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        fx(() -> {
            LogQuestion question = new LogQuestion(LogScope.ALL, LogFilter.EVERYTHING);
            console = new Console(new FilteredLog(store, question, InstantSource.system(),
                    () -> Platform.runLater(() -> console.refresh())), question, _ -> { });
            look = new LogLook(LogLook.Modules.SHOWN, _ -> Optional.of(1), (source, word) ->
                    word.equals("Display_2") ? Optional.of(new LineLinks.Link(() -> opened.add(word))) : Optional.empty());
            sheet = new LogSheet("sheet", console, look);
            Scene scene = new Scene(sheet, 700, ROWS * LogSheet.ROW);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            sheet.requestFocus();
            return true;
        });
    }

    @AfterEach
    void close() {
        fx(() -> {
            stage.close();
            console.close();
            return true;
        });
    }

    private void append(String level, String text) {
        store.append(Instant.now(), DISPLAY, LogEntry.Kind.DEBUG, level, text);
    }

    /// Lines 0, 2, 4 … are of volume, the others of power.
    private void append(int count) {
        for (int i = 0; i < count; i++) {
            long number = store.window().end();
            append("info", (number % 2 == 0 ? "volume " : "power ") + number);
        }
        settle();
    }

    /// Until the sheet shows the answer to what was asked last about all lines that there are.
    private void settle() {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).atMost(Duration.ofSeconds(20))
                .until(() -> fx(() -> {
                    FilteredLines lines = console.linesProperty().get();
                    boolean settled = lines.isComplete() && lines.window().end() == store.window().end()
                            && lines.question().filter() == console.filterProperty().get();
                    sheet.applyCss();
                    sheet.layout();
                    return settled;
                }));
    }

    private void filter(String text) {
        fx(() -> {
            console.filterTextProperty().set(text);
            return true;
        });
        settle();
    }

    private List<Long> numbers() {
        return fx(() -> sheet.seenLines().stream().map(LogEntry::number).toList());
    }

    private static List<Long> from(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    private void wheel(double rows) {
        fx(() -> {
            Event.fireEvent(sheet, new ScrollEvent(ScrollEvent.SCROLL, 100, 100, 0, 0, false, false, false, false,
                    false, false, 0, rows * LogSheet.ROW, 0, 0, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, new PickResult(sheet, 100, 100)));
            sheet.layout();
            return true;
        });
    }

    private enum Shift { UP, DOWN }

    private void press(double x, int row, Shift shift) {
        fx(() -> {
            double y = (row + 0.5) * LogSheet.ROW;
            boolean down = shift == Shift.DOWN;
            Event.fireEvent(sheet, new MouseEvent(MouseEvent.MOUSE_PRESSED, x, y, x, y, MouseButton.PRIMARY, 1, down,
                    false, false, false, true, false, false, false, false, true, new PickResult(sheet, x, y)));
            sheet.layout();
            return true;
        });
    }

    private Set<Node> rows() {
        return fx(() -> Set.copyOf(sheet.lookupAll(".log-row")));
    }

    private void shiftPush(KeyCode code) {
        robot.push(KeyCode.SHIFT, code);
        fx(() -> {
            sheet.layout();
            return true;
        });
    }

    @Test
    void whoFollowsSeesTheNewestAndTheRowsAreTheSameHoweverManyLinesCome() {
        append(ROWS * 3);
        assertThat(numbers()).isEqualTo(from(2 * ROWS, ROWS));
        assertThat(fx(() -> sheet.seen().getLast())).isEqualTo("volume 44");
        Set<Node> made = rows();
        append(5_000);
        assertThat(numbers()).isEqualTo(from(5_000 + 2 * ROWS, ROWS));
        wheel(7);
        append(3_000);
        filter("volume");
        assertThat(rows()).containsAll(made).hasSizeLessThanOrEqualTo(2 * (ROWS + 1));
    }

    @Test
    void theWheelLeavesTheEndAndThePlaceStaysWhateverComes() {
        append(100);
        wheel(3);
        assertThat(fx(() -> console.followingProperty().get())).isFalse();
        assertThat(numbers()).startsWith(82L);
        append(1_000);
        assertThat(numbers()).isEqualTo(from(82, ROWS + 1));
        wheel(-2);
        assertThat(numbers()).startsWith(84L);
        wheel(0.4);
        wheel(0.4);
        assertThat(numbers()).startsWith(84L);
        wheel(0.4);
        assertThat(numbers()).as("parts of a row add up").startsWith(83L);
        wheel(-5_000);
        assertThat(fx(() -> console.followingProperty().get())).isTrue();
        wheel(5_000);
        assertThat(numbers()).isEqualTo(from(0, ROWS + 1));
    }

    @Test
    void endFollowsAgain() {
        append(100);
        wheel(3);
        robot.push(KeyCode.END);
        append(10);
        assertThat(numbers()).endsWith(109L).hasSize(ROWS);
    }

    @Test
    void anEmptySheetMayBeScrolledClickedAndWalkedOver() {
        wheel(3);
        wheel(-3);
        press(100, 2, Shift.UP);
        for (KeyCode code : List.of(KeyCode.UP, KeyCode.DOWN, KeyCode.HOME, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN)) {
            robot.push(code);
        }
        assertThat(numbers()).isEmpty();
        assertThat(fx(() -> sheet.placeholder().isVisible())).isTrue();
        append(3);
        assertThat(numbers()).containsExactly(0L, 1L, 2L);
        assertThat(fx(() -> sheet.placeholder().isVisible())).isFalse();
        filter("nothing");
        assertThat(numbers()).isEmpty();
        wheel(3);
        assertThat(fx(() -> sheet.placeholder().isVisible())).isTrue();
    }

    @Test
    void linesAreChosenByMouseAndKeysWithShiftForMore() {
        append(100);
        press(200, 4, Shift.UP);
        assertThat(fx(() -> console.selectionProperty().get())).isEqualTo(Selection.of(89));
        assertThat(fx(() -> console.followingProperty().get())).as("who reads holds the sheet").isFalse();
        press(200, 8, Shift.DOWN);
        assertThat(fx(() -> console.selectionProperty().get())).isEqualTo(new Selection(89, 93));
        shiftPush(KeyCode.DOWN);
        shiftPush(KeyCode.DOWN);
        assertThat(fx(() -> console.selectionProperty().get())).isEqualTo(new Selection(89, 95));
        assertThat(fx(() -> sheet.lookupAll(".log-row").stream().map(LogRow.class::cast)
                .filter(row -> row.getPseudoClassStates().toString().contains("selected")).map(LogRow::number)
                .collect(Collectors.toSet()))).isEqualTo(Set.copyOf(from(89, 7)));
        robot.push(KeyCode.UP);
        assertThat(fx(() -> console.selectionProperty().get())).isEqualTo(Selection.of(94));
        robot.push(KeyCode.HOME);
        assertThat(fx(() -> console.selectionProperty().get())).isEqualTo(Selection.of(0));
        settle();
        assertThat(numbers()).startsWith(0L);
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(fx(() -> console.selectionProperty().get())).isEqualTo(Selection.of(ROWS - 1));
        shiftPush(KeyCode.END);
        assertThat(fx(() -> console.selectionProperty().get())).isEqualTo(new Selection(ROWS - 1, 99));
        robot.push(KeyCode.ESCAPE);
        assertThat(fx(() -> console.selectionProperty().get().isEmpty())).isTrue();
    }

    @Test
    void theCursorGoesToTheNextLineThatIsShownWhenItsOwnIsNot() {
        append(100);
        press(200, 4, Shift.UP);
        filter("volume");
        robot.push(KeyCode.DOWN);
        assertThat(fx(() -> console.selectionProperty().get())).isEqualTo(Selection.of(90));
        fx(() -> {
            console.select(Selection.of(89));
            return true;
        });
        robot.push(KeyCode.UP);
        assertThat(fx(() -> console.selectionProperty().get())).isEqualTo(Selection.of(88));
    }

    @Test
    void aFilterKeepsTheLineAtTheTop() {
        append(1_000);
        fx(() -> {
            sheet.scrollTo(500);
            return true;
        });
        settle();
        assertThat(numbers()).startsWith(500L, 501L);
        filter("volume");
        assertThat(numbers()).startsWith(500L, 502L);
        filter("power");
        assertThat(numbers()).startsWith(501L, 503L);
        filter("");
        assertThat(numbers()).startsWith(500L, 501L);
    }

    @Test
    void theMiddleOfTheScrollBarIsTheMiddleOfAMillionLines() {
        for (int i = 0; i < 1_000_000; i++) {
            append("info", "line");
        }
        settle();
        ScrollBar bar = fx(() -> sheet.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .filter(each -> each.getOrientation() == javafx.geometry.Orientation.VERTICAL).findFirst()
                .orElseThrow());
        assertThat(fx(bar::getMax)).isEqualTo(1_000_000 - ROWS);
        assertThat(fx(bar::getValue)).isEqualTo(1_000_000 - ROWS);
        fx(() -> {
            bar.setValue(bar.getMax() / 2);
            return true;
        });
        settle();
        assertThat(numbers()).isEqualTo(from(499_993, ROWS + 1));
        fx(() -> {
            bar.setValue(bar.getMax());
            return true;
        });
        assertThat(fx(() -> console.followingProperty().get())).isTrue();
    }

    @Test
    void whatIsFilteredForIsMarkedInTheWords() {
        append("info", "the volume is up");
        append("info", "\u001b[31mred volume\u001b[0m and volume");
        settle();
        assertThat(marks(0)).isEmpty();
        filter("volume");
        assertThat(marks(0)).isNotEmpty();
        assertThat(marks(1).size()).as("two places").isEqualTo(2 * marks(0).size());
        assertThat(fx(() -> sheet.seen())).containsExactly("the volume is up", "red volume and volume");
        filter("-nothing");
        assertThat(marks(0)).isEmpty();
        assertThat(marks(1)).isEmpty();
    }

    @Test
    void whatIsSaidAboutAMessageIsNotOfIt() {
        append("info", "one line\nand another");
        append("info", "one line");
        append("info", "x".repeat(1_199) + "🙂\u001b[31m red");
        filter("line or x");
        assertThat(fx(() -> sheet.seen())).startsWith("one line  ⏎ +1 line", "one line").last().asString()
                .isEqualTo("x".repeat(1_199) + "…  1.2 kB");
        assertThat(marks(0)).hasSameSizeAs(marks(1)).isNotEmpty();
    }

    private List<?> marks(int row) {
        return fx(() -> List.copyOf(((Path) sheet.rowAt((row + 0.5) * LogSheet.ROW).orElseThrow()
                .lookup(".log-filtered")).getElements()));
    }

    @Test
    void aRowReadsOutWhatItShows() {
        append("warn", "careful\nsecond\nthird");
        settle();
        String said = fx(() -> sheet.rowAt(1).orElseThrow().getAccessibleText());
        assertThat(said).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d Display_1 warn careful, and 2 more lines");
        assertThat(fx(() -> sheet.queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT))).isEqualTo(1);
        assertThat(fx(() -> sheet.queryAccessibleAttribute(AccessibleAttribute.ITEM_AT_INDEX, 0)))
                .isSameAs(fx(() -> sheet.rowAt(1).orElseThrow()));
        assertThat(fx(() -> sheet.queryAccessibleAttribute(AccessibleAttribute.ITEM_AT_INDEX, 1))).isNull();
        press(300, 0, Shift.UP);
        assertThat(fx(() -> sheet.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM)))
                .isSameAs(fx(() -> sheet.rowAt(1).orElseThrow()));
    }

    @Test
    void aLineTooWideBringsABarAcrossAndTheLastRowIsNotBelowIt() {
        append(100);
        append("info", "x".repeat(500));
        settle();
        fx(() -> {
            stage.getScene().getRoot().layout();
            return true;
        });
        ScrollBar bar = fx(() -> sheet.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .filter(each -> each.getOrientation() == javafx.geometry.Orientation.HORIZONTAL).findFirst()
                .orElseThrow());
        assertThat(fx(bar::isVisible)).isTrue();
        assertThat(numbers()).endsWith(100L).hasSizeLessThan(ROWS);
        double lowest = fx(() -> sheet.rowAt((numbersNow() - 0.5) * LogSheet.ROW).orElseThrow()
                .getBoundsInParent().getMaxY());
        assertThat(lowest).isLessThanOrEqualTo(fx(bar::getLayoutY));
        robot.push(KeyCode.RIGHT);
        assertThat(fx(bar::getValue)).isEqualTo(60);
    }

    private int numbersNow() {
        return sheet.seenLines().size();
    }

    @Test
    void aWordThatLeadsSomewhereIsFollowedByAClickOnTheLineThatIsThereThen() {
        append(ROWS * 2);
        append("info", "Display_2 answered");
        settle();
        double x = fx(() -> sheet.rowAt(1).orElseThrow().wordsAt()) + 20;
        press(x, ROWS - 1, Shift.UP);
        assertThat(opened).containsExactly("Display_2");
        append(1);
        press(x, ROWS - 1, Shift.UP);
        assertThat(opened).as("the word has moved up by a row").hasSize(1);
        assertThat(fx(() -> console.selectionProperty().get())).isEqualTo(Selection.of(2 * ROWS + 1));
    }

    @Test
    void aLineThatIsRevealedIsSeenAndChosen() {
        append(1_000);
        fx(() -> {
            sheet.reveal(300);
            return true;
        });
        settle();
        assertThat(numbers()).contains(300L);
        assertThat(fx(() -> console.selectionProperty().get())).isEqualTo(Selection.of(300));
        List<Long> before = numbers();
        fx(() -> {
            sheet.reveal(before.get(2));
            return true;
        });
        settle();
        assertThat(numbers()).as("it was seen: nothing moves").isEqualTo(before);
    }
}
