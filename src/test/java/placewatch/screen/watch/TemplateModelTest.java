package placewatch.screen.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import placewatch.export.Cell;
import placewatch.export.ExportTable;
import placewatch.control.Mark;
import placewatch.settings.Template;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import tools.jackson.databind.node.JsonNodeFactory;

class TemplateModelTest {

    private static final String BOARDROOM = "Boardroom 2.01";

    private Simulator simulator;

    @BeforeEach
    void startSimulator() {
        simulator = Simulator.start(SimulatorOptions.demo());
    }

    @AfterEach
    void endSimulator() {
        simulator.close();
    }

    private Template level2(Template.Column... columns) {
        return Template.of("Displays", new Template.Scope.Zone("zone-HHL2", "Level 2"), List.of(columns));
    }

    private TemplateStage open(Template template) {
        return new TemplateStage(simulator, Role.USER, template);
    }

    private DemoModule module(String room, String name, int ordinal) {
        return TemplateStage.room(simulator, room).modules().stream()
                .map(id -> simulator.building().module(id).orElseThrow())
                .filter(module -> module.name().equals(name)).skip(ordinal - 1L).findFirst().orElseThrow();
    }

    @Test
    void anOrdinaryKeySeesTheRoomsOfAZoneAndWhatTheyLack() {
        try (TemplateStage stage = open(level2(TemplateStage.joined("Display_*/power"),
                TemplateStage.joined("Display_2/connected"), TemplateStage.joined("Nonsense")))) {
            stage.live();
            assertThat(stage.titles()).containsExactly("Boardroom 2.01", "Focus 2.04", "Huddle 2.08", "Meeting 2.02",
                    "Meeting 2.03", "Meeting 2.06", "Phone 2.07", "Studio 2.05");
            assertThat(stage.cells("Phone 2.07")).containsExactly("no Display", "no Display", "▲ wrong pattern");
            assertThat(stage.cells("Meeting 2.02").get(0)).matches("true|false");
            assertThat(stage.cells("Meeting 2.02").get(1)).isEqualTo("no Display_2");
            assertThat(stage.cells("Studio 2.05").get(0)).matches("(true|false), (true|false)");
            assertThat(stage.row("Phone 2.07").orElseThrow().cell(stage.model().columns().getFirst())
                    .words(Instant.EPOCH)).isEqualTo("This room has no Display.");
        }
    }

    @Test
    void aStoppedModuleIsSaidAndComesBack() {
        try (TemplateStage stage = open(level2(TemplateStage.joined("Display_1/power"),
                TemplateStage.joined("Blinds_1/position")))) {
            stage.settled();
            assertThat(stage.row(BOARDROOM).orElseThrow().cell(stage.model().columns().get(1)).text())
                    .isEqualTo("■ stopped");
            module("Meeting 2.02", "Display", 1).stop();
            TemplateColumn power = stage.model().columns().getFirst();
            stage.until("Display_1 stopped", () -> stage.row("Meeting 2.02").orElseThrow().cell(power).text()
                    .equals("■ stopped"));
            assertThat(stage.row("Meeting 2.02").orElseThrow().cell(power).mark()).isEqualTo(Mark.STOPPED);
            module("Meeting 2.02", "Display", 1).start();
            stage.until("Display_1 live", () -> stage.row("Meeting 2.02").orElseThrow().cell(power).mark()
                    == Mark.GOOD);
        }
    }

    @Test
    void roomsJoinAndLeaveAndAreSaid() {
        try (TemplateStage stage = open(level2(TemplateStage.joined("Lighting_1/connected")))) {
            stage.live();
            DemoSystem focus = TemplateStage.room(simulator, "Focus 2.04");
            simulator.building().setZones(focus.id(), focus.zones().subList(0, 2));
            stage.until("it to leave", () -> !stage.titles().contains("Focus 2.04"));
            assertThat(stage.model().happenedProperty().get()).startsWith("Focus 2.04 left at ");
            assertThat(stage.model().rooms()).isEqualTo(7);
            simulator.building().setZones(focus.id(), focus.zones());
            stage.until("it to join", () -> stage.cells("Focus 2.04").equals(List.of("true")));
            assertThat(stage.model().happenedProperty().get()).startsWith("Focus 2.04 joined at ");
        }
    }

    @Test
    void aRoomThatIsInAZoneBelowAloneBelongsToTheZoneAbove() {
        DemoSystem focus = TemplateStage.room(simulator, "Focus 2.04");
        simulator.building().setZones(focus.id(), List.of("zone-HHExecutive"));
        try (TemplateStage stage = open(level2(TemplateStage.joined("Lighting_1/connected")))) {
            stage.until("it to be there", () -> stage.cells("Focus 2.04").equals(List.of("true")));
        }
    }

