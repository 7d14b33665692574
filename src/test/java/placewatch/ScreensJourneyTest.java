package placewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import placewatch.control.QuickRobot;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.protocol.ServerAddress;
import placewatch.screen.chart.ChartView;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.jump.JumpView;
import placewatch.screen.shell.ShellView;
import placewatch.screen.watch.WatchView;
import placewatch.settings.AppPaths;
import placewatch.settings.KeptFile;
import placewatch.settings.PreferencesJson;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;

/// The ways from one screen to another, and what of them a restart brings back.
class ScreensJourneyTest {

    private static final String BOARDROOM = "Boardroom 2.01";

    @TempDir
    private Path home;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private WindowUnderTest open(Simulator simulator) throws TimeoutException {
        return WindowUnderTest.remembering(new WindowMemory(
                        new KeptFile<>(home.resolve("preferences.json"), new PreferencesJson(), InstantSource.system())))
                .goTo(simulator.address().toString(), simulator.key(Role.SUPPORT));
    }

    @SuppressWarnings("unchecked")
    private static List<StatusRow> watched(WindowUnderTest window) {
        return window.wiring().scene().lookup("#" + WatchView.WATCH_TABLE) instanceof TableView<?> table
                ? List.copyOf(((TableView<StatusRow>) table).getItems()) : List.of();
    }

    private static void isWatched(WindowUnderTest window, String name) {
        window.until(name + " of " + BOARDROOM + " to be live in the watch table", () -> {
            List<StatusRow> rows = watched(window);
            return rows.size() == 1 && rows.getFirst().key().name().equals(name)
                    && rows.getFirst().quality() instanceof Quality.Live;
        });
    }

