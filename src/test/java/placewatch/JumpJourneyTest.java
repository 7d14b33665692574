package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import placewatch.control.Command;
import placewatch.control.Confirmation;
import placewatch.control.Theme;
import placewatch.control.status.ValueView;
import placewatch.model.StatusRow;
import placewatch.screen.connect.ConnectView;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.jump.JumpView;
import placewatch.screen.shell.ShellView;
import placewatch.simulator.Role;

/// Going to anything by the keyboard alone, in the real window, with the simulator as the server.
class JumpJourneyTest extends DemoJourney {

    private static void opens(WindowUnderTest window) {
        window.robot().push(KeyCode.SHORTCUT, KeyCode.K);
        window.untilFocused(JumpView.FIELD);
    }

    /// Types, waits for the row on top to say that, and goes there.
    private static void goes(WindowUnderTest window, String typed, String row) {
        opens(window);
        window.robot().write(typed, 0);
        window.until("“" + row + "” among the first", () -> rows(window).contains(row));
        move(window, row);
        window.robot().push(KeyCode.ENTER);
        window.until("the list to be gone", () -> !isOpen(window));
    }

    private static boolean isOpen(WindowUnderTest window) {
        return window.wiring().scene().lookup(".jump-over") instanceof Node over && over.isVisible();
    }

    private static void chosen(WindowUnderTest window, String words) {
        window.until("“" + words + "” to be chosen", () ->
                cells(window).stream().anyMatch(cell -> cell.isSelected() && words.equals(cell.getAccessibleText())));
    }

    private static List<IndexedCell<?>> cells(WindowUnderTest window) {
        return window.wiring().scene().getRoot().lookupAll("#" + JumpView.LIST + " .list-cell").stream()
                .map(node -> (IndexedCell<?>) node).filter(cell -> !cell.isEmpty() && cell.isVisible())
                .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
                .collect(Collectors.toList());
    }

    private static List<String> rows(WindowUnderTest window) {
        return cells(window).stream().map(Node::getAccessibleText).toList();
    }

    private static void title(WindowUnderTest window, String id, String words) {
        window.until(words + " to be open", () -> window.wiring().scene().lookup("#" + id) instanceof Label label
                && label.getText().equals(words));
    }

    private static void move(WindowUnderTest window, String words) {
        for (int i = 0; i < 60 && !WindowUnderTest.fx(() -> cells(window).stream()
                .anyMatch(cell -> cell.isSelected() && words.equals(cell.getAccessibleText()))); i++) {
            window.robot().push(KeyCode.DOWN);
        }
        chosen(window, words);
    }

    @Test
    void everythingIsReachedByKeyboardAlone() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            window.untilFocused(ExploreView.PLACES_SEARCH);
            goes(window, "room 2.01 board", BOARDROOM + ", system");
            title(window, ExploreView.SYSTEM_TITLE, BOARDROOM);
            window.untilFocused(ExploreView.MODULES_LIST);

            // a module of the open system, and one of a system that was never looked at
            goes(window, "mix 1 board", "Mixer_1, module in " + BOARDROOM);
            title(window, ExploreView.MODULE_TITLE, "Mixer_1");
            window.untilFocused(ExploreView.MODULES_LIST);
            ListView<?> modules = window.see(ExploreView.MODULES_LIST);
            assertThat(WindowUnderTest.fx(() -> modules.getItems().get(
                    modules.getSelectionModel().getSelectedIndex()))).isNotNull();
            goes(window, "disp 1.05", "Display_1, module in Training 1.05");
            title(window, ExploreView.SYSTEM_TITLE, "Training 1.05");
            title(window, ExploreView.MODULE_TITLE, "Display_1");

            goes(window, "faders 2.01 mixer", "faders, variable in Mixer_1 · " + BOARDROOM);
            title(window, ExploreView.MODULE_TITLE, "Mixer_1");
            window.until("faders to be chosen", () -> {
                TableView<?> shown = (TableView<?>) window.wiring().scene().lookup("#" + ExploreView.STATUS_TABLE);
                return shown.getSelectionModel().getSelectedItem() instanceof StatusRow row
                        && row.key().name().equals("faders") && shown.isFocused();
            });
            window.see(ValueView.VALUE_TREE);

            opens(window);
            window.robot().write("switch_to disp 2.01", 0);
            window.until("the function", () -> rows(window).contains("switch_to, function in Display_1 · " + BOARDROOM));
            move(window, "switch_to, function in Display_1 · " + BOARDROOM);
            window.robot().push(KeyCode.ENTER);
            window.until("its form", () -> window.wiring().scene().lookup("#" + ExploreView.EXEC_FUNCTIONS)
                    instanceof TextInputControl field && field.getText().equals("switch_to"));
            window.untilFocused(ExploreView.argument("input"));

