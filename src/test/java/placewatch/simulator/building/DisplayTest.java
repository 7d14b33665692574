package placewatch.simulator.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static placewatch.simulator.building.FrozenHouse.answer;
import static placewatch.simulator.building.FrozenHouse.exec;
import static placewatch.simulator.building.FrozenHouse.value;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private final FrozenHouse house = new FrozenHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theSecondDisplayOfTheBoardroomComesBackAfterTenMinutes() {
        DemoModule display = house.boardroom("Display_2");
        assertThat(value(display, "connected")).isEqualTo("false");
        Observed observed = new Observed(house.building());
        house.advance(Duration.ofMinutes(9));
        assertThat(display.connected()).isFalse();
        assertThat(observed.of(display)).contains("[debug] connecting…\nIO::TimeoutError: connect timed out");
        assertThatThrownBy(() -> exec(display, "mute").join())
                .hasRootCauseInstanceOf(DriverFault.class)
                .hasRootCauseMessage("module raised: no answer from " + display.ip() + ":1515 (IO::TimeoutError)");
        house.advance(Duration.ofMinutes(1));
        assertThat(display.connected()).isTrue();
        assertThat(observed.values(display, "connected")).containsExactly("true");
        assertThat(answer(display, "mute").asBoolean()).isTrue();
    }

    @Test
    void aDisplayDropsOffTheNetworkNowAndThenAndReturns() {
        DemoModule display = house.boardroom("Display_1");
        display.state();
        Observed observed = new Observed(house.building());
        house.advance(Duration.ofHours(4));
        assertThat(observed.values(display, "connected")).hasSizeGreaterThanOrEqualTo(2)
                .startsWith("false", "true");
        assertThat(observed.of(display)).contains("[warn] connection lost: read timed out", "[info] connected");
    }

    @Test
    void aRebootTakesItAwayForTwentySeconds() {
        DemoModule display = house.module("sys-DemoMeet202", "Display_1");
        assertThat(answer(display, "reboot").asString()).isEqualTo("rebooting");
        assertThat(display.connected()).isFalse();
        house.seconds(20);
        assertThat(display.connected()).isTrue();
    }

    @Test
    void aVolumeAboveOneHundredIsRefused() {
        assertThatThrownBy(() -> exec(house.boardroom("Display_1"), "volume", 140).join())
                .hasRootCauseMessage("module raised: volume 140 is above 100 (ArgumentError)");
    }

    @Test
    void itsScheduleIsALargeObject() {
        String schedule = value(house.boardroom("Display_1"), "schedule");
        assertThat(schedule).hasSizeBetween(3500, 5000).startsWith("{\"on\":\"07:30\",\"off\":\"19:00\"");
    }

    @Test
    void oneMixerReportsAFaultUntilItIsCleared() {
        DemoModule mixer = house.module("sys-DemoTrain105", "Mixer_1");
        assertThat(value(mixer, "fault")).isEqualTo("\"amp overheat\"");
        Observed observed = new Observed(house.building());
        house.seconds(20);
        assertThat(observed.of(mixer)).anyMatch(line -> line.startsWith("[error] amp overheat\n"));
        answer(mixer, "clear_fault");
        assertThat(observed.values(mixer, "fault")).containsExactly("null");
        assertThat(mixer.state()).doesNotContainKey("fault");
    }
}