    @Test
    void modulesThatComeGoAndMoveAreFollowed() {
        try (TemplateStage stage = open(level2(TemplateStage.each("Display_*/power"),
                TemplateStage.joined("Display_*/input")))) {
            stage.live();
            assertThat(stage.headings()).containsExactly("power 1", "power 2", "input");
            DemoSystem board = TemplateStage.room(simulator, BOARDROOM);
            DemoSystem studio = TemplateStage.room(simulator, "Studio 2.05");
            for (DemoSystem room : List.of(board, studio)) {
                simulator.building().setModules(room.id(), room.modules().subList(1, room.modules().size()));
            }
            stage.until("one column, instead of " + stage.headings(),
                    () -> stage.headings().equals(List.of("power", "input")));
            simulator.building().setModules(board.id(), board.modules());
            stage.until("two again", () -> stage.headings().equals(List.of("power 1", "power 2", "input"))
                    && stage.cells("Studio 2.05").get(1).equals("no Display_2"));

            // the addresses are the same, and mean others
            List<String> swapped = new ArrayList<>(board.modules());
            Collections.swap(swapped, 0, 1);
            simulator.building().setModules(board.id(), swapped);
            TemplateColumn first = stage.model().columns().getFirst();
            stage.until("the remap to be told", () -> stage.row(BOARDROOM).orElseThrow().cell(first).words(Instant.EPOCH)
                    .contains("the address means another module"));
        }
    }

    @Test
    void roomsSortByAnyColumnAndThoseWithoutAValueComeLast() {
        try (TemplateStage stage = open(level2(TemplateStage.joined("Display_1/volume")))) {
            stage.live();
            int[] volume = {11};
            for (String room : List.of("Meeting 2.06", BOARDROOM, "Focus 2.04")) {
                module(room, "Display", 1).exec("volume", List.of(JsonNodeFactory.instance.numberNode(volume[0]++)))
                        .join();
            }
            String column = stage.model().columns().getFirst().id();
            stage.model().sort(Optional.of(new Template.Sort(column, true)));
            stage.until("the order", () -> stage.titles().subList(0, 3).equals(List.of("Meeting 2.06", BOARDROOM,
                    "Focus 2.04")) && stage.titles().getLast().equals("Phone 2.07"));
            module(BOARDROOM, "Display", 1).exec("volume", List.of(JsonNodeFactory.instance.numberNode(3))).join();
            stage.until("the order to follow", () -> stage.titles().getFirst().equals(BOARDROOM));
            stage.model().sort(Optional.of(new Template.Sort(column, false)));
            stage.until("the last to stay", () -> stage.titles().getLast().equals("Phone 2.07")
                    && stage.titles().get(stage.titles().size() - 2).equals(BOARDROOM));
            stage.model().filterProperty().set("meeting 2");
            assertThat(stage.titles()).hasSize(3).allMatch(title -> title.startsWith("Meeting"));
            assertThat(stage.memory().latest().sort()).contains(new Template.Sort(column, false));
        }
    }

    @Test
    void aSearchAndPickedSystemsAreScopesToo() {
        try (TemplateStage stage = open(Template.of("Search", new Template.Scope.Search("boardroom"),
                List.of(TemplateStage.joined("Display_1/power"))))) {
            stage.live();
            assertThat(stage.titles()).contains(BOARDROOM).allMatch(title -> title.startsWith("Boardroom"));
        }
        String phone = TemplateStage.room(simulator, "Phone 2.07").id();
        try (TemplateStage stage = open(Template.of("Picked", new Template.Scope.Systems(List.of(
                new Template.Picked(phone, "as it was called"), new Template.Picked("sys-gone", "Old room"))),
                List.of(TemplateStage.joined("Lighting_1/connected"))))) {
            stage.until("both to be told", () -> stage.cells("Phone 2.07").equals(List.of("true"))
                    && stage.cells("Old room").equals(List.of("▲ no such system")));
        }
    }

    @Test
    void aPartOfAValueIsShownAndTheWholeIsKept() {
        try (TemplateStage stage = open(Template.of("Bookings", new Template.Scope.Zone("zone-HarbourHouse", "HH"),
                List.of(TemplateStage.joined("Bookings_1/next_booking/title"),
                        TemplateStage.joined("Bookings_1/bookings/0/host"),
                        TemplateStage.joined("Bookings_1/room_name"))))) {
            stage.until("a room's own name without quotes", () -> stage.cells(BOARDROOM).size() == 3
                    && stage.cells(BOARDROOM).get(2).equals(BOARDROOM));
            stage.until("a host", () -> stage.model().shown().shown().stream()
                    .map(row -> row.cell(stage.model().columns().get(1)).text())
                    .anyMatch(text -> text.matches("\\p{Lu}\\p{L}+ \\p{L}.*")));
        }
    }

