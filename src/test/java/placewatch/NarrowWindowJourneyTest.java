package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import placewatch.screen.explore.ExploreView;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;

/// Nothing that must be read is cut in the smallest window that the program is made for.
class NarrowWindowJourneyTest {

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    /// Opens in a window that is smaller still and then made larger, as people do.
    private static WindowUnderTest grown(Simulator simulator, int width, int height) throws TimeoutException {
        WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT);
        WindowUnderTest.fx(() -> {
            window.wiring().stage().setWidth(width);
            window.wiring().stage().setHeight(height);
            return true;
        });
        window.until("the width", () -> window.wiring().scene().getWidth() == width);
        return window;
    }

    /// Labels whose words are not wholly there.
    private static List<String> cut(Stream<Node> labels) {
        return labels.filter(Label.class::isInstance).map(Label.class::cast)
                .filter(label -> label.isVisible() && !label.getText().isEmpty()
                        && label.lookup(".text") instanceof Text text && !text.getText().equals(label.getText()))
                .map(Label::getText).toList();
    }

    private static Stream<Node> within(WindowUnderTest window, String selector) {
        return window.wiring().scene().getRoot().lookupAll(selector).stream();
    }

    @Test
    void howAModuleWasIsReadWithoutAConnection() throws TimeoutException {
        Simulator simulator = Simulator.start(SimulatorOptions.demo());
        try (WindowUnderTest window = grown(simulator, 1280, 720)) {
            window.explore().open("Boardroom 2.01");
            window.seeLine(ExploreView.MODULES_LIST, "Environment_1",
                    cell -> "Environment_1, connected".equals(cell.getAccessibleText()));
            simulator.close();
            window.seeLine(ExploreView.MODULES_LIST, "Environment_1, as it was",
                    cell -> "Environment_1, was connected".equals(cell.getAccessibleText()));
            assertThat(WindowUnderTest.fx(() -> {
                window.wiring().scene().getRoot().layout();
                // a driver's name gives way
                return cut(within(window, "#" + ExploreView.MODULES_LIST + " .label")
                        .filter(label -> !label.getStyleClass().contains("driver-name")));
            })).isEmpty();
            // the title bar says why at length; seven more lines of it would take the list's room
            window.until("a short note", () -> ((Label) window.wiring().scene().lookup(".list-note")).getText()
                    .equals("Without a connection this list stays as it was."));
        }
    }

    @Test
    void aLargeWindowNamesTheDrivers() throws TimeoutException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                WindowUnderTest window = grown(simulator, 1920, 990)) {
            window.explore().open("Boardroom 2.01");
            Node places = window.see(ExploreView.PLACES_TREE);
            Node modules = window.see(ExploreView.MODULES_LIST);
            window.until("room for both lists", () -> places.getLayoutBounds().getWidth() > 280
                    && modules.getLayoutBounds().getWidth() > 320);
            window.until("the drivers' names, whole", () -> {
                List<Node> labels = within(window, "#" + ExploreView.MODULES_LIST + " .label").toList();
                return !cut(labels.stream()).contains("Samsung MDC Display") && labels.stream().map(Label.class::cast)
                        .anyMatch(label -> label.isVisible() && label.getText().equals("Samsung MDC Display"));
            });
        }
    }

    @Test
    void whatToDoWithoutFavouritesIsReadWhole() throws TimeoutException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                WindowUnderTest window = grown(simulator, 1280, 720)) {
            window.explore().seesPlace("Reception");
            window.click(ExploreView.PLACES_FAVOURITES);
            window.seeLine(ExploreView.PLACES_TREE, "Show all systems",
                    cell -> WindowUnderTest.says(cell, "Show all systems"));
            assertThat(WindowUnderTest.fx(() -> cut(within(window, "#" + ExploreView.PLACES_TREE + " .label"))))
                    .isEmpty();
        }
    }
}
