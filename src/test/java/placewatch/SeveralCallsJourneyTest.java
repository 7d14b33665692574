package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import placewatch.control.Confirmation;
import placewatch.protocol.ModuleAddress;
import placewatch.screen.explore.ExploreView;
import placewatch.settings.PastCalls;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;

/// An integrator turns the volume of all displays of a room at once, by keyboard, and keeps the call at hand.
class SeveralCallsJourneyTest {

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static List<String> texts(WindowUnderTest window, String styleClass) {
        return WindowUnderTest.fx(() -> window.wiring().scene().getRoot()
                .lookupAll("#" + ExploreView.EXEC_RUNS + " ." + styleClass).stream()
                .map(node -> ((Label) node).getText()).toList());
    }

    private static boolean shown(WindowUnderTest window, String id) {
        Node node = window.wiring().scene().lookup("#" + id);
        return node != null && node.isVisible() && node.getParent().isVisible();
    }

    private static String volume(Simulator simulator, String system, int index) {
        String id = simulator.building().systems().stream().filter(room -> room.name().equals(system)).findFirst()
                .orElseThrow().id();
        return simulator.building().resolve(new ModuleAddress(id, "Display", index)).orElseThrow().status("volume")
                .orElseThrow().toString();
    }

    private static List<String> favourites(WindowUnderTest window) {
        ListView<PastCalls.Favourite> list = window.see(ExploreView.KEPT_LIST);
        return WindowUnderTest.fx(() -> list.getItems().stream().map(PastCalls.Favourite::name)
                .collect(Collectors.toList()));
    }

    @Test
    void aCallOnAllDisplaysOfARoomAsksAndThenTellsWhatEachOfThemSaid() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open("Boardroom 2.01").module("Display_1");
            display.exec("volume", "17").latestCall("volume");
            String second = volume(simulator, "Boardroom 2.01", 2);
            window.type(ExploreView.argument("level"), "19");
            window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.ENTER);
            CheckBox two = window.see(ExploreView.several("Display_2"));
            Label question = (Label) window.see(Confirmation.CARD).lookup(".dialog-title");
            Button go = window.see(Confirmation.GO);
            assertThat(question.getText()).isEqualTo("Call volume on Display_1 and Display_2 in Boardroom 2.01?");
            assertThat(go.getText()).isEqualTo("Run volume on 2 modules");
            assertThat(two.getAccessibleText()).isEqualTo("Display_2, offline");
            assertThat(window.<CheckBox>see(ExploreView.SEVERAL_ALL).isSelected()).isTrue();
            window.robot().push(KeyCode.ENTER);
            window.until("the question away", () -> !shown(window, Confirmation.CARD));
            assertThat(texts(window, "run-name")).as("Enter calls nothing").containsExactly("volume");
            assertThat(volume(simulator, "Boardroom 2.01", 1)).isEqualTo("17.0");

            window.click(ExploreView.EXEC_SEVERAL);
            window.see(ExploreView.SEVERAL_ALL);
            // back to the last tick, forth again, and to the button
            window.robot().push(KeyCode.UP);
            window.robot().push(KeyCode.SPACE);
            window.until("one module less", () -> go.getText().equals("Run volume on Display_1"));
            window.robot().push(KeyCode.SPACE);
            window.until("both again", () -> go.getText().equals("Run volume on 2 modules"));
            window.robot().push(KeyCode.TAB);
            window.robot().push(KeyCode.TAB);
            window.untilFocused(Confirmation.GO);
            window.robot().push(KeyCode.SPACE);
            window.until("what came of both", () -> shown(window, ExploreView.ROUND_SUMMARY)
                    && ((Label) window.wiring().scene().lookup("#" + ExploreView.ROUND_SUMMARY)).getText()
                    .equals("1 answered, 1 failed: Display_2 (error 3)"));
            assertThat(texts(window, "run-name")).containsExactly("volume", "Display_1", "Display_2", "volume");
            assertThat(texts(window, "answer").get(1)).isEqualTo("→ 19.0");
            assertThat(texts(window, "answer").get(2)).startsWith("The driver raised an error");
            assertThat(volume(simulator, "Boardroom 2.01", 1)).isEqualTo("19.0");
            assertThat(volume(simulator, "Boardroom 2.01", 2)).isEqualTo(second);

            window.click(ExploreView.CALLS_PAST);
            window.type(ExploreView.PAST_FILTER, "Display_2");
            window.seeLine(ExploreView.PAST_LIST, "the call on the second", cell -> cell.getAccessibleText() != null
                    && cell.getAccessibleText().startsWith("volume(19), Display_2 in Boardroom 2.01 · error 3"));

            window.clickLine(ExploreView.PAST_LIST, "the call", cell -> WindowUnderTest.says(cell, "volume(19)"));
            window.click(ExploreView.PAST_KEEP);
            window.untilFocused(ExploreView.KEPT_NAME);
            window.robot().write("Loud", 0);
            window.robot().push(KeyCode.ENTER);
            window.untilFocused(ExploreView.KEPT_LIST);
            assertThat(favourites(window)).containsExactly("Loud");
            window.robot().push(KeyCode.F2);
            window.untilFocused(ExploreView.KEPT_NAME);
            window.robot().write("Loudest", 0);
            window.robot().push(KeyCode.ENTER);
            window.untilFocused(ExploreView.KEPT_LIST);
            assertThat(favourites(window)).containsExactly("Loudest");
            window.robot().push(KeyCode.DELETE);
            window.until("the offer to undo it", () -> shown(window, ExploreView.KEPT_UNDO));
            assertThat(favourites(window)).isEmpty();
            window.robot().push(KeyCode.SHORTCUT, KeyCode.Z);
            window.until("it is back", () -> !shown(window, ExploreView.KEPT_UNDO));
            assertThat(favourites(window)).containsExactly("Loudest");

            window.explore().open("Huddle 1.02").module("Display_1").exec("volume", "3").latestCall("volume");
            assertThat(shown(window, ExploreView.EXEC_SEVERAL)).as("one display is not several").isFalse();
        }
    }
}
