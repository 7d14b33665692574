package placewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.Test;
import placewatch.control.status.ValueView;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.screen.explore.ExploreView;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;

/// A module's live status, as those see it who look at it all day.
class StatusJourneyTest extends DemoJourney {

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private static <T> T fx(Callable<T> task) {
        return WindowUnderTest.fx(task);
    }

    private static Predicate<Node> shows(String variable) {
        return node -> node instanceof TableRow<?> row && row.getItem() instanceof StatusRow item
                && item.key().name().equals(variable) && row.isVisible();
    }

    /// The cell of a variable under a heading, on the JavaFX thread.
    private static Optional<TableCell<?, ?>> cell(WindowUnderTest window, String variable, String heading) {
        return window.wiring().scene().getRoot().lookupAll("#" + ExploreView.STATUS_TABLE + " .table-row-cell").stream()
                .filter(shows(variable)).flatMap(row -> row.lookupAll(".table-cell").stream())
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getTableColumn().getText().equals(heading)).findFirst().map(cell -> cell);
    }

    private static void click(WindowUnderTest window, String variable) {
        window.until(variable + " in the table", () -> cell(window, variable, "Name").isPresent());
        window.robot().clickOn(fx(() -> cell(window, variable, "Name").orElseThrow()));
    }

    private static String words(WindowUnderTest window, String id) {
        Label label = window.see(id);
        return fx(label::getText);
    }

    @Test
    void aChangeIsMarkedForAMomentAndTheFirstValueIsNot() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
            display.status("volume").isLive();
            TableCell<?, ?> volume = fx(() -> cell(window, "volume", "Value").orElseThrow());
            assertThat(fx(() -> volume.getPseudoClassStates().contains(CHANGED))).isFalse();
            AtomicBoolean marked = new AtomicBoolean();
            fx(() -> {
                volume.getPseudoClassStates().addListener((Observable _) -> {
                    if (volume.getPseudoClassStates().contains(CHANGED)) {
                        marked.set(true);
                    }
                });
                return true;
            });
            display.exec("volume", "33");
            display.status("volume").becomes("33.0");
            window.until("the new value to be drawn in its cell", () -> volume.lookup(".line") instanceof Label line
                    && line.getText().equals("33.0") && line.getWidth() > 0);
            await().atMost(WindowUnderTest.PATIENCE).untilTrue(marked);
            window.until("the mark to go", () -> !volume.getPseudoClassStates().contains(CHANGED));
            assertThat(background(window, volume, false)).isNotEqualTo(Color.TRANSPARENT);
            assertThat(background(window, volume, true)).isEqualTo(Color.TRANSPARENT);
            Object read = fx(() -> volume.getTableRow().queryAccessibleAttribute(AccessibleAttribute.TEXT));
            assertThat(read).isEqualTo("volume, 33.0, live");
        }
    }

    /// A marked cell's background, as it is where the system asks for less motion or does not.
    private static Paint background(WindowUnderTest window, TableCell<?, ?> cell, boolean reducedMotion) {
        return fx(() -> {
            PseudoClass reduced = PseudoClass.getPseudoClass("reduced-motion");
            window.wiring().scene().getRoot().pseudoClassStateChanged(reduced, reducedMotion);
            cell.pseudoClassStateChanged(CHANGED, true);
            window.wiring().scene().getRoot().applyCss();
            Paint fill = cell.getBackground().getFills().getFirst().getFill();
            cell.pseudoClassStateChanged(CHANGED, false);
            window.wiring().scene().getRoot().pseudoClassStateChanged(reduced, false);
            return fill;
        });
    }

    @Test
    void aTableSortedByALiveColumnKeepsWhatIsChosen() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
            display.status("volume").isLive();
            click(window, "volume");
            TableView<StatusRow> table = window.see(ExploreView.STATUS_TABLE);
            // not the temperature, which goes with the time of the day
            List<String> numbers = List.of("volume", "brightness");
            fx(() -> {
                TableColumn<StatusRow, ?> value = table.getColumns().stream()
                        .filter(column -> column.getText().equals("Value")).findFirst().orElseThrow();
                table.getSortOrder().setAll(List.of(value));
                return true;
            });
            window.until("numbers in their order", () -> table.getItems().stream().map(row -> row.key().name())
                    .filter(numbers::contains).toList().equals(numbers));
            display.exec("volume", "100");
            window.until("the louder one last", () -> table.getItems().stream().map(row -> row.key().name())
                    .filter(numbers::contains).toList().equals(numbers.reversed()));
            String chosen = fx(() -> table.getSelectionModel().getSelectedItem().key().name());
            assertThat(chosen).isEqualTo("volume");
            TreeView<?> tree = window.see(ValueView.VALUE_TREE);
            window.until("the new value as a tree", () -> tree.getRoot() != null
                    && tree.getRoot().getValue().toString().contains("100"));
        }
    }

    @Test
    void whatChangedIsInTheHistoryWithWhatWasBefore() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
            display.status("volume").isLive();
            display.exec("volume", "33");
            display.status("volume").becomes("33.0");
            click(window, "volume");
            window.click(ValueView.VALUE_CHANGES);
            TableView<?> history = window.see(ValueView.HISTORY_TABLE);
            window.until("two values", () -> history.getItems().size() == 2
                    && history.getItems().getFirst().toString().contains("text=33.0"));
            assertThat(words(window, ValueView.HISTORY_COUNT)).isEqualTo("all 2 values since it is watched");
            fx(() -> {
                history.getSelectionModel().select(0);
                history.requestFocus();
                return true;
            });
            TextInputControl whole = window.see(ValueView.HISTORY_WHOLE);
            window.until("the chosen value whole", () -> whole.getText().equals("33.0"));
            window.robot().push(KeyCode.SHORTCUT, KeyCode.C);
            window.until("the change on the clipboard", () -> Clipboard.getSystemClipboard().getString().matches(
                    "time\tvalue\tbefore\tevent\twhole_length\n\\d{4}-.*\t33\\.0\t30\\.0\t\t\n"));

            window.click(ValueView.VALUE_HOLD);
            display.exec("volume", "21");
            display.status("volume").becomes("21.0");
            window.until("what is held to say so", () -> words(window).matches(
                    "Held since \\d\\d:\\d\\d:\\d\\d · 1 change since then"));
            assertThat(fx(() -> history.getItems().size())).isEqualTo(2);
            window.click(ValueView.VALUE_HOLD);
            window.until("what came meanwhile", () -> history.getItems().size() == 3);
        }
    }

    private static String clipboard() {
        return fx(() -> Clipboard.getSystemClipboard().getString());
    }

    private static String words(WindowUnderTest window) {
        return ((Label) window.wiring().scene().lookup("#" + ValueView.VALUE_FACTS)).getText();
    }

    @Test
    void aPartOfAValueIsFoundAndItsPathTakenAway() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            window.explore().open(BOARDROOM).module("Mixer_1").status("microphones").isLive();
            click(window, "microphones");
            TreeView<?> tree = window.see(ValueView.VALUE_TREE);
            window.until("the value", () -> tree.getRoot() != null);
            fx(() -> {
                tree.requestFocus();
                return true;
            });
            window.robot().push(KeyCode.SHORTCUT, KeyCode.F);
            window.see(ValueView.VALUE_FIND);
            window.robot().write("CEILING", 0);
            window.until("matches", () -> ((Label) window.wiring().scene().lookup("#" + ValueView.VALUE_FOUND))
                    .getText().matches("1 of \\d"));
            window.robot().push(KeyCode.ENTER);
            window.until("the second", () -> ((Label) window.wiring().scene().lookup("#" + ValueView.VALUE_FOUND))
                    .getText().startsWith("2 of"));
            fx(() -> {
                tree.requestFocus();
                return true;
            });
            window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
            assertThat(clipboard()).isEqualTo("microphones[1].name");
        }
    }

    @Test
    void goingBackAndForthCostsNothingAndStayingAwayUnbinds() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage boardroom = window.explore().open(BOARDROOM);
            boardroom.module("Display_1").status("edid").isLive();
            TableView<StatusRow> first = window.see(ExploreView.STATUS_TABLE);
            StatusRow row = fx(() -> first.getItems().stream()
                    .filter(each -> each.key().name().equals("edid")).findFirst().orElseThrow());
            int display = simulator.figures().bindings();
            boardroom.module("Mixer_1").status("faders").isLive();
            int both = simulator.figures().bindings();
            assertThat(both).isGreaterThan(display);
            boardroom.module("Display_1").status("edid").isLive();
            TableView<StatusRow> again = window.see(ExploreView.STATUS_TABLE);
            assertThat(fx(() -> again.getItems().contains(row))).isTrue();
            assertThat(row.changes()).isEqualTo(1);
            await().atMost(WindowUnderTest.PATIENCE).until(() -> simulator.figures().bindings() <= display);
            assertThat(fx(row::quality)).isEqualTo(new Quality.Live());
        }
        await().atMost(WindowUnderTest.PATIENCE).until(() -> simulator.figures().bindings() == 0);
    }

    @Test
    void aLostConnectionBreaksTheHistoryAndSaysWhen() throws TimeoutException {
        int port = simulator.address().getPort();
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
            display.status("model").isLive();
            click(window, "model");
            window.click(ValueView.VALUE_CHANGES);
            simulator.close();
            display.status("model").hasQuality(Quality.LastKnown.class);
            window.until("the words in the cell", () -> cell(window, "model", "Quality")
                    .filter(cell -> cell.getAccessibleText().startsWith("last known, ")).isPresent());
            simulator = Simulator.start(SimulatorOptions.demo().port(port));
            display.status("model").isLive();
            TableView<?> history = window.see(ValueView.HISTORY_TABLE);
            window.until("the gap", () -> history.getItems().toString()
                    .matches("(?s).*connection lost \\d\\d:\\d\\d:\\d\\d to \\d\\d:\\d\\d:\\d\\d.*"));
        }
    }
}
