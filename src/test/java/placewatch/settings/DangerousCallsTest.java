package placewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/// Which calls ask first.
class DangerousCallsTest {

    private final DangerousCallsJson format = new DangerousCallsJson();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            power           | false  | power(false)
            power           | ' false ' | power(false)
            power           | "off"  | power("off")
            power           | true   |
            power           |        |
            power?          |        |
            set_power_state | false  | power(false)
            power_level     | 0      |
            power_off       |        | power off
            powerOff        |        | power off
            power_off_later |        | power off
            poweroff        |        | poweroff
            shut_down       |        | shut down
            Shutdown!       |        | shutdown
            reboot          |        | reboot
            restart_all     |        | restart
            reset!          |        | reset
            reset?          |        |
            preset          | 1      |
            recall_preset   | 1      |
            factory_reset   | true   | reset
            deleteUser      | "x"    | delete
            remove_all      |        | remove
            removed         |        |
            firmware_update |        | firmware
            volume          | 30     |
            information     |        |
            """)
    void theUsualOnes(String function, String argument, String reason) {
        assertThat(DangerousCalls.usual().reason(function, argument == null ? List.of() : List.of(argument)).orElse(null))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *_off      | power_off    | true
            *_off      | power_off_x  | false
            stop*      | stop_all     | true
            stop*      | unstop       | false
            set*mode   | set_x_mode   | true
            set*mode   | set_mode_x   | false
            a*a        | a            | false
            *          | anything     | true
            FACTORY    | my_factory   | true
            mute(true) | mute         | true
            """)
    void patternsOfOnesOwn(String pattern, String function, boolean asks) {
        assertThat(new DangerousCalls(List.of(pattern)).reason(function, List.of("true")).isPresent()).isEqualTo(asks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"()", "power(", "(false)", "--", ")x("})
    void whatIsNoPatternIsSaid(String pattern) {
        assertThatThrownBy(() -> new DangerousCalls(List.of(pattern))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(pattern);
    }

    @Test
    void theyComeBackAndABrokenListDoesNotLetAllThrough() {
        DangerousCalls own = new DangerousCalls(List.of("  ü_*", "", "power(false)", "power(false)"));
        assertThat(format.read(format.write(own))).isEqualTo(own);
        assertThat(own.patterns()).containsExactly("ü_*", "power(false)");
        assertThatThrownBy(() -> format.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> format.read("{".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JacksonException.class);
    }
}
