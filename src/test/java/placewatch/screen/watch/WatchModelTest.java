package placewatch.screen.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.FastClock;
import placewatch.bridge.Drained;
import placewatch.bridge.Inbox;
import placewatch.control.status.StatusOrder;
import placewatch.model.Quality;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.WatchTables.Grouping;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import tools.jackson.databind.node.JsonNodeFactory;

/// Watch tables over a simulator. This thread plays the JavaFX thread.
class WatchModelTest {

    private final Inbox inbox = new Inbox(() -> { });
    private final Simulator simulator = Simulator.start(SimulatorOptions.demo());
    private final KeptInMemory kept = new KeptInMemory();
    private final String boardroom = system("Boardroom 2.01").id();
    private final String meeting = system("Meeting 2.02").id();
    private final String lab = system("Lab 3.08").id();
    private Connection connection = connect(Role.SUPPORT);
    private WatchModel model = new WatchModel(connection, kept);

    private DemoSystem system(String name) {
        return simulator.building().systems().stream().filter(system -> system.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private Connection connect(Role role) {
        return new Connection("test", new Access(ServerAddress.parse(simulator.address().toString()),
                new Credential.ApiKey(simulator.key(role)), Route.direct()), FastClock.options(), inbox);
    }

    @BeforeEach
    void open() {
        connection.open();
        model.onScreen(true);
    }

    @AfterEach
    void close() {
        model.close();
        connection.close();
        simulator.close();
    }

    /// As the next start finds it.
    private void restart(Role role) {
        model.close();
        connection.close();
        connection = connect(role);
        model = new WatchModel(connection, kept);
        open();
    }

    private void until(String what, Callable<Boolean> holds) {
        Drained.until(inbox, what, holds);
    }

    private static StatusKey key(String system, String slug, String name) {
        return new StatusKey(ModuleAddress.ofSlug(system, slug), name);
    }

    private OpenTable shown() {
        return Objects.requireNonNull(model.openProperty().get(), "no table is on screen");
    }

    /// What is on screen, as `Display_1/power`; a heading as its title and words.
    private List<String> lines() {
        return shown().shown().shown().stream().map(row -> row instanceof StatusGroup group
                ? group.title() + ": " + group.wordsProperty().get()
                : row.key().module().slug() + "/" + row.key().name()).toList();
    }

    private boolean live(int number) {
        return shown().rows().size() == number
                && shown().rows().stream().allMatch(row -> row.quality() instanceof Quality.Live);
    }

    private List<StatusKey> some() {
        return List.of(key(boardroom, "Display_1", "power"), key(meeting, "Display_1", "power"),
                key(boardroom, "Mixer_1", "level_db"));
    }

    @Test
    void variablesOfTwoRoomsAreLiveSideBySideAndSayOfWhich() {
        model.pin(model.create(), some());
        until("three live rows", () -> live(3));
        until("their systems' titles", () -> Stream.of(boardroom, meeting)
                .map(id -> model.titles().title(id).get()).toList().equals(List.of("Boardroom 2.01", "Meeting 2.02")));
        model.pin("Table 1", some());
        assertThat(lines()).containsExactly("Display_1/power", "Display_1/power", "Mixer_1/level_db");
        assertThat(kept.latest().titles()).containsEntry(meeting, "Meeting 2.02");
    }

    @Test
    void aWholeModuleGetsWhatItGetsLater() {
        model.pinModule(model.create(), ModuleAddress.ofSlug(lab, "Lab_1"));
        until("its variables", () -> lines().contains("Lab_1/beat"));
        assertThat(lines()).doesNotContain("Lab_1/just_made");
        lab().exec("set", List.of(JsonNodeFactory.instance.stringNode("just_made"),
                JsonNodeFactory.instance.numberNode(7)));
        until("the new one", () -> lines().contains("Lab_1/just_made"));
        until("its value", () -> shown().rows().stream().filter(row -> row.key().name().equals("just_made"))
                .anyMatch(row -> row.value().filter(value -> value.json().equals("7")).isPresent()));
        // removed by hand, it does not come back with the next look
        StatusKey made = key(lab, "Lab_1", "just_made");
        model.rows().remove(List.of(made));
        lab().exec("set", List.of(JsonNodeFactory.instance.stringNode("made_after"),
                JsonNodeFactory.instance.numberNode(8)));
        until("the next new one", () -> lines().contains("Lab_1/made_after"));
        assertThat(lines()).doesNotContain("Lab_1/just_made");
        model.undo();
        assertThat(lines()).contains("Lab_1/just_made", "Lab_1/made_after");
    }

    private DemoModule lab() {
        return simulator.building().resolve(ModuleAddress.ofSlug(lab, "Lab_1")).orElseThrow();
    }

    @Test
    void aModuleThatComesBackBringsItsRowsBackToLife() {
        model.pinModule(model.create(), ModuleAddress.ofSlug(boardroom, "Display_2"));
        until("its variables", () -> !shown().rows().isEmpty() && live(shown().rows().size()));
        DemoSystem room = system("Boardroom 2.01");
        List<String> less = new ArrayList<>(room.modules());
        less.remove(1);
        simulator.building().setModules(boardroom, less);
        until("the loss to be said of each", () -> shown().rows().stream()
                .allMatch(row -> row.quality() instanceof Quality.Missing && row.value().isPresent()));
        simulator.building().setModules(boardroom, room.modules());
        until("it to be back", () -> live(shown().rows().size()));
    }

    @Test
    void whoMayNotListIsToldSo() {
        restart(Role.USER);
        model.pinModule(model.create(), ModuleAddress.ofSlug(boardroom, "Display_1"));
        until("the reason", () -> shown().emptyWords().contains("Your key may bind status variables but not list them"));
        model.pin("Table 1", List.of(key(boardroom, "Display_1", "power")));
        assertThat(lines()).isEmpty();
        model.rows().removeModules(Set.of(ModuleAddress.ofSlug(boardroom, "Display_1")));
        model.pin("Table 1", List.of(key(boardroom, "Display_1", "power")));
        until("the one", () -> live(1));
    }

    @Test
    void rowsStandUnderHeadingsThatCountAndFold() {
        model.pin(model.create(), some());
        until("three live rows with titles",
                () -> live(3) && model.titles().title(meeting).get().equals("Meeting 2.02")
                        && model.titles().title(boardroom).get().equals("Boardroom 2.01"));
        model.rows().group(Grouping.SYSTEM);
        assertThat(lines()).containsExactly("Boardroom 2.01: 2 variables, live", "Display_1/power", "Mixer_1/level_db",
                "Meeting 2.02: 1 variable, live", "Display_1/power");
        model.rows().fold(boardroom);
        assertThat(lines()).containsExactly("Boardroom 2.01: 2 variables, live",
                "Meeting 2.02: 1 variable, live", "Display_1/power");
        model.rows().group(Grouping.MODULE);
        shown().shown().order(new StatusOrder(List.of(new StatusOrder.By(StatusOrder.Column.SYSTEM, false))));
        assertThat(lines()).containsExactly("Display: 2 variables, live", "Display_1/power", "Display_1/power",
                "Mixer: 1 variable, live", "Mixer_1/level_db");
        assertThat(shown().shown().shown().get(1).key().module().system()).isEqualTo(meeting);
        model.pin("Table 1", List.of(key(boardroom, "Mixer_1", "no_such")));
        until("what is lacking", () -> {
            shown().shown().recount();
            return lines().contains("Mixer: 2 variables, 1 not live");
        });
    }

    @Test
    void removalsAreUndoneOneByOneEvenInATableThatWasDeleted() {
        model.pin(model.create(), some());
        model.rows().remove(List.of(some().get(1)));
        assertThat(model.saidProperty().get()).isEqualTo("1 row removed");
        model.rows().remove(List.of(some().get(0), some().get(2)));
        assertThat(model.saidProperty().get()).isEqualTo("2 rows removed");
        model.rename("Table 1", "Round");
        assertThat(model.saidProperty().get()).isEmpty();
        model.delete("Round");
        assertThat(model.openProperty().get()).isNull();
        model.undo();
        assertThat(shown().rows()).isEmpty();
        model.undo();
        model.undo();
        assertThat(shown().present()).isEqualTo(some());
        assertThat(model.undoableProperty().get()).isFalse();
    }

    @Test
    void namesAreUniqueWhateverTheirCapitals() {
        String one = model.create();
        model.rename(one, "Round");
        String two = model.create();
        assertThat(model.barrier(two, " round ")).isNotEmpty();
        assertThat(model.barrier("Round", "ROUND")).isEmpty();
        assertThat(model.barrier(two, "  ")).isNotEmpty();
        model.rename(two, "ROUND");
        assertThat(model.tables()).containsExactly(two, "Round");
    }

    @Test
    void rowsAreMovedByHandAndStaySo() {
        model.pin(model.create(), some());
        model.rows().move(List.of(some().get(2)), some().get(0), true);
        assertThat(lines()).containsExactly("Mixer_1/level_db", "Display_1/power", "Display_1/power");
        shown().filter().textProperty().set("Display_*");
        model.rows().move(List.of(some().get(1)), some().get(0), true);
        shown().filter().textProperty().set("");
        assertThat(shown().present()).containsExactly(some().get(2), some().get(1), some().get(0));
    }

    @Test
    void everythingComesBackAfterARestart() {
        model.pin(model.create(), some());
        model.rename("Table 1", "Round");
        model.rows().group(Grouping.MODULE);
        model.rows().fold("Mixer");
        model.rows().move(List.of(some().get(1)), some().get(0), true);
        shown().filter().textProperty().set("/power|level/");
        model.create();
        model.choose("Round");
        until("live rows with titles", () -> live(3) && model.titles().title(meeting).get().equals("Meeting 2.02"));
        shown().shown().recount();
        List<String> before = lines();
        restart(Role.SUPPORT);
        assertThat(shown().name()).isEqualTo("Round");
        assertThat(shown().filter().textProperty().get()).isEqualTo("/power|level/");
        assertThat(shown().present()).containsExactly(some().get(1), some().get(0), some().get(2));
        // titles too, before the server said anything
        assertThat(model.titles().title(meeting).get()).isEqualTo("Meeting 2.02");
        until("live rows", () -> live(3));
        shown().shown().recount();
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void aTableThatIsNotOnScreenIsNotBoundAndItsValuesComeBack() {
        model.pin(model.create(), some());
        until("live rows", () -> live(3));
        StatusRow row = shown().rows().getFirst();
        String empty = model.create();
        model.choose("Table 1");
        assertThat(shown().rows().getFirst()).isSameAs(row);
        assertThat(row.quality()).isEqualTo(new Quality.Live());
        model.choose(empty);
        until("nothing to be bound", () -> simulator.figures().bindings() == 0);
        model.choose("Table 1");
        until("live rows again", () -> live(3));
        model.onScreen(false);
        until("nothing to be bound", () -> simulator.figures().bindings() == 0);
    }

    @Test
    void aStoppedModuleIsSaidToBe() {
        model.pin(model.create(), List.of(key(boardroom, "Blinds_1", "position")));
        until("the word", () -> shown().rows().getFirst().quality() instanceof Quality.ModuleStopped);
    }
}
