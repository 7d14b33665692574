package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import placewatch.bridge.LogStreams;
import placewatch.control.log.LogSheet;
import placewatch.log.FilteredLines;
import placewatch.log.LogEntry;
import placewatch.log.LogSource;
import placewatch.model.log.LogStream;
import placewatch.protocol.ModuleAddress;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.jump.JumpView;
import placewatch.screen.logs.LogsView;
import placewatch.settings.KeptFile;
import placewatch.settings.PreferencesJson;
import placewatch.simulator.Role;

/// An integrator's hour at the console, by keys.
class LogsJourneyTest extends DemoJourney {

    private static final String LIST = LogsView.CONSOLE + "-list";
    private static final String FILTER = LogsView.CONSOLE + "-filter";
    private static final String NEWER = LogsView.CONSOLE + "-newer";
    private static final String COUNT = LogsView.CONSOLE + "-count";
    private static final LogSource DISPLAY =
            LogSource.of(new ModuleAddress("sys-1", "Display", 1), "mod-x", "Lecture hall");

    @TempDir
    private Path folder;

    private static LogStreams logs(WindowUnderTest window) {
        return WindowUnderTest.fx(() -> window.wiring().session().orElseThrow().connection().logs());
    }

    private static LogSheet openLogs(WindowUnderTest window) {
        window.robot().push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
        return window.see(LIST);
    }

    private static void write(WindowUnderTest window, int from, int to) {
        LogStreams logs = logs(window);
        IntStream.range(from, to).forEach(i -> logs.store().append(InstantSource.system().instant(), DISPLAY,
                LogEntry.Kind.DEBUG, i % 100 == 50 ? "error" : "debug", "frame " + i + (i % 10 == 0 ? " power" : "")));
    }

    private static List<String> seen(LogSheet sheet) {
        return sheet.seenLines().stream().map(LogEntry::text).toList();
    }

    private static FilteredLines lines(LogSheet sheet) {
        return sheet.console().linesProperty().get();
    }

    private static String text(WindowUnderTest window, String id) {
        return window.wiring().scene().lookup("#" + id) instanceof Label label ? label.getText() : "";
    }

