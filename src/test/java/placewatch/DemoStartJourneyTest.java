package placewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static placewatch.WindowUnderTest.fx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.shell.ShellView;

/// The first start: the screen is there before the demo building is.
class DemoStartJourneyTest {

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static double top(WindowUnderTest window) {
        Node tree = window.wiring().scene().lookup("#" + ExploreView.PLACES_TREE);
        return tree.localToScene(tree.getLayoutBounds()).getMinY();
    }

    @Test
    void thePlacesHaveTheirRoomWhileTheBuildingStartsAndThenTheirLines() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.open()) {
            List<String> pill = new CopyOnWriteArrayList<>();
            fx(() -> {
                // when the window comes to show it: before this turn is over, the building may stand already
                window.wiring().shellModel().connectionProperty().addListener((_, _, _) -> pill.add(
                        ((Labeled) window.wiring().scene().lookup("#" + ShellView.STATE)).getText()));
                window.wiring().openDemo();
                return true;
            });
            assertThat(pill).singleElement().asString().contains("Starting the demo building…");
            double top = fx(() -> {
                window.wiring().scene().getRoot().applyCss();
                window.wiring().scene().getRoot().layout();
                return top(window);
            });
            window.seeLine(ExploreView.PLACES_TREE, "the first building",
                    cell -> WindowUnderTest.says((IndexedCell<?>) cell, "Harbour House"));
            assertThat(fx(() -> top(window))).as("nothing moved").isEqualTo(top);
        }
    }

    @Test
    void whatIsOpenedMeanwhileStaysOpenWhenTheBuildingStands() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.open()) {
            Session first = fx(() -> {
                window.wiring().openDemo();
                Session here = window.wiring().session().orElseThrow();
                window.wiring().openDemo();
                return here;
            });
            window.seeLine(ExploreView.PLACES_TREE, "the first building",
                    cell -> WindowUnderTest.says((IndexedCell<?>) cell, "Harbour House"));
            Session second = fx(() -> window.wiring().session().orElseThrow());
            assertThat(second).isNotSameAs(first);
            assertThat(second.demo().orElseThrow().access()).isNotEqualTo(first.demo().orElseThrow().access());
        }
    }

    @Test
    void aBuildingThatStandsAlreadyIsAskedAtOnce() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.open()) {
            EarlyDemo.begin();
            await().atMost(WindowUnderTest.PATIENCE).until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("placewatch-demo-")));
            // in one turn of the JavaFX thread, so that nothing can come in between
            String pill = fx(() -> {
                window.wiring().openDemo();
                return ((Labeled) window.wiring().scene().lookup("#" + ShellView.STATE)).getText();
            });
            assertThat(pill).doesNotContain("Starting");
            window.seeLine(ExploreView.PLACES_TREE, "the first building",
                    cell -> WindowUnderTest.says((IndexedCell<?>) cell, "Harbour House"));
        }
    }

    @Test
    void theStartIsSaidStepByStepAndOnce() throws TimeoutException {
        List<String> said = new CopyOnWriteArrayList<>();
        try (WindowUnderTest window = WindowUnderTest.open()) {
            fx(() -> {
                StartWatch.over(window.wiring().scene(), said::add);
                window.wiring().openDemo();
                return true;
            });
            await().atMost(WindowUnderTest.PATIENCE).untilAsserted(() -> assertThat(said).hasSize(3));
            window.seeLine(ExploreView.PLACES_TREE, "the first building",
                    cell -> WindowUnderTest.says((IndexedCell<?>) cell, "Harbour House"));
            assertThat(said).extracting(line -> line.replaceAll("\\d+", ""))
                    .containsExactly(StartWatch.OUTLINE, StartWatch.LINES, StartWatch.USABLE);
            assertThat(said).extracting(line -> Long.parseLong(line.replaceAll("\\D+", ""))).isSorted();
        }
    }
}
