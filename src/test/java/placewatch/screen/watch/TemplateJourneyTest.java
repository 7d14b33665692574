package placewatch.screen.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import placewatch.control.status.ValueView;
import placewatch.settings.Template;
import placewatch.settings.Templates;
import placewatch.settings.TemplatesJson;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.DemoSystem;

/// A template, as those see it who look after many rooms.
class TemplateJourneyTest {

    private static final String BOARDROOM = "Boardroom 2.01";
    private static final Template.Scope LEVEL_2 = new Template.Scope.Zone("zone-HHL2", "Level 2");

    private Simulator simulator;
    private TemplateWindow window;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() throws TimeoutException {
        simulator = Simulator.start(SimulatorOptions.demo());
        window = new TemplateWindow(simulator);
    }

    @AfterEach
    void close() {
        window.close();
        simulator.close();
    }

    private Template displays() {
        window.until("what the building has", () -> window.offers().offered().size() == TemplateReady.ALL);
        return window.offers().offered().stream().filter(ready -> ready.name().equals("Displays")).findFirst()
                .orElseThrow().over(LEVEL_2);
    }

    @Test
    void displaysOverALevelWhileRoomsJoinLeaveAndLoseTheirDisplay() {
        TemplateStage.Memory memory = window.open(displays());
        window.untilSays("Phone 2.07", "Power", "no Display");
        window.untilSays("Meeting 2.02", "Connected", "true");
        window.untilSays("Studio 2.05", "Power", "(true|false), (true|false)");
        window.untilSays(BOARDROOM, "Connected", "true, false");
        assertThat(window.spoken(BOARDROOM, "Connected")).contains("Display_1 true, live").contains("Display_2 false, live");
        assertThat(window.spoken("Phone 2.07", "Power")).isEqualTo("Power, no Display");
        window.until("all to be counted live", () -> window.words(TemplateView.NOTE)
                .matches("8 rooms, \\d+ variables, live"));

        // a room leaves the level and comes back, another loses its display
        DemoSystem focus = TemplateStage.room(simulator, "Focus 2.04");
        DemoSystem meeting = TemplateStage.room(simulator, "Meeting 2.02");
        simulator.building().setZones(focus.id(), focus.zones().subList(0, 2));
        simulator.building().setModules(meeting.id(), meeting.modules().subList(1, meeting.modules().size()));
        window.until("it to leave", () -> !window.rooms().contains("Focus 2.04"));
        assertThat(window.note()).contains("7 rooms").contains("Focus 2.04 left at ");
        window.untilSays("Meeting 2.02", "Power", "no Display");
        simulator.building().setZones(focus.id(), focus.zones());
        simulator.building().setModules(meeting.id(), meeting.modules());
        window.untilSays("Focus 2.04", "Connected", "true");
        window.untilSays("Meeting 2.02", "Power", "true|false");

        // sorted, and the same after a restart
        window.sortDescending("Room");
        window.until("the last room first", () -> window.rooms().getFirst().equals("Studio 2.05"));
        Templates kept = new TemplatesJson().read(new TemplatesJson().write(Templates.none().with(memory.latest())));
        window.open(kept.all().getFirst());
        window.until("the order to be kept", () -> window.rooms().size() == 8
                && window.rooms().getFirst().equals("Studio 2.05"));
        window.untilSays(BOARDROOM, "Connected", "true, false");
    }

