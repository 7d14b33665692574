package placewatch.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;

class AxesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Series series(String name, String value) {
        Recording recording = new Recording(new StatusRow(new StatusKey(new ModuleAddress("s", "M", 1), name)));
        recording.row().recent().value(value, NOON);
        recording.take(NOON);
        return new Series(recording, 0);
    }

    private final Series indoor = series("indoor_temperature", "21");
    private final Series humidity = series("humidity", "40");
    private final Series outdoor = series("outdoor_temperature", "3");
    private final Series volume = series("volume", "30");
    private final Series power = series("power", "true");

    @Test
    void seriesOfOneUnitShareAnAxis() {
        Axes axes = new Axes(List.of(power, indoor, humidity, outdoor, volume));
        assertThat(axes.shown(Side.LEFT)).containsExactly(indoor, outdoor);
        assertThat(axes.shown(Side.RIGHT)).containsExactly(humidity, volume);
        assertThat(axes.switches()).containsExactly(power);
        assertThat(axes.units(Side.LEFT)).isEqualTo("°C");
        assertThat(axes.units(Side.RIGHT)).isEqualTo("%");
    }

    @Test
    void whereThePersonMovesASeriesCountsMore() {
        indoor.sideProperty().set(Side.RIGHT);
        Axes axes = new Axes(List.of(indoor, outdoor, humidity));
        assertThat(axes.of(indoor)).isEqualTo(Side.RIGHT);
        assertThat(axes.of(outdoor)).isEqualTo(Side.LEFT);
        assertThat(axes.of(humidity)).isEqualTo(Side.RIGHT);
    }

    @Test
    void hiddenOnesKeepTheirPlaceAndAreNotShown() {
        indoor.hiddenProperty().set(true);
        Axes axes = new Axes(List.of(indoor, humidity));
        assertThat(axes.shown(Side.LEFT)).isEmpty();
        assertThat(axes.shown(Side.RIGHT)).containsExactly(humidity);
    }
}
