package placewatch.screen.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import placewatch.DemoJourney;
import placewatch.model.Quality;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.screen.explore.ExploreView;
import placewatch.settings.Kept;
import placewatch.settings.Template;
import placewatch.settings.Templates;
import placewatch.settings.WatchTables;
import placewatch.settings.WatchTables.Grouping;
import placewatch.simulator.building.DemoSystem;
import tools.jackson.databind.node.JsonNodeFactory;

/// A person puts a table together from several rooms, arranges it, and finds it again.
class WatchJourneyTest extends DemoJourney {

    private final KeptInMemory kept = new KeptInMemory();
    private String system(String name) {
        return simulator.building().systems().stream().filter(system -> system.name().equals(name))
                .map(DemoSystem::id).findFirst().orElseThrow();
    }

    /// A driver publishes a variable that it did not have.
    private void publish(String variable) {
        simulator.building().resolve(ModuleAddress.ofSlug(system("Lab 3.08"), "Lab_1")).orElseThrow()
                .exec("set", List.of(JsonNodeFactory.instance.stringNode(variable),
                        JsonNodeFactory.instance.numberNode(1)));
    }

    private static void pinByKey(WatchStage window, String variable) {
        window.robot().clickOn(window.row(ExploreView.STATUS_TABLE, row -> row.key().name().equals(variable), variable));
        window.robot().push(KeyCode.P);
    }

    private static void sort(WatchStage window, String heading, TableColumn.SortType type) {
        TableView<StatusRow> table = window.table();
        WatchStage.fx(() -> {
            table.getColumns().stream().filter(column -> column.getText().equals(heading)).forEach(column -> {
                column.setSortType(type);
                table.getSortOrder().setAll(List.of(column));
            });
            return true;
        });
    }

    /// Clicks until it is chosen: between the look and the click the table may have come into another order.
    private static void choose(WatchStage window, String module, String variable) {
        TableView<StatusRow> table = window.table();
        window.until(variable + " to be chosen", () -> {
            StatusRow chosen = table.getSelectionModel().getSelectedItem();
            return chosen != null && chosen.key().name().equals(variable) && chosen.key().module().slug().equals(module);
        }, () -> window.robot().clickOn(window.row(WatchView.WATCH_TABLE, row -> row.key().name().equals(variable)
                && row.key().module().slug().equals(module), module + "/" + variable)));
    }