            goes(window, ">dark theme", "Switch to the dark theme, command of Window, key Ctrl+Shift+L");
            window.until("the dark theme", () -> window.wiring().shellModel().themeProperty().get() == Theme.DARK);

            opens(window);
            assertThat(WindowUnderTest.fx(() -> rows(window).subList(0, 3))).as("what was gone to last stands first")
                    .containsExactly("switch_to, function in Display_1 · " + BOARDROOM + ", recent",
                            "faders, variable in Mixer_1 · " + BOARDROOM + ", recent",
                            "Display_1, module in Training 1.05, recent");
        }
    }

    @Test
    void escapeChangesNothingAndTheCursorComesBack() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            window.explore().open(BOARDROOM).module("Display_1");
            window.type(ExploreView.STATUS_FILTER, "po");
            opens(window);
            window.robot().write("mixer", 0);
            window.robot().push(KeyCode.ESCAPE);
            window.untilFocused(ExploreView.STATUS_FILTER);
            window.robot().write("w", 0);
            TextInputControl filter = window.see(ExploreView.STATUS_FILTER);
            window.until("what was typed before and after", () -> filter.getText().equals("pow"));
            title(window, ExploreView.MODULE_TITLE, "Display_1");
        }
    }

    @Test
    void aFormOrAQuestionIsAnsweredFirst() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            window.explore().open(BOARDROOM).module("Display_1");
            goes(window, ">stop display", "Stop Display_1…, command of Module");
            window.see(Confirmation.CARD);
            window.robot().push(KeyCode.SHORTCUT, KeyCode.K);
            assertThat(WindowUnderTest.fx(() -> isOpen(window))).isFalse();
            window.robot().push(KeyCode.ESCAPE);
            window.until("the question to be gone", () ->
                    !window.wiring().scene().lookup("#" + Confirmation.CARD).getParent().isVisible());
            window.robot().push(KeyCode.SHORTCUT, KeyCode.O);
            window.see(ConnectView.ADDRESS);
            window.robot().push(KeyCode.SHORTCUT, KeyCode.K);
            assertThat(WindowUnderTest.fx(() -> isOpen(window))).isFalse();
        }
    }

    @Test
    void anOrdinaryKeyFindsSystemsAndModulesAndIsToldOfTheRest() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.USER)) {
            goes(window, "disp 2.01 boardroom", "Display_1, module in " + BOARDROOM);
            title(window, ExploreView.MODULE_TITLE, "Display_1");
            opens(window);
            Label note = window.see(JumpView.NOTE);
            assertThat(WindowUnderTest.fx(note::getText)).startsWith("Your key may not list variables and functions");
            window.robot().write(">stop display", 0);
            chosen(window, "Stop Display_1…, command of Module, not now: This is an ordinary user's key; it takes one "
                    + "of a support user or an administrator.");
            window.robot().push(KeyCode.ENTER);
            assertThat(WindowUnderTest.fx(() -> isOpen(window))).as("it can't be done").isTrue();
        }
    }

    /// The button's id, and the command that does the same.
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry(ShellView.GO_TO, "Go to anything by its name"),
            Map.entry(ShellView.RAIL + "explore", "Go to Explore"),
            Map.entry(ShellView.RAIL + "watch", "Go to Watch"),
            Map.entry(ShellView.RAIL + "charts", "Go to Charts"),
            Map.entry(ShellView.RAIL + "logs", "Go to Logs"),
            Map.entry("log-copy", "Copy the chosen lines, or all"),
            Map.entry("log-export", "Export the lines shown as text…"),
            Map.entry("log-pause", "Hold the picture"),
            Map.entry("status-export", "Export the chosen variables, or all, as CSV…"),
            Map.entry(ShellView.CONNECT, "Connect to a server…"),
            Map.entry(ShellView.THEME, "Switch to the dark theme"),
            Map.entry(ExploreView.PLACES_FILTER, "Filter by seats, features and booking"),
            Map.entry(ExploreView.PLACES_FAVOURITES, "Show only favourites"),
            Map.entry(ExploreView.SYSTEM_STAR, "Keep Boardroom 2.01 as a favourite"),
            Map.entry(ExploreView.SYSTEM_ID, "Copy the id of Boardroom 2.01"),
            Map.entry(ExploreView.SYSTEM_EMAIL, "Copy the e-mail address of Boardroom 2.01"),
            Map.entry(ExploreView.SYSTEM_SUPPORT, "Open the support page of Boardroom 2.01"),
            Map.entry(ExploreView.SYSTEM_START, "Start all modules of Boardroom 2.01"),
            Map.entry(ExploreView.SYSTEM_STOP, "Stop all modules of Boardroom 2.01…"),
            Map.entry(ExploreView.MODULE_PING, "Ping what Mixer_1 talks to"),
            Map.entry(ExploreView.MODULE_STOP, "Stop Mixer_1…"),
            Map.entry(ExploreView.STATUS_COPY, "Copy the chosen variables, or all"),
            Map.entry(ValueView.VALUE_HOLD, "Hold faders still"),
            Map.entry(ValueView.VALUE_COPY, "Copy the whole value of faders"),
            Map.entry(ValueView.VALUE_CLOSE, "Close the value of faders"),
            Map.entry(ValueView.VALUE_CHANGES, "Show the changes of faders"),
            Map.entry(ExploreView.EXEC_FUNCTIONS, "Choose a function of Mixer_1"),
            Map.entry(ExploreView.EXEC_RUN, "Run fader on Mixer_1"),
            Map.entry(ExploreView.CALLS_HERE, "Show the calls made from here"),
            Map.entry(ExploreView.CALLS_PAST, "Show the history of calls"),
            Map.entry(ExploreView.CALLS_KEPT, "Show the favourite calls"),
            Map.entry(ExploreView.CALLS_DANGEROUS, "Change which functions ask first"),
            Map.entry(ExploreView.LOG_DEBUG, "Start debugging Mixer_1"),
            Map.entry(ExploreView.LOG_FOLLOW, "Stop following the newest line"),
            Map.entry(ExploreView.LOG_CLEAR, "Clear the console"));

    @Test
    void everyButtonOnScreenIsAmongTheCommandsAndNoKeyMeansTwoThings() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            goes(window, "fader mixer 2.01", "faders, variable in Mixer_1 · " + BOARDROOM);
            window.see(ValueView.VALUE_TREE);
            List<Command> commands = WindowUnderTest.fx(() -> window.wiring().commands());
            Set<String> names = commands.stream().map(Command::name).collect(Collectors.toSet());
            Set<String> missing = WindowUnderTest.fx(() -> {
                Set<String> without = new TreeSet<>();
                for (Node node : window.wiring().scene().getRoot().lookupAll("*")) {
                    if (node instanceof ButtonBase button && button.getId() != null && shown(button)
                            && !names.contains(COMMANDS.getOrDefault(button.getId(), "?"))) {
                        without.add(button.getId());
                    }
                }
                return without;
            });
            assertThat(missing).isEmpty();
            assertThat(names).doesNotHaveDuplicates().hasSameSizeAs(commands);
            assertThat(commands.stream().filter(command -> command.reach() == Command.Reach.ANYWHERE)
                    .flatMap(command -> command.key().stream()).toList()).doesNotHaveDuplicates();

            window.robot().push(KeyCode.F1);
            window.untilFocused(JumpView.FIELD);
            ListView<?> list = window.see(JumpView.LIST);
            assertThat(WindowUnderTest.fx(() -> list.getItems().size())).isEqualTo(commands.size());
            assertThat(WindowUnderTest.fx(() -> rows(window).getFirst()))
                    .isEqualTo("Go to anything by its name, command of Window, key Ctrl+K");
            window.robot().write("dark", 0);
            TextInputControl field = window.see(JumpView.FIELD);
            window.until("the sign to stay", () -> field.getText().equals(">dark"));
        }
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void keysOfCommandsDoWhatTheySayWhereverTheCursorIs() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            window.explore().open(BOARDROOM).module("Display_1").status("power").isLive();
            window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F);
            window.untilFocused(ExploreView.STATUS_FILTER);
            window.robot().push(KeyCode.SHORTCUT, KeyCode.L);
            window.untilFocused(ExploreView.PLACES_SEARCH);
            window.robot().push(KeyCode.SHORTCUT, KeyCode.M);
            window.untilFocused(ExploreView.MODULES_LIST);
            window.robot().push(KeyCode.SHORTCUT, KeyCode.D);
            window.until("debug to be on", () -> window.wiring().scene().lookup("#" + ExploreView.LOG_STATE)
                    instanceof Label label && label.getText().contains("debug on"));
            assertThat(Optional.of(window.wiring().shellModel().themeProperty().get())).contains(Theme.LIGHT);
        }
    }
}
