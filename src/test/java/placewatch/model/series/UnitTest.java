package placewatch.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({"temperature,°C", "room_temperature,°C", "roomTemperature,°C", "supply_c,°C", "humidity,%",
            "fader_percent,%", "level_db,dB", "lux,lx", "ambient_lux,lx", "co2_ppm,ppm", "power_watts,W",
            "uptime_seconds,s", "latency_ms,ms"})
    void theEndOfANameSaysTheUnit(String name, String sign) {
        assertThat(Unit.of(name).sign()).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource({"volume", "c", "camera_a", "music", "temperature_sensors", "comic", "programs", "items"})
    void otherNamesSayNone(String name) {
        assertThat(Unit.of(name)).isEqualTo(Unit.NONE);
    }
}