    @Test
    void aTableIsPutTogetherArrangedAndFoundAgain() throws TimeoutException {
        try (WatchStage window = new WatchStage(simulator, kept)) {
            // a table, named as it is made
            window.watch().click(WatchView.WATCH_NEW);
            window.see(WatchView.WATCH_RENAME);
            window.robot().write("Morning round", 0);
            window.robot().push(KeyCode.ENTER);
            window.line(WatchView.WATCH_LIST, "Morning round");

            // two variables from two rooms, one by key and one by menu, and a whole module
            window.module("Boardroom 2.01", "Display_1");
            pinByKey(window, "power");
            window.take("Morning round");
            window.untilSays(ExploreView.STATUS_NOTE, "Morning round");
            window.module("Meeting 2.02", "Display_1");
            pinByKey(window, "volume");
            window.robot().push(KeyCode.ENTER);
            window.until("the second pin", () -> kept.latest().tables().getFirst().pins().size() == 2);
            window.module("Lab 3.08", "Lab_1");
            window.robot().clickOn(window.line(ExploreView.MODULES_LIST, "Lab_1"), MouseButton.SECONDARY);
            window.take("Pin all of Lab_1 to “Morning round”");
            window.until("the module", () -> kept.latest().tables().getFirst().pins().size() == 3);

            // a driver goes on publishing meanwhile
            window.watch();
            window.until("all three", () -> window.lines().contains("Display_1/power")
                    && window.lines().contains("Display_1/volume") && window.lines().contains("Lab_1/beat"));
            publish("late_comer");
            window.until("what came later", () -> window.lines().contains("Lab_1/late_comer"));

            // a filter, wrong on the way
            window.type(WatchView.WATCH_FILTER, "/^(power|volume|beat)$/");
            window.untilLines("Display_1/power", "Display_1/volume", "Lab_1/beat");
            window.type(WatchView.WATCH_FILTER, "/^(power|volume|beat$/");
            window.untilSays(WatchView.WATCH_SUMMARY, "not closed");
            assertThat(window.words(WatchView.WATCH_SUMMARY)).contains("“(” is not closed, at character 3")
                    .contains("the last good one stays");
            window.picture("watch-filter");
            window.type(WatchView.WATCH_FILTER, "/^(power|volume|beat)$/");
            window.untilSays(WatchView.WATCH_SUMMARY, "3 of ");

            // sorted, then by hand
            sort(window, "Name", TableColumn.SortType.ASCENDING);
            window.untilLines("Lab_1/beat", "Display_1/power", "Display_1/volume");
            choose(window, "Lab_1", "beat");
            window.robot().push(KeyCode.ALT, KeyCode.DOWN);
            window.untilSays(WatchView.WATCH_SAID, "sorted");
            TableView<StatusRow> table = window.table();
            WatchStage.fx(() -> {
                table.getSortOrder().clear();
                return true;
            });
            window.untilLines("Display_1/power", "Display_1/volume", "Lab_1/beat");
            window.robot().push(KeyCode.ALT, KeyCode.UP);
            window.untilLines("Display_1/power", "Lab_1/beat", "Display_1/volume");
            String chosen = WatchStage.fx(() -> table.getSelectionModel().getSelectedItem().key().name());
            assertThat(chosen).isEqualTo("beat");

            // removed, and back
            choose(window, "Display_1", "power");
            window.robot().push(KeyCode.DELETE);
            window.untilLines("Lab_1/beat", "Display_1/volume");
            assertThat(window.words(WatchView.WATCH_SAID)).isEqualTo("1 row removed");
            window.robot().push(KeyCode.DELETE);
            window.untilLines("Display_1/volume");
            window.picture("watch-removed");
            window.robot().push(KeyCode.SHORTCUT, KeyCode.Z);
            window.untilLines("Lab_1/beat", "Display_1/volume");
            window.click(WatchView.WATCH_UNDO);
            window.untilLines("Display_1/power", "Lab_1/beat", "Display_1/volume");

            ComboBox<Grouping> grouping = window.see(WatchView.WATCH_GROUPING);
            WatchStage.fx(() -> {
                grouping.setValue(Grouping.SYSTEM);
                return true;
            });
            window.untilLines("Boardroom 2.01", "Display_1/power", "Lab 3.08", "Lab_1/beat",
                    "Meeting 2.02", "Display_1/volume");
            window.robot().clickOn(window.row(WatchView.WATCH_TABLE,
                    row -> row instanceof StatusGroup group && group.title().equals("Lab 3.08"),
                    "the heading of the lab"));
            window.untilLines("Boardroom 2.01", "Display_1/power", "Lab 3.08", "Meeting 2.02", "Display_1/volume");
            window.picture("watch-groups");
        }
        try (WatchStage window = new WatchStage(simulator, kept)) {
            window.watch();
            window.line(WatchView.WATCH_LIST, "Morning round");
            window.untilLines("Boardroom 2.01", "Display_1/power", "Lab 3.08", "Meeting 2.02", "Display_1/volume");
            TableView<StatusRow> table = window.table();
            window.until("live values", () -> table.getItems().get(1).quality() instanceof Quality.Live);
            choose(window, "Display_1", "power");
            window.robot().push(KeyCode.SHORTCUT, KeyCode.C);
            untilCopied(window, "Boardroom 2.01\t" + system("Boardroom 2.01") + "\tDisplay_1\tpower\t");
            // a heading stands for what is under it
            window.robot().clickOn(window.row(WatchView.WATCH_TABLE,
                    row -> row instanceof StatusGroup group && group.title().equals("Meeting 2.02"), "a heading"));
            window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
            untilCopied(window, "\"volume\"");
        }
    }

    private static void untilCopied(WatchStage window, String words) {
        window.until(words + " on the clipboard", () -> {
            String copied = Clipboard.getSystemClipboard().getString();
            return copied != null && copied.contains(words);
        });
    }