    @Test
    void aVariableIsPinnedAndDrawnAndBothComeBack() throws TimeoutException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo())) {
            try (WindowUnderTest window = open(simulator)) {
                window.explore().open(BOARDROOM).module("Display_1").status("volume").isLive();
                window.clickLine(ExploreView.STATUS_TABLE, "volume", cell -> cell.getItem() instanceof StatusRow row
                        && row.key().name().equals("volume"));
                window.robot().push(KeyCode.P);
                window.robot().push(KeyCode.ENTER);
                window.click(ShellView.RAIL + "watch");
                isWatched(window, "volume");

                window.robot().push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
                window.see(ChartView.NEW);
                window.untilFocused(ChartView.ADD);
                window.robot().push(KeyCode.SPACE);
                window.see(JumpView.FIELD);
                window.robot().write("display_1 bright", 0);
                window.until("the variable to be found", () -> window.wiring().scene()
                        .lookup("#" + JumpView.LIST) instanceof ListView<?> found && !found.getItems().isEmpty());
                window.robot().push(KeyCode.ENTER);
                window.until("it to be drawn", () -> window.wiring().scene().lookup(".series-legend") != null
                        && window.wiring().scene().lookup(".series-legend").lookupAll(".label").stream()
                                .anyMatch(label -> ((Label) label).getText().equals("brightness")));
                window.untilFocused(ChartView.PICTURE);
                window.robot().write("a", 0);
                window.untilFocused(JumpView.FIELD);
                assertThat(window.<TextField>see(JumpView.FIELD).getText()).isEmpty();
                window.robot().push(KeyCode.ESCAPE);
                window.robot().push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
                window.see(ExploreView.STATUS_TABLE);
                // what is dragged rests on the rail
                Node watch = window.see(ShellView.RAIL + "watch");
                WindowUnderTest.fx(() -> {
                    Event.fireEvent(watch, new DragEvent(DragEvent.DRAG_ENTERED, null, 0, 0, 0, 0, TransferMode.COPY,
                            watch.getScene().lookup("#" + ExploreView.STATUS_TABLE), watch, null));
                    return true;
                });
                isWatched(window, "volume");
                assertThat(WindowUnderTest.fx(() -> window.wiring().commands().stream()
                        .map(command -> command.name()).toList()))
                        .contains("Go to Explore", "Go to Watch", "Go to Charts", "Make a new watch table")
                        .doesNotContain("Search systems");
            }
            try (WindowUnderTest window = open(simulator)) {
                // it was left on Watch
                isWatched(window, "volume");
                ListView<?> tables = window.see(WatchView.WATCH_LIST);
                assertThat(tables.getItems()).isNotEmpty();
            }
        }
    }

    @Test
    void dividersAndTheStatusTableAreAsTheyWereLeft() throws TimeoutException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo())) {
            double left;
            try (WindowUnderTest window = open(simulator)) {
                window.explore().seesPlace("Harbour House");
                SplitPane panes = panes(window);
                double before = WindowUnderTest.fx(() -> panes.getDividerPositions()[0]);
                Node divider = WindowUnderTest.fx(() -> panes.lookupAll(".split-pane-divider").stream()
                        .filter(node -> node.getParent() == panes)
                        .min(Comparator.comparingDouble(Node::getLayoutX)).orElseThrow());
                left = WindowUnderTest.fx(() -> {
                    // as a drag ends: it has moved, to where all panes have the room that they need, and the button is
                    // let go on it
                    panes.setDividerPosition(0, before - 0.04);
                    double moved = panes.getDividerPositions()[0];
                    QuickRobot.letGo(divider);
                    return moved;
                });
                assertThat(left).isLessThan(before - 0.03);

                window.explore().open(BOARDROOM).module("Display_1").status("volume").isLive();
                clickHeading(window, "Name");
                clickHeading(window, "Name");
                TableView<StatusRow> table = window.see(ExploreView.STATUS_TABLE);
                isSortedByNameDownwards(table);
                WindowUnderTest.fx(() -> {
                    // as a heading is dragged, as its width is, and as its menu is used
                    List<TableColumn<StatusRow, ?>> moved = new ArrayList<>(table.getColumns());
                    moved.add(moved.removeFirst());
                    table.getColumns().setAll(moved);
                    column(table, "Changed").setPrefWidth(120);
                    column(table, "Value").getContextMenu().getItems().stream()
                            .filter(item -> "Quality".equals(item.getText())).findFirst()
                            .ifPresent(item -> ((CheckMenuItem) item).setSelected(false));
                    return true;
                });
                assertThat(columns(table)).doesNotContain("Quality").endsWith("Name");
                // another module's is arranged alike
                window.explore().module("Mixer_1");
                assertThat(columns(window.see(ExploreView.STATUS_TABLE))).isEqualTo(columns(table));
            }
            try (WindowUnderTest window = open(simulator)) {
                window.until("it to be there again",
                        () -> Math.abs(panes(window).getDividerPositions()[0] - left) < 0.01);
                window.explore().open(BOARDROOM).module("Display_1").status("volume").isLive();
                TableView<StatusRow> table = window.see(ExploreView.STATUS_TABLE);
                assertThat(columns(table)).doesNotContain("Quality").endsWith("Name");
                assertThat(column(table, "Changed").getWidth()).isEqualTo(120, within(2.0));
                isSortedByNameDownwards(table);
            }
        }
    }

    private static void isSortedByNameDownwards(TableView<StatusRow> table) {
        assertThat(table.getSortOrder()).singleElement().satisfies(sorted -> {
            assertThat(sorted.getText()).isEqualTo("Name");
            assertThat(sorted.getSortType()).isEqualTo(TableColumn.SortType.DESCENDING);
        });
        assertThat(WindowUnderTest.fx(() -> table.getItems().stream().map(row -> row.key().name()).toList()))
                .hasSizeGreaterThan(3).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static List<String> columns(TableView<?> table) {
        return WindowUnderTest.fx(() -> table.getVisibleLeafColumns().stream().map(TableColumn::getText).toList());
    }

    private static TableColumn<?, ?> column(TableView<?> table, String heading) {
        return table.getColumns().stream().filter(each -> each.getText().equals(heading)).findFirst().orElseThrow();
    }

    private static void clickHeading(WindowUnderTest window, String words) {
        Node table = window.see(ExploreView.STATUS_TABLE);
        WindowUnderTest.fx(() -> {
            Node heading = table.lookupAll(".column-header").stream().filter(node -> node
                    .lookup(".label") instanceof Label label && label.getText().equals(words)).findFirst().orElseThrow();
            QuickRobot.letGo(heading);
            return true;
        });
    }

    private static SplitPane panes(WindowUnderTest window) {
        return (SplitPane) window.wiring().scene().lookup(".explore-panes");
    }

    @Test
    void aBrokenFileOfTheWorkspaceIsSaidAndKept() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo())) {
            Path folder = new AppPaths(home).workspace(
                    ServerAddress.parse(simulator.address().toString()).origin().toString());
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("watch.json"), "{\"tables\": 7}");
            try (WindowUnderTest window = open(simulator)) {
                window.until("the notice to say so", () -> window.wiring().shellModel().noticeWords()
                        .contains("The watch tables could not be read"));
            }
            try (var files = Files.list(folder)) {
                assertThat(files.filter(file -> file.getFileName().toString().startsWith("watch.json.broken")))
                        .singleElement().satisfies(file -> assertThat(file).hasContent("{\"tables\": 7}"));
            }
        }
    }
}