    @Test
    void withoutAConnectionEveryCellSaysSo() {
        try (TemplateStage stage = open(level2(TemplateStage.joined("Display_*/power")))) {
            stage.live();
            simulator.close();
            stage.until("last known", () -> stage.cells("Meeting 2.02").getFirst().matches("◔ (true|false)")
                    && stage.cells("Studio 2.05").getFirst().matches("◔ (true|false), ◔ (true|false)"));
            TemplateCell cell = stage.row("Meeting 2.02").orElseThrow().cell(stage.model().columns().getFirst());
            assertThat(cell.spoken(stage.connection().now())).contains("last known");
            assertThat(cell.words(stage.connection().now())).contains("The connection is down");
        }
    }

    @Test
    void anotherDefinitionKeepsWhatStaysLive() {
        Template first = level2(TemplateStage.joined("Display_1/power"));
        try (TemplateStage stage = open(first)) {
            stage.live();
            TemplateCell before = stage.row(BOARDROOM).orElseThrow().cell(stage.model().columns().getFirst());
            stage.model().define(first.plus(TemplateStage.joined("Display_1/input")));
            assertThat(stage.row(BOARDROOM).orElseThrow().cell(stage.model().columns().getFirst())).isSameAs(before);
            assertThat(before.mark()).isEqualTo(Mark.GOOD);
            stage.live();
            stage.model().define(stage.memory().latest().over(new Template.Scope.Search("lab")));
            stage.live();
            assertThat(stage.titles()).containsExactly("Lab 3.08");
            assertThat(stage.memory().latest().columns()).hasSize(2);
        }
    }

    @Test
    void ofTooManyCellsOnlyThoseInSightAreBoundAndTheRoomsStillSort() {
        int rooms = TemplateSystems.PAGE + 400;
        try (Simulator large = Simulator.start(SimulatorOptions.demo().systems(rooms));
                TemplateStage stage = new TemplateStage(large, Role.USER, Template.of("All",
                        new Template.Scope.Zone("zone-DemoOrg", "Demo"), List.of(
                                TemplateStage.joined("Lighting_1/level"), TemplateStage.joined("Lighting_1/power"),
                                TemplateStage.joined("Lighting_1/scene"), TemplateStage.joined("Lighting_1/connected"),
                                TemplateStage.joined("Lighting_1/firmware"),
                                TemplateStage.joined("Lighting_1/energy_kwh"))))) {
            stage.until("all rooms", () -> stage.model().rooms() == rooms && stage.titles().size() == rooms);
            assertThat(stage.model().sparseProperty().get()).isTrue();
            stage.model().inSight(0, 30);
            stage.until("those in sight to be live", () -> stage.cells(stage.titles().get(30)).get(3).equals("true"));
            stage.model().inSight(500, 530);
            String there = stage.titles().get(515);
            stage.until("those in sight now to be live", () -> stage.cells(there).get(3).equals("true"));
            assertThat(stage.cells(stage.titles().getFirst()).getFirst()).isEqualTo("…");
            assertThat(stage.model().count().variables()).isBetween(100, 6 * 60);
            stage.model().sort(Optional.of(new Template.Sort(TemplateColumn.ROOM, false)));
            assertThat(stage.titles().getFirst()).startsWith("Workshop");
            stage.model().filterProperty().set("boardroom");
            stage.model().inSight(0, 30);
            stage.until("what is left to be live", () -> !stage.model().shown().shown().isEmpty()
                    && stage.titles().stream().limit(20).allMatch(title -> stage.cells(title).get(3).equals("true")));
        }
    }

    @Test
    void copiesHaveFullValuesAndTheirQuality() {
        try (TemplateStage stage = open(level2(TemplateStage.joined("Display_*/input"),
                TemplateStage.joined("Blinds_1/position"), TemplateStage.joined("Lighting_1/scenes")))) {
            stage.settled();
            ExportTable table = TemplateExport.table(new TemplateExport.Part(
                    List.of(stage.row(BOARDROOM).orElseThrow(), stage.row("Phone 2.07").orElseThrow()),
                    List.copyOf(stage.model().columns())), stage.connection().now());
            assertThat(table.columns()).containsExactly("room", "system_id", "input", "input quality", "input changed",
                    "position", "position quality", "position changed", "scenes", "scenes quality", "scenes changed");
            List<Cell> boardroom = table.rows().getFirst();
            assertThat(boardroom.getFirst()).isEqualTo(Cell.text(BOARDROOM));
            assertThat(((Cell.Json) boardroom.get(2)).json()).matches("\\[\"\\w+\",\"\\w+\"]");
            assertThat(boardroom.get(3)).isEqualTo(Cell.text("live, live"));
            assertThat(boardroom.get(6)).isEqualTo(Cell.text("module stopped"));
            assertThat(((Cell.Json) boardroom.get(8)).json()).startsWith("[\"full\"");
            assertThat(boardroom.get(10)).isInstanceOf(Cell.Time.class);
            List<Cell> phone = table.rows().getLast();
            assertThat(phone.get(2)).isEqualTo(Cell.empty());
            assertThat(phone.get(3)).isEqualTo(Cell.text("no Display"));
        }
    }
}