    @Test
    void templatesStandUnderTheTablesAndDeletedOnesComeBack() throws TimeoutException {
        kept.keep(WatchTables.none().with(List.of(WatchTables.Table.empty("Round"))));
        Template.Scope scope = new Template.Scope.Systems(
                List.of(new Template.Picked(system("Meeting 2.02"), "Meeting 2.02")));
        Kept<Templates> templates = Kept.forNow(Templates.none()
                .with(Template.of("Power", scope, List.of(TemplateStage.joined("Display_1/power"))))
                .with(Template.of("Volume", scope, List.of(TemplateStage.joined("Display_1/volume")))));
        try (WatchStage window = new WatchStage(simulator, kept, templates)) {
            window.watch();
            window.line(WatchView.WATCH_LIST, "Round");
            ListView<?> list = window.see(WatchView.WATCH_LIST);
            window.until("the keys in the list", list::isFocused);
            // past the heading, both ways
            window.robot().push(KeyCode.DOWN);
            window.untilSays(TemplateView.TITLE, "Power");
            window.robot().push(KeyCode.DOWN);
            window.untilSays(TemplateView.TITLE, "Volume");
            window.robot().push(KeyCode.UP);
            window.robot().push(KeyCode.UP);
            window.see(WatchView.WATCH_TABLE);
            // words are not chosen with the mouse either
            window.robot().clickOn(window.line(WatchView.WATCH_LIST, "Templates"));
            assertThat(WatchStage.fx(() -> list.getSelectionModel().getSelectedIndex())).isZero();

            window.robot().push(KeyCode.DOWN);
            window.untilSays(TemplateView.TITLE, "Power");
            window.robot().push(KeyCode.DELETE);
            window.untilSays(WatchView.WATCH_SAID, "Template “Power” deleted");
            window.robot().push(KeyCode.DOWN);
            window.untilSays(TemplateView.TITLE, "Volume");
            window.robot().push(KeyCode.DELETE);
            window.untilSays(WatchView.WATCH_SAID, "Template “Volume” deleted");
            assertThat(templates.latest()).isEqualTo(Templates.none());
            window.robot().push(KeyCode.SHORTCUT, KeyCode.Z);
            window.untilSays(TemplateView.TITLE, "Volume");
            window.click(WatchView.WATCH_UNDO);
            window.untilSays(TemplateView.TITLE, "Power");
            assertThat(templates.latest().all()).extracting(Template::name).containsExactly("Power", "Volume");
            assertThat(WatchStage.fx(() -> list.getItems().size())).isEqualTo(4);
        }
    }

    @Test
    void atFirstItSaysWhatToDoAndADeletedTableComesBack() throws TimeoutException {
        try (WatchStage window = new WatchStage(simulator, kept)) {
            window.watch();
            ListView<?> list = window.see(WatchView.WATCH_LIST);
            window.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            window.see(WatchView.WATCH_RENAME);
            window.robot().push(KeyCode.ENTER);
            window.line(WatchView.WATCH_LIST, "Table 1");
            TableView<StatusRow> table = window.table();
            window.until("how to pin", () -> table.getPlaceholder() instanceof Label words
                    && words.getText().contains("press P"));
            window.click(WatchView.WATCH_NEW);
            window.see(WatchView.WATCH_RENAME);
            window.robot().write("table 1", 0);
            window.robot().push(KeyCode.ENTER);
            window.untilSays(WatchView.WATCH_SAID, "Another table is called so");
            window.robot().push(KeyCode.ESCAPE);
            window.line(WatchView.WATCH_LIST, "Table 2");
            window.robot().clickOn(window.line(WatchView.WATCH_LIST, "Table 2"));
            window.robot().push(KeyCode.DELETE);
            window.until("one table", () -> kept.latest().tables().size() == 1);
            assertThat(window.words(WatchView.WATCH_SAID)).isEqualTo("Table “Table 2” deleted");
            window.robot().push(KeyCode.SHORTCUT, KeyCode.Z);
            window.line(WatchView.WATCH_LIST, "Table 2");
            assertThat(WatchStage.fx(() -> list.getItems().size())).isEqualTo(4);
        }
    }
}
