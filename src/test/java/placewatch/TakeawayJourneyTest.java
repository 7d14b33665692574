package placewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import placewatch.control.log.LogSheet;
import placewatch.screen.explore.ExploreView;
import placewatch.simulator.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever wants to show others what is on screen takes it away.
class TakeawayJourneyTest extends DemoJourney {

    private static final String TAKEN = "status-taken";
    private static final List<String> CHOSEN = List.of("model", "volume");

    @TempDir
    private Path folder;

    /// The status table of the boardroom's display, with two of its rows chosen and the keys going there.
    private TableView<StatusRow> choose(WindowUnderTest window) {
        ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
        display.status("model").isLive();
        display.status("volume").isLive();
        TableView<StatusRow> table = window.see(ExploreView.STATUS_TABLE);
        WindowUnderTest.fx(() -> {
            table.getSelectionModel().clearSelection();
            for (StatusRow row : table.getItems()) {
                if (CHOSEN.contains(row.key().name())) {
                    table.getSelectionModel().select(row);
                }
            }
            table.requestFocus();
            return true;
        });
        return table;
    }

    private static void untilCopied(WindowUnderTest window, String beginning) {
        window.until("“" + beginning + "” on the clipboard", () -> {
            String copied = Clipboard.getSystemClipboard().getString();
            return copied != null && copied.startsWith(beginning);
        });
    }

    private static String clipboard() {
        return WindowUnderTest.fx(() -> Clipboard.getSystemClipboard().getString());
    }

    private static void export(WindowUnderTest window, String item) {
        window.click(ExploreView.STATUS_EXPORT);
        window.until("the menu", () -> window.robot().lookup("#" + item).tryQuery().filter(Node::isVisible).isPresent());
        window.robot().clickOn("#" + item);
    }

    private static String says(WindowUnderTest window) {
        Label line = window.see(TAKEN);
        return WindowUnderTest.fx(line::getText);
    }

    private static void untilSays(WindowUnderTest window, String beginning) {
        Label line = window.see(TAKEN);
        window.until("“" + beginning + "”", () -> line.getText().startsWith(beginning));
    }

    @Test
    void theChosenRowsAreCopiedForASpreadsheetAndForAProgram() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            choose(window);
            window.robot().push(KeyCode.SHORTCUT, KeyCode.C);
            untilCopied(window, "system\tsystem_id\tmodule\tvariable\tvalue\tchanged\tage_ms\t");
            List<String> lines = clipboard().lines().toList();
            assertThat(lines).hasSize(3);
            assertThat(lines.get(1) + lines.get(2)).contains(BOARDROOM + "\t").contains("\tDisplay_1\tvolume\t30.0\t")
                    .contains("\tlive\t");

            window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
            untilCopied(window, "[");
            JsonNode read = JsonMapper.shared().readTree(clipboard());
            assertThat(read.valueStream().map(row -> row.get("variable").stringValue()))
                    .containsExactlyInAnyOrderElementsOf(CHOSEN);
            assertThat(read.valueStream().filter(row -> row.get("variable").stringValue().equals("volume"))
                    .map(row -> row.get("value").doubleValue())).containsExactly(30.0);
        }
    }

    @Test
    void whatIsCutOnScreenIsTakenAwayWhole() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage room = window.explore().open(BOARDROOM).module("Bookings_1");
            room.status("bookings").isLive();
            String bookings = room.status("bookings").value();
            assertThat(bookings.length()).isGreaterThan(StatusValue.SHOWN);
            window.click(ExploreView.STATUS_COPY);
            untilCopied(window, "system\t");
            assertThat(clipboard()).contains("\tbookings\t" + bookings + "\t");
        }
    }

    @Test
    void rowsAreSavedToAFileUnderAProposedName() throws TimeoutException, IOException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            TableView<StatusRow> table = choose(window);
            window.exports().into(folder);
            export(window, "status-chosen-csv");
            String name = window.exports().proposed().getLast();
            assertThat(name).matches("Boardroom-2\\.01_Display_1_status_\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d\\.csv");
            assertThat(says(window)).isEqualTo("2 rows saved to " + folder.resolve(name));
            assertThat(Files.readString(folder.resolve(name)).lines()).hasSize(3)
                    .first().asString().startsWith("\uFEFFsystem,system_id,module,variable,value,");

            int all = WindowUnderTest.fx(() -> table.getItems().size());
            export(window, "status-all-json");
            untilSays(window, all + " rows saved to ");
            JsonNode read = JsonMapper.shared().readTree(Files.readString(folder.resolve(
                    window.exports().proposed().getLast())));
            assertThat(read.size()).isEqualTo(all);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aFileThatCouldNotBeSavedIsToldWithItsPlaceAndGoesElsewhere() throws TimeoutException {
        Path gone = folder.resolve("gone");
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            choose(window);
            window.exports().into(gone);
            export(window, "status-chosen-json");
            assertThat(says(window)).isEqualTo("Nothing was saved to "
                    + gone.resolve(window.exports().proposed().getLast())
                    + ": there is no such folder. Choose another place.");
            window.exports().into(folder);
            window.click(TAKEN + "-again");
            untilSays(window, "2 rows saved to " + folder);
        }
    }

    @Test
    void debugLinesAreCopiedAsTheyAreSeenAndAsJsonLines() throws TimeoutException {
        try (WindowUnderTest window = WindowUnderTest.onto(simulator, Role.SUPPORT)) {
            ExplorePage.ModulePage display = window.explore().open(BOARDROOM).module("Display_1");
            display.startDebug().exec("volume", "33").logSays("exec volume");
            LogSheet list = window.see(ExploreView.LOG_LIST);
            WindowUnderTest.fx(() -> {
                list.reveal(list.console().linesProperty().get().number(0));
                list.requestFocus();
                return true;
            });
            window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
            untilCopied(window, "{\"time\":\"");
            assertThat(clipboard().lines()).hasSize(1);
            assertThat(JsonMapper.shared().readTree(clipboard()).get("module").stringValue()).isEqualTo("Display_1");
            window.robot().push(KeyCode.SHORTCUT, KeyCode.C);
            window.until("the line as it is seen", () -> Clipboard.getSystemClipboard().getString()
                    .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*\n"));
        }
    }
}
