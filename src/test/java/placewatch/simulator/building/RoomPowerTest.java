package placewatch.simulator.building;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.simulator.building.FrozenHouse.answer;
import static placewatch.simulator.building.FrozenHouse.value;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomPowerTest {
    private final FrozenHouse house = new FrozenHouse();
    private final DemoModule system = house.boardroom("System_1");
    private final DemoModule display = house.boardroom("Display_1");
    private Observed observed;

    @BeforeEach
    void theRoomIsOff() {
        answer(system, "power", false);
        house.seconds(5);
        observed = new Observed(house.building());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void powerOnWarmsTheDisplayUpForSixSeconds() {
        assertThat(answer(system, "power", true).toString()).isEqualTo("true");
        assertThat(value(display, "warming")).isEqualTo("true");
        assertThat(value(display, "power")).isEqualTo("false");
        assertThat(value(display, "lamp_hours")).isEqualTo("not published");
        house.seconds(5);
        assertThat(value(display, "power")).isEqualTo("false");
        house.seconds(1);
        assertThat(value(display, "power")).isEqualTo("true");
        assertThat(value(display, "warming")).isEqualTo("false");
        assertThat(value(display, "lamp_hours")).matches("\\d{4}");
        assertThat(observed.values(display, "warming")).containsExactly("true", "false");
        assertThat(observed.values(display, "power")).containsExactly("true");
    }

    @Test
    void theStateOfTheRoomPassesThroughStartingAndStopping() {
        answer(system, "power", true);
        house.seconds(10);
        answer(system, "power", false);
        house.seconds(10);
        assertThat(observed.values(system, "state"))
                .containsExactly("\"starting\"", "\"on\"", "\"stopping\"", "\"off\"");
    }

    @Test
    void lightsMixerAndCameraGoWithThePower() {
        answer(system, "power", true);
        house.seconds(30);
        assertThat(value(house.boardroom("Lighting_1"), "scene")).isEqualTo("\"video_call\"");
        assertThat(value(house.boardroom("Lighting_1"), "level")).isEqualTo("76");
        assertThat(value(house.boardroom("Mixer_1"), "mute_main")).isEqualTo("false");
        answer(system, "power", false);
        house.seconds(30);
        assertThat(value(house.boardroom("Lighting_1"), "level")).isEqualTo("0");
        assertThat(value(house.boardroom("Mixer_1"), "mute_main")).isEqualTo("true");
    }

    @Test
    void blindsMoveStepByStepOnceTheyRun() {
        DemoModule blinds = house.boardroom("Blinds_1");
        answer(system, "power", true);
        assertThat(observed.of(blinds)).as("stopped").isEmpty();
        blinds.start();
        answer(system, "power", false);
        house.seconds(30);
        observed.forget();
        answer(system, "power", true);
        house.seconds(30);
        assertThat(observed.values(blinds, "position")).hasSize(12).endsWith("50", "55", "60");
        assertThat(observed.values(blinds, "moving")).containsExactly("true", "false");
    }

    @Test
    void theRoomWritesWhatItDoesAtSeveralLevels() {
        answer(system, "power", true);
        house.seconds(12);
        assertThat(observed.of(system)).contains("[notice] power on", "[info] room is ready")
                .anyMatch(line -> line.startsWith("[debug] calling Display.power(true)"))
                .anyMatch(line -> line.startsWith("[warn] Display_2.power failed: module raised: no answer from"))
                .anyMatch(line -> line.startsWith("[error] Display_2 should be on\n"));
        assertThat(observed.of(display)).containsSubsequence(
                "[debug] -> AA 11 01 01 01 14", "[debug] <- AA FF 01 03 41 11 01 56",
                "[info] power on, warming up (6 s)");
    }

    @Test
    void switchingOffWhileWarmingUpLeavesTheDisplayOff() {
        answer(system, "power", true);
        house.seconds(3);
        answer(system, "power", false);
        house.seconds(20);
        assertThat(value(display, "power")).isEqualTo("false");
        assertThat(observed.values(display, "power")).isEmpty();
    }

    @Test
    void theSwitcherFollowsWhatADisplayShows() {
        DemoModule switcher = house.boardroom("Switcher_1");
        answer(display, "switch_to", "display_port");
        assertThat(value(switcher, "output_1")).isEqualTo("3");
        assertThat(value(switcher, "outputs")).startsWith("{\"1\":3,");
        answer(display, "switch_to", "ops", 5);
        assertThat(value(display, "input")).isEqualTo("\"display_port\"");
        house.seconds(5);
        assertThat(value(display, "input")).isEqualTo("\"ops\"");
        assertThat(value(switcher, "output_1")).isEqualTo("4");
    }

    @Test
    void aValueThatIsAlreadyThereIsNotPublishedAgain() {
        answer(display, "volume", 55.0);
        answer(display, "volume", 55.0);
        assertThat(observed.values(display, "volume")).containsExactly("55.0");
    }
}
