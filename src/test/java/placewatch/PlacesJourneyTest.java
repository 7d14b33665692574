package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Cell;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import placewatch.control.ActionButton;
import placewatch.control.Confirmation;
import placewatch.screen.explore.ExploreView;
import placewatch.settings.KeptFile;
import placewatch.settings.PreferencesJson;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;

/// Finding rooms, keeping them at hand, and starting and stopping what is in them: the real window, the simulator
/// as the server.
class PlacesJourneyTest {

    private static final String BOARDROOM = "Boardroom 2.01";

    @TempDir
    private Path folder;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    /// What the visible lines of the places say, from the top.
    private static List<String> seen(WindowUnderTest window) {
        return window.wiring().scene().getRoot().lookupAll("#" + ExploreView.PLACES_TREE + " .list-cell").stream()
                .map(node -> (IndexedCell<?>) node).filter(cell -> !cell.isEmpty() && cell.isVisible())
                .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex())).map(Cell::getAccessibleText).toList();
    }

    private static String words(WindowUnderTest window, String id) {
        return window.wiring().scene().lookup("#" + id) instanceof Label label ? label.getText() : "";
    }

    @Test
    void tenThousandSystemsScrollAndOnlyWhatIsSeenIsFetched() throws TimeoutException, IOException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo().systems(10_000));
                CountingRelay relay = new CountingRelay(simulator.address());
                WindowUnderTest window = WindowUnderTest.onto(relay.address(), simulator.key(Role.USER))) {
            window.until("the total", () -> words(window, ExploreView.PLACES_COUNT).equals("10 000"));
            window.clickLine(ExploreView.PLACES_TREE, "All systems", cell -> WindowUnderTest.says(cell, "All systems"));
            ListView<?> places = window.see(ExploreView.PLACES_TREE);
            window.until("its systems", () -> places.getItems().size() > 10_000);
            int before = places.getItems().size() - 10_000;
            window.until("the first page", () -> seen(window).stream().noneMatch(line -> line.contains("oading")));

            for (int line = 20; line <= 400; line += 20) {
                int next = before + line;
                WindowUnderTest.fx(() -> {
                    places.scrollTo(next);
                    return true;
                });
                // the line above it may show its last pixel
                window.until("lines at " + next, () -> firstIndex(window) >= next - 1
                        && seen(window).stream().noneMatch(text -> text.contains("oading")));
            }
            assertThat(relay.pages()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(5 + 1)
                    .containsAll(IntStream.range(0, 4).map(i -> i * 100).boxed().toList());

            int fetched = relay.pages().size();
            drag(places, 0.5);
            window.until("the middle", () -> seen(window).stream().noneMatch(text -> text.contains("oading"))
                    && firstIndex(window) > 3000);
            assertThat(firstIndex(window)).isBetween(3000, 7000);
            assertThat(relay.pages().size()).isLessThanOrEqualTo(fetched + 2);
            fetched = relay.pages().size();
            drag(places, 1);
            window.until("the end", () -> seen(window).stream().noneMatch(text -> text.contains("oading"))
                    && firstIndex(window) > 9900);
            assertThat(relay.pages().size()).isLessThanOrEqualTo(fetched + 1);
        }
    }

    private static int firstIndex(WindowUnderTest window) {
        return window.wiring().scene().getRoot().lookupAll("#" + ExploreView.PLACES_TREE + " .list-cell").stream()
                .map(node -> (IndexedCell<?>) node).filter(cell -> !cell.isEmpty() && cell.isVisible())
                .mapToInt(IndexedCell::getIndex).min().orElse(-1);
    }

    /// Takes the scroll bar to that part of its track as a dragged thumb does, by its value in steps: the headless
    /// platform tells drags without their place. In one go, as a thumb that rests on the way has what is there fetched.
    private static void drag(Node list, double part) {
        WindowUnderTest.fx(() -> {
            ScrollBar bar = (ScrollBar) list.lookup(".scroll-bar:vertical");
            double start = bar.getValue();
            for (int step = 1; step <= 8; step++) {
                bar.setValue(start + (part - start) * step / 8);
                list.getScene().getRoot().layout();
            }
            return true;
        });
    }

    @Test
    void filtersNarrowTheTreeAndFavouritesOutliveTheWindow() throws TimeoutException {
        Path file = folder.resolve("preferences.json");
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo())) {
            try (WindowUnderTest window = remembering(file)
                    .goTo(simulator.address().toString(), simulator.key(Role.USER))) {
                window.explore().seesPlace("Reception");
                window.click(ExploreView.PLACES_FILTER);
                window.click(ExploreView.FILTER_BOOKABLE);
                window.type(ExploreView.FILTER_SEATS, "14");
                window.until("the number", () -> words(window, ExploreView.PLACES_COUNT).matches("\\d of 36"));
                window.until("the tree to follow", () -> seen(window).stream().anyMatch(
                        line -> line.startsWith("Training 1.05")) && seen(window).stream().noneMatch(
                                line -> line.startsWith("Reception")));
                Button part = (Button) window.wiring().scene().lookup(".filter-part");
                assertThat(WindowUnderTest.fx(part::getText)).isEqualTo("bookable ×");
                window.robot().clickOn(part);
                window.until("the other part to be left", () ->
                        ((Button) window.wiring().scene().lookup(".filter-part")).getText().equals("14+ seats ×"));
                window.robot().clickOn(".filter-part");
                window.until("all", () -> words(window, ExploreView.PLACES_COUNT).equals("36"));

                window.explore().open(BOARDROOM);
                window.click(ExploreView.SYSTEM_STAR);
                window.explore().search("foyer");
                window.clickLine(ExploreView.PLACES_TREE, "Foyer S1.01",
                        cell -> WindowUnderTest.says(cell, "Foyer S1.01"));
                window.robot().push(KeyCode.F);
                window.until("its star", () -> seen(window).equals(
                        List.of("Foyer S1.01 Station Street 12 › Level 1, favourite")));
            }
            try (WindowUnderTest window = remembering(file)
                    .goTo(simulator.address().toString(), simulator.key(Role.USER))) {
                window.click(ExploreView.PLACES_FAVOURITES);
                window.until("the favourites", () -> seen(window).equals(List.of(
                        "Boardroom 2.01 Harbour House › Level 2 › Executive wing, favourite",
                        "Foyer S1.01 Station Street 12 › Level 1, favourite")));
                assertThat(WindowUnderTest.fx(() -> words(window, ExploreView.PLACES_COUNT))).isEqualTo("2 of 36");
            }
        }
    }

    private static WindowUnderTest remembering(Path file) throws TimeoutException {
        return WindowUnderTest.remembering(new WindowMemory(new KeptFile<>(file, new PreferencesJson(), InstantSource.system())));
    }

    @Test
    void stopAsksFirstAndThenStopsAndThePageTellsAndCopies() throws TimeoutException, IOException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                CountingRelay relay = new CountingRelay(simulator.address());
                WindowUnderTest window = WindowUnderTest.onto(relay.address(), simulator.key(Role.SUPPORT))) {
            window.explore().open(BOARDROOM).module("Display_1");
            window.click(ExploreView.SYSTEM_ID);
            window.until("it to say so", () ->
                    ((Button) window.wiring().scene().lookup("#" + ExploreView.SYSTEM_ID)).getText().equals("copied"));
            window.until("the path", () -> words(window, ExploreView.SYSTEM_PATH)
                    .equals("Harbour House › Level 2 › Executive wing"));
            assertThat(WindowUnderTest.PAGES_OPENED).isEmpty();
            window.click(ExploreView.SYSTEM_SUPPORT);
            assertThat(WindowUnderTest.PAGES_OPENED)
                    .containsExactly("https://support.placewatch.example/rooms/sys-DemoBoard201");
            WindowUnderTest.PAGES_OPENED.clear();

            window.click(ExploreView.MODULE_STOP);
            window.see(Confirmation.CARD);
            window.until("the question", () -> window.wiring().scene().getRoot()
                    .lookupAll("#" + Confirmation.CARD + " .label").stream().map(node -> ((Label) node).getText())
                    .anyMatch("Stop Display_1 in Boardroom 2.01?"::equals));
            window.robot().push(KeyCode.ENTER);
            window.until("Enter to change nothing", () ->
                    !window.wiring().scene().lookup("#" + Confirmation.CARD).getParent().isVisible());
            window.click(ExploreView.MODULE_STOP);
            window.see(Confirmation.CARD);
            window.robot().push(KeyCode.ESCAPE);
            window.until("Escape to change nothing", () ->
                    !window.wiring().scene().lookup("#" + Confirmation.CARD).getParent().isVisible());
            assertThat(relay.posts()).isEmpty();

            window.click(ExploreView.MODULE_STOP);
            window.click(Confirmation.GO);
            window.seeLine(ExploreView.MODULES_LIST, "Display_1, stopped",
                    cell -> "Display_1, stopped".equals(cell.getAccessibleText()));
            window.until("what came of it", () -> outcome(window).equals("Display_1 was stopped."));
            window.click(ExploreView.MODULE_START);
            window.until("what came of it", () -> outcome(window).equals("Display_1 was started."));
            window.click(ExploreView.MODULE_PING);
            window.until("what came of it", () -> outcome(window).endsWith("answers the ping."));
            assertThat(relay.posts()).hasSize(3);
        }
    }

    private static String outcome(WindowUnderTest window) {
        return window.wiring().scene().getRoot().lookupAll("#" + ExploreView.ACTION_OUTCOME).stream()
                .map(node -> ((Label) node).getText()).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    @Test
    void anOrdinaryKeySeesWhyItMayNotStopOrPing() throws TimeoutException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                WindowUnderTest window = WindowUnderTest.onto(simulator, Role.USER)) {
            window.explore().open(BOARDROOM).module("Display_1");
            for (String id : List.of(ExploreView.MODULE_STOP, ExploreView.MODULE_PING, ExploreView.SYSTEM_STOP)) {
                Node frame = window.see(ActionButton.frame(id));
                window.until(id + " to say why", () -> frame.getAccessibleText().contains("ordinary user's key"));
                assertThat(WindowUnderTest.fx(() -> window.wiring().scene().lookup("#" + id).isDisabled())).isTrue();
                assertThat(frame.isFocusTraversable()).isTrue();
            }
        }
    }
}
