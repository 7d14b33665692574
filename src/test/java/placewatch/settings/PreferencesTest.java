package placewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    private static final TableLayout ARRANGED = new TableLayout(
            List.of(new TableLayout.Column("name", 120, true)), List.of(new TableLayout.Sort("name", false)));

    @Test
    void changingOneThingKeepsTheOthers() {
        Preferences changed = Preferences.initial()
                .withTheme(Preferences.Theme.DARK)
                .withWindow(new WindowPlace(1, 2, 300, 400, true))
                .withSplitter("explore", List.of(0.25, 0.5))
                .withTable("status", ARRANGED)
                .withFavourites("https://a.example", Map.of("sys-1", "Boardroom"))
                .withFavourites("https://b.example", Map.of("sys-2", "Foyer"))
                .withSplitter("logs", List.of(0.7));

        assertThat(changed.theme()).isEqualTo(Preferences.Theme.DARK);
        assertThat(changed.window()).contains(new WindowPlace(1, 2, 300, 400, true));
        assertThat(changed.splitters()).isEqualTo(Map.of("explore", List.of(0.25, 0.5), "logs", List.of(0.7)));
        assertThat(changed.favourites()).isEqualTo(Map.of("https://a.example", Map.of("sys-1", "Boardroom"),
                "https://b.example", Map.of("sys-2", "Foyer")));
        assertThat(changed.withFavourites("https://a.example", Map.of()).favourites())
                .containsOnlyKeys("https://b.example");
        assertThat(changed.tables()).isEqualTo(Map.of("status", ARRANGED));
    }

    @Test
    void aConnectionThatIsAsUsualIsForgotten() {
        ConnectionSettings slow = new ConnectionSettings(
                ConnectionSettings.Values.DETECT, Duration.ofMinutes(5), List.of());
        Preferences changed = Preferences.initial().withConnection("https://a", slow)
                .withTheme(Preferences.Theme.DARK).withConnection("https://b", slow);
        assertThat(changed.connections()).containsOnlyKeys("https://a", "https://b");
        assertThat(changed.withConnection("https://a", ConnectionSettings.usual()).connections())
                .isEqualTo(Map.of("https://b", slow));
    }

    @Test
    void aDeadlineForExecsHasBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConnectionSettings(
                ConnectionSettings.Values.RAW, Duration.ofMillis(999), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConnectionSettings(
                ConnectionSettings.Values.RAW, Duration.ofMillis(600_001), List.of()));
    }

    @Test
    void nobodyChangesThemFromOutside() {
        List<Double> positions = new ArrayList<>(List.of(0.5));
        Preferences preferences = Preferences.initial().withSplitter("explore", positions);
        positions.set(0, 0.9);
        assertThat(preferences.splitters()).containsEntry("explore", List.of(0.5));
    }

    @Test
    void whatNoWindowCanBeIsRefused() {
        Preferences preferences = Preferences.initial();
        assertThatIllegalArgumentException().isThrownBy(() -> new WindowPlace(0, 0, 0, 10, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new WindowPlace(0, 0, 10, Double.NaN, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new WindowPlace(Double.NaN, 0, 10, 10, false));
        assertThatIllegalArgumentException().isThrownBy(() -> preferences.withSplitter("a", List.of(1.5)));
        assertThatIllegalArgumentException().isThrownBy(() -> preferences.withSplitter("a", List.of(Double.NaN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableLayout.Column("c", Double.POSITIVE_INFINITY, true));
        TableLayout.Column column = new TableLayout.Column("c", 1, true);
        assertThatIllegalArgumentException().isThrownBy(() -> new TableLayout(List.of(column, column), List.of()));
    }
}