    @Test
    void aChosenCellIsShownWholeAndKeepsItsPlaceWhileRoomsAreSorted() {
        window.open(displays());
        window.untilSays(BOARDROOM, "Input", "\\w+, \\w+");
        window.clickCell(BOARDROOM, "Input");
        window.until("the room beside it", () -> window.words(TemplateView.DETAIL_ROOM)
                .equals(BOARDROOM + " · Display_1"));
        window.see(ValueView.VALUE_TREE);
        window.sortDescending("Room");
        window.until("it to be sorted", () -> window.rooms().getFirst().equals("Studio 2.05"));
        assertThat(window.chosenRoom()).isEqualTo(BOARDROOM);
        double left = window.moveDivider(-0.1);

        window.robot().push(KeyCode.SHORTCUT, KeyCode.C);
        window.until("the copy", () -> Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("")
                .replace("\"", "").matches("room\tsystem_id\tInput\tInput quality\tInput changed\n" + BOARDROOM
                        + "\t\\S+\t\\[\\w+,\\w+]\tlive, live\t\\S+\n"));
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
        window.until("the copy as JSON", () -> Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("")
                .contains("\"Input quality\""));

        // where it leads
        Node cell = TemplateWindow.fx(() -> window.cell(TemplateView.TABLE, BOARDROOM, "Input").orElseThrow());
        window.robot().rightClickOn(cell);
        window.robot().clickOn("Pin to a watch table");
        window.until("both to be pinned", () -> window.pinned().stream().map(key -> key.module().slug()).toList()
                .equals(List.of("Display_1", "Display_2")));
        window.robot().rightClickOn(cell);
        window.robot().clickOn("Open the system in Explore");
        window.until("it to be opened", () -> window.opened().equals(List.of(BOARDROOM)));

        window.click(ValueView.VALUE_CLOSE);
        window.until("all the room for the table", () -> window.words(TemplateView.DETAIL_ROOM).isEmpty());
        window.clickCell(BOARDROOM, "Input");
        window.until("the value to stand as wide as it was left", () -> Math.abs(window.divider() - left) < 0.01);
    }

    @Test
    void aNewTemplateIsDefinedWithAPreviewAndEditedAgain() {
        window.until("what the building has", () -> window.offers().offered().size() == TemplateReady.ALL);
        List<TemplateStage.Memory> saved = new ArrayList<>();
        window.create(saved::add);
        Label lacks = window.see(TemplateForm.LACKS);
        window.type(TemplateForm.NAME, "Taken");
        window.until("a name that is taken", () -> lacks.getText().equals("Another template is called “Taken”."));
        window.type(TemplateForm.NAME, "Lights");
        window.until("a zone to be missing", () -> lacks.getText().equals("Choose a zone."));
        window.type(TemplateForm.ZONE_FILTER, "harbour level 3");
        window.clickLine(TemplateForm.ZONES, "Placewatch Demo › Harbour House › Level 3");
        window.type(TemplateForm.pattern(0), "Lighting");
        window.until("what is wrong", () -> window.words(TemplateForm.wrong(0))
                .startsWith("▲ This names no module."));
        window.type(TemplateForm.pattern(0), "Lighting_1/level");
        window.until("the first rooms", () -> window.cell(TemplateForm.PREVIEW, "Auditorium 3.01", "level").isPresent());
        window.click(TemplateForm.SAVE);
        window.until("it to be saved", () -> saved.size() == 1);
        Template template = saved.getFirst().latest();
        assertThat(template.name()).isEqualTo("Lights");
        assertThat(template.scope()).isEqualTo(new Template.Scope.Zone("zone-HHL3", "Level 3"));

        TemplateStage.Memory memory = window.open(template);
        window.untilSays("Auditorium 3.01", "level", "\\d+");
        window.click(TemplateView.EDIT);
        window.click(TemplateForm.scope(TemplateScopeModel.Kind.SYSTEMS));
        window.type(TemplateForm.PICK_SEARCH, "phone");
        window.clickLine(TemplateForm.FOUND, "Phone 2.07");
        window.until("it to be picked", () -> memory.latest().equals(template));
        window.clickLine(TemplateForm.PICKED, "Phone 2.07");
        window.clickLine(TemplateForm.FOUND, "Phone 1.06");
        window.click(TemplateForm.SAVE);
        window.untilSays("Phone 1.06", "level", "\\d+");
        assertThat(window.titles()).containsExactly("Phone 1.06");
        assertThat(memory.latest().scope()).isEqualTo(new Template.Scope.Systems(List.of(
                new Template.Picked(TemplateStage.room(simulator, "Phone 1.06").id(), "Phone 1.06"))));
    }
}
