package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import placewatch.screen.explore.ExploreView;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.DemoSystem;

/// Somebody changes a system's list of modules while a person looks at one of them.
class RemapJourneyTest {

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static String title(WindowUnderTest window) {
        return ((Label) window.wiring().scene().lookup("#" + ExploreView.MODULE_TITLE)).getText();
    }

    private static List<String> highlighted(WindowUnderTest window) {
        return window.wiring().scene().getRoot().lookupAll("#" + ExploreView.MODULES_LIST + " .list-cell").stream()
                .map(node -> (IndexedCell<?>) node).filter(cell -> cell.isSelected() && !cell.isEmpty())
                .map(Node::getAccessibleText).map(text -> text.replaceAll(",.*", "")).toList();
    }

    private static double top(Node node) {
        return WindowUnderTest.fx(() -> node.localToScene(0, 0).getY());
    }

    @Test
    void theChosenModuleKeepsItsHighlightItsCallsAndItsPlaceUnderTheMouse() throws TimeoutException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                WindowUnderTest window = WindowUnderTest.inAHurry(simulator, Role.SUPPORT)) {
            DemoSystem room = simulator.building().systems().stream()
                    .filter(system -> system.name().equals("Boardroom 2.01")).findFirst().orElseThrow();
            ExplorePage.ModulePage display = window.explore().open("Boardroom 2.01").module("Display_1");
            display.exec("volume", "11").answer();
            ListView<?> modules = window.see(ExploreView.MODULES_LIST);
            double before = top(modules);

            List<String> swapped = new ArrayList<>(room.modules());
            Collections.swap(swapped, 0, 1);
            simulator.building().setModules(room.id(), swapped);
            window.until("the panes to follow", () -> title(window).equals("Display_2"));
            window.until("the highlight to follow", () -> highlighted(window).equals(List.of("Display_2")));
            assertThat(WindowUnderTest.fx(() -> ((Label) window.wiring().scene()
                    .lookup("#" + ExploreView.MODULE_HAPPENED)).getText())).startsWith("Display_1 is Display_2 now");
            window.until("the reason", () -> window.wiring().scene().getRoot().lookupAll(".list-note").stream()
                    .anyMatch(note -> note.isVisible() && ((Label) note).getText().startsWith(
                            "Display_1, Display_2 are other modules now, noticed at ")));
            assertThat(top(modules)).isEqualTo(before);
            assertThat(display.answer()).startsWith("→");
            display.status("volume").becomes("11.0");
            assertThat(WindowUnderTest.fx(() -> ((Button) window.wiring().scene()
                    .lookup("#" + ExploreView.EXEC_RUN)).getText())).isEqualTo("Run on Display_2");

            // the module goes: what it left stays readable
            simulator.building().setModules(room.id(), swapped.stream().filter(id -> !id.equals(swapped.get(1))).toList());
            window.see(ExploreView.LAST_VALUES);
            window.until("no highlight", () -> highlighted(window).isEmpty());
            assertThat(display.answer()).startsWith("→");
            assertThat(top(modules)).isEqualTo(before);
            window.click(ExploreView.MODULE_BEFORE);

            window.explore().module("Display_1").status("connected").isLive();
            window.until("the note to be gone", () -> !window.wiring().scene().lookup(".list-note").isVisible());
            assertThat(top(modules)).isEqualTo(before);
        }
    }
}