    @Test
    void aRoomIsDebuggedByItsNameAndItsLinesStandInOneConsole() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.inAHurry(simulator, Role.SUPPORT)) {
            LogSheet sheet = openLogs(window);
            window.untilFocused(LogsView.ADD);
            window.robot().push(KeyCode.ENTER);
            window.untilFocused(JumpView.FIELD);
            window.robot().write(BOARDROOM);
            window.until("the room to be offered", () -> window.wiring().scene().getRoot()
                    .lookupAll("#" + JumpView.LIST + " .list-cell").stream()
                    .anyMatch(cell -> cell instanceof IndexedCell<?> row && row.isSelected()
                            && String.valueOf(row.getAccessibleText()).contains(BOARDROOM)));
            window.robot().push(KeyCode.ENTER);
            ListView<LogStream> streams = window.see(LogsView.STREAMS);
            window.until("all its modules to be debugged", () -> streams.getItems().size() == 11);
            window.until("the server to have them", () -> simulator.figures().debugStreams() == 11);
            window.until("lines of two modules", () -> sheet.seenLines().stream()
                    .filter(line -> line.kind() == LogEntry.Kind.DEBUG).map(line -> line.source().slug()).distinct()
                    .count() >= 2);

            // one is hidden, one is stopped, one is put away
            String first = WindowUnderTest.fx(() -> {
                streams.requestFocus();
                streams.getSelectionModel().select(0);
                return streams.getItems().getFirst().moduleId();
            });
            window.robot().push(KeyCode.H);
            window.until("its lines to be hidden", () -> sheet.seenLines().stream()
                    .noneMatch(line -> line.source().moduleId().equals(first)));
            window.robot().push(KeyCode.SPACE);
            window.until("it to be stopped", () -> simulator.figures().debugStreams() == 10);
            window.robot().push(KeyCode.DELETE);
            window.until("it to be put away", () -> streams.getItems().size() == 10);
            window.until("what it wrote to be shown again, as nothing is hidden now", () -> {
                FilteredLines lines = lines(sheet);
                return IntStream.range(0, (int) lines.size()).mapToObj(lines::entry)
                        .anyMatch(line -> line.source().moduleId().equals(first));
            });
            window.click(LogsView.STOP_ALL);
            window.until("all to be stopped", () -> simulator.figures().debugStreams() == 0);
        }
    }

    @Test
    void theReaderKeepsThePlaceAndIsToldWhatCame() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            LogSheet sheet = openLogs(window);
            write(window, 0, 1_000);
            window.until("the newest line", () -> seen(sheet).contains("frame 999"));
            WindowUnderTest.fx(() -> {
                sheet.requestFocus();
                return true;
            });
            window.robot().push(KeyCode.PAGE_UP);
            window.until("following to end", () -> !sheet.console().followingProperty().get()
                    && !seen(sheet).contains("frame 999"));
            List<String> before = WindowUnderTest.fx(() -> seen(sheet));
            write(window, 1_000, 1_500);
            Button newer = window.see(NEWER);
            window.until("what came to be counted", () -> newer.getText().equals("500 newer"));
            assertThat(WindowUnderTest.fx(() -> seen(sheet))).isEqualTo(before);

            // a filter hides lines, and the place stays
            long place = WindowUnderTest.fx(() -> sheet.seenLines().getFirst().number());
            window.type(FILTER, "power");
            window.until("the filter's lines", () -> seen(sheet).stream().allMatch(line -> line.endsWith("power"))
                    && lines(sheet).isComplete());
            assertThat(WindowUnderTest.fx(() -> sheet.seenLines().getFirst().number())).isBetween(place, place + 10);
            window.until("the count", () -> text(window, COUNT).matches("150 of 1 50\\d lines"));

            // what is wrong is told, and the last good filter's lines stay
            window.type(FILTER, "power (");
            window.until("what is wrong", () -> text(window, FILTER + "-fault").contains("never closed"));
            assertThat(WindowUnderTest.fx(() -> seen(sheet))).allMatch(line -> line.endsWith("power"));
            window.type(FILTER, "");
            window.until("all lines", () -> lines(sheet).size() >= 1_500 && lines(sheet).isComplete());

            WindowUnderTest.fx(() -> {
                sheet.requestFocus();
                return true;
            });
            window.robot().push(KeyCode.END);
            window.until("the end", () -> seen(sheet).contains("frame 1499") && sheet.console().followingProperty().get());

            // a held picture stands still
            window.robot().push(KeyCode.SPACE);
            window.until("the picture to be held", () -> sheet.console().pausedProperty().get());
            write(window, 1_500, 1_510);
            window.until("what came to be counted", () -> sheet.console().newerProperty().get() == 10);
            assertThat(WindowUnderTest.fx(() -> seen(sheet))).contains("frame 1499").doesNotContain("frame 1509");
            window.robot().push(KeyCode.SPACE);
            window.until("the newest again", () -> seen(sheet).contains("frame 1509"));
        }
    }

    @Test
    void errorsBookmarksAndWhatIsFoundAreJumpedTo() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            LogSheet sheet = openLogs(window);
            write(window, 0, 400);
            logs(window).store().append(InstantSource.system().instant(), DISPLAY, LogEntry.Kind.DEBUG, "info",
                    "state {\"power\":true,\"input\":\"hdmi\"}\nsecond line");
            window.until("the newest line", () -> seen(sheet).stream().anyMatch(line -> line.startsWith("state")));
            WindowUnderTest.fx(() -> {
                sheet.requestFocus();
                return true;
            });
            window.robot().push(KeyCode.SHIFT, KeyCode.E);
            window.until("the last error", () -> lead(sheet).equals("frame 350 power"));
            window.robot().push(KeyCode.M);
            window.robot().push(KeyCode.SHIFT, KeyCode.E);
            window.until("the error before", () -> lead(sheet).equals("frame 250 power")
                    && seen(sheet).contains("frame 250 power"));
            window.robot().push(KeyCode.B);
            window.until("the marked line", () -> lead(sheet).equals("frame 350 power"));

            window.robot().push(KeyCode.SHORTCUT, KeyCode.F);
            window.untilFocused(LogsView.CONSOLE + "-find");
            window.robot().write("\"frame 12\"");
            window.robot().push(KeyCode.ENTER);
            window.until("the next that has it, from the top again", () -> lead(sheet).equals("frame 12"));
            window.until("how many have it", () -> text(window, LogsView.CONSOLE + "-found").contains("11 lines"));
            window.robot().push(KeyCode.F3);
            window.until("the one after", () -> lead(sheet).equals("frame 120 power"));
            window.robot().push(KeyCode.ESCAPE);
            window.untilFocused(LIST);

            window.robot().push(KeyCode.END);
            window.robot().push(KeyCode.UP);
            window.until("the last line", () -> lead(sheet).startsWith("state"));
            window.robot().push(KeyCode.ENTER);
            TreeView<?> tree = window.see(LogsView.CONSOLE + "-detail-json");
            window.until("its JSON unfolded", () -> tree.getRoot() != null && tree.getRoot().getChildren().size() == 2);
            WindowUnderTest.fx(() -> {
                sheet.requestFocus();
                return true;
            });
            window.robot().push(KeyCode.UP);
            TextArea text = window.see(LogsView.CONSOLE + "-detail-text");
            window.until("the line above as text", () -> text.getText().equals("frame 399"));
        }
    }

    private static String lead(LogSheet sheet) {
        long number = sheet.console().selectionProperty().get().lead();
        return lines(sheet).window().entry(number).map(LogEntry::text).orElse("");
    }

    @Test
    void whatIsShownIsSavedAndFiltersComeBackAfterARestart() throws Exception {
        try (WindowUnderTest window = remembering()) {
            LogSheet sheet = openLogs(window);
            write(window, 0, 100);
            LogStreams logs = logs(window);
            WindowUnderTest.fx(() -> {
                logs.start(logs.stream(DISPLAY.address().orElseThrow(), DISPLAY.moduleId(), DISPLAY.systemName()));
                return true;
            });
            window.type(FILTER, "power");
            window.robot().push(KeyCode.ENTER);
            window.until("the filter's lines", () -> lines(sheet).size() == 10);
            window.exports().into(folder);
            window.click(LogsView.CONSOLE + "-export");
            WindowUnderTest.fx(() -> {
                Menus.find("console-shown-jsonl").fire();
                return true;
            });
            window.until("the file", () -> text(window, LogsView.CONSOLE + "-taken").startsWith("10 lines saved"));
            Path file = folder.resolve(window.exports().proposed().getLast());
            assertThat(Files.readAllLines(file)).hasSize(10).allMatch(line -> line.startsWith("{")
                    && line.contains("\"module\":\"Display_1\"") && line.contains("power"));

            Menus.hide();
            window.click(LogsView.FILTERS);
            WindowUnderTest.fx(() -> {
                Menus.find(LogsView.FILTER_SAVE).fire();
                return true;
            });
            Menus.hide();
            window.until("the name to be asked for", () -> Menus.field(LogsView.FILTER_NAME) != null);
            WindowUnderTest.fx(() -> {
                TextField name = Menus.field(LogsView.FILTER_NAME);
                name.setText("Power frames");
                name.fireEvent(new javafx.event.ActionEvent());
                return true;
            });
        }
        try (WindowUnderTest window = remembering()) {
            openLogs(window);
            ListView<LogStream> streams = window.see(LogsView.STREAMS);
            window.until("the module to be listed again", () -> streams.getItems().size() == 1
                    && streams.getItems().getFirst().addressProperty().get().equals(DISPLAY.address().orElseThrow()));
            assertThat(WindowUnderTest.fx(() -> streams.getItems().getFirst().onProperty().get()))
                    .as("debugging acts on the building, so nothing but a click starts it").isFalse();
            assertThat(WindowUnderTest.fx(() -> ((TextField) window.wiring().scene().lookup("#" + FILTER)).getText()))
                    .isEqualTo("power");
            window.type(FILTER, "");
            window.click(LogsView.FILTERS);
            List<String> offered = WindowUnderTest.fx(() -> Menus.items().stream().map(MenuItem::getText).toList());
            assertThat(offered).contains("Power frames   power", "power");
            WindowUnderTest.fx(() -> {
                Menus.items().stream().filter(item -> String.valueOf(item.getText()).startsWith("Power frames")).findFirst()
                        .orElseThrow().fire();
                return true;
            });
            Menus.hide();
            assertThat(WindowUnderTest.fx(() -> ((TextField) window.wiring().scene().lookup("#" + FILTER)).getText()))
                    .isEqualTo("power");
        }
    }

    @Test
    void whatIsKeptWhereIsSetFromTheGear() throws Exception {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            LogSheet sheet = openLogs(window);
            window.exports().into(folder);
            choose(window, "As text…");
            window.until("the file to be written", () -> text(window, LogsView.FILE).startsWith("Writing to "));
            write(window, 0, 50);
            window.until("its lines to be counted", () -> text(window, LogsView.FILE).contains("50 lines"));
            Path file = folder.resolve(window.exports().proposed().getLast());
            assertThat(Files.readAllLines(file)).hasSize(50).allMatch(line -> line.contains("Display_1  "));
            choose(window, "Write to no file any more");
            window.until("no word of it", () -> text(window, LogsView.FILE).isEmpty());

            LogStreams logs = logs(window);
            logs.call(InstantSource.system().instant(), DISPLAY, "power(true) returned 4 B after 12 ms");
            window.until("the call", () -> seen(sheet).getLast().startsWith("power(true)"));
            choose(window, "Show calls among the lines");
            window.until("the call to be hidden", () -> seen(sheet).getLast().equals("frame 49"));

            logs.store().append(InstantSource.system().instant(), DISPLAY, LogEntry.Kind.DEBUG, "info",
                    "\u001b[32mgreen\u001b[0m words");
            window.until("the colour", () -> sheet.lookupAll(".ansi-green").stream().anyMatch(Node::isVisible));
            choose(window, "Show the colours that messages ask for");
            window.until("none", () -> seen(sheet).getLast().contains("green")
                    && sheet.lookupAll(".ansi-green").stream().noneMatch(green -> green.getParent().isVisible()));

            choose(window, "10 000 lines, about 1 MB at usual lines");
            write(window, 0, 12_000);
            window.until("the oldest to be dropped, and counted", () -> lines(sheet).size() == 10_000
                    && text(window, LogsView.CONSOLE + "-dropped").endsWith(" dropped"));
        }
    }

    private static void choose(WindowUnderTest window, String words) {
        window.click(LogsView.SETTINGS);
        WindowUnderTest.fx(() -> {
            MenuItem item = Menus.items().stream().filter(each -> words.equals(each.getText())).findFirst().orElseThrow();
            if (item instanceof CheckMenuItem check) {
                check.setSelected(!check.isSelected());
            }
            item.fire();
            return true;
        });
        Menus.hide();
    }

    private WindowUnderTest remembering() throws TimeoutException {
        return WindowUnderTest.remembering(new WindowMemory(new KeptFile<>(folder.resolve("preferences.json"),
                new PreferencesJson(), InstantSource.system())))
                .goTo(simulator.address().toString(), simulator.key(Role.SUPPORT));
    }

    @Test
    void aStreamOfAModulesPageGoesOnAndItsWordsLeadToWhatTheyName() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.inAHurry(simulator, Role.SUPPORT)) {
            ExplorePage boardroom = window.explore().open(BOARDROOM);
            ExplorePage.ModulePage display = boardroom.module("Display_1").startDebug();
            display.exec("volume", "21").logSays("exec volume");
            boardroom.module("Display_2").status("connected");
            LogSheet sheet = openLogs(window);
            window.until("the call among the lines", () -> seen(sheet).stream().anyMatch(
                    line -> line.contains("exec volume(21)")));
            LogStreams logs = logs(window);
            LogSource source = WindowUnderTest.fx(() -> logs.streams().getFirst().source());
            window.until("the module's variables to be known", () -> logs.named(source, "volume").isPresent());
            logs.store().append(InstantSource.system().instant(), source, LogEntry.Kind.DEBUG, "info",
                    "volume is set");
            window.until("the line", () -> seen(sheet).contains("volume is set"));
            Node words = WindowUnderTest.fx(() -> sheet.lookupAll(".log-row").stream()
                    .filter(row -> row.isVisible() && String.valueOf(row.getAccessibleText()).contains("volume is set"))
                    .findFirst().orElseThrow().lookup(".log-text"));
            window.robot().moveTo(WindowUnderTest.fx(() -> words.localToScreen(words.getBoundsInLocal().getMinX() + 10,
                    words.getBoundsInLocal().getCenterY())));
            window.robot().clickOn(javafx.scene.input.MouseButton.PRIMARY);
            window.until("the module to be open with that variable", () ->
                    window.wiring().scene().lookup("#" + ExploreView.MODULE_TITLE) instanceof Label title
                            && title.isVisible() && title.getText().equals("Display_1")
                            && window.wiring().shellModel().screenProperty().get().equals(Screens.EXPLORE));
        }
    }
}
