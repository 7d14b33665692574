package placewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.settings.LogSettings.Among;
import placewatch.settings.LogSettings.Colours;
import placewatch.settings.LogSettings.Filter;
import placewatch.settings.LogSettings.Lines;
import placewatch.settings.LogSettings.ToFile;
import placewatch.settings.LogSettings.Writing;
import tools.jackson.core.JacksonException;

/// How the log is kept and shown, on disk and back.
class LogSettingsTest {

    private final LogSettingsJson format = new LogSettingsJson();

    private LogSettings read(String json) {
        return format.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsRead() {
        LogSettings settings = new LogSettings(250_000, List.of(new Filter("Lamps “ü”", "lamp -\"ok\"\n"),
                new Filter("Errors", "level:error+")), List.of("level:warn+", "/a|b/"), Among.LEFT_OUT, Among.SHOWN,
                Colours.STRIPPED, new ToFile(Writing.ON, "/var/log/räume.log", 2_000_000_000L, 0, Lines.JSON_LINES));
        assertThat(format.read(format.write(settings))).isEqualTo(settings);
        assertThat(format.read(format.write(LogSettings.usual()))).isEqualTo(LogSettings.usual());
        assertThat(LogSettings.usual().mostLines()).isEqualTo(1_000_000);
    }

    @Test
    void whatANewerVersionAddedIsIgnored() {
        assertThat(read("{}")).isEqualTo(LogSettings.usual());
        assertThat(read("""
                {"lines": 20000, "colours": "pastel", "calls": "left_out", "new": [1],
                 "file": {"writing": "sometimes", "path": "a.log", "lines": "xml", "zip": true}}
                """)).isEqualTo(LogSettings.usual().withMostLines(20_000).withCalls(Among.LEFT_OUT)
                .withFile(new ToFile(Writing.OFF, "a.log", ToFile.USUAL_BYTES, ToFile.USUAL_KEPT, Lines.TEXT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"lines\":9999}", "{\"lines\":5000001}", "{\"lines\":\"20000\"}", "{\"lines\":20000.5}",
        "{\"lines\":4294987296}", "{\"saved\":{}}", "{\"saved\":[{\"name\":\"a\"}]}", "{\"saved\":[{\"name\":\" \",\"text\":\"a\"}]}",
        "{\"recent\":[1]}", "{\"colours\":true}", "{\"file\":[]}", "{\"file\":{\"writing\":\"on\"}}",
        "{\"file\":{\"bytes\":1}}", "{\"file\":{\"kept\":-1}}", "{\"file\":{\"kept\":1000}}", "{\"file\":{\"path\":null}}",
        "{\"lines\":99999999999999999999999}"})
    void whatCannotBeIsSaid(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class).message().isNotBlank();
    }

    @Test
    void whatIsNoJsonIsSaid() {
        assertThatThrownBy(() -> read("{\"lines\":")).isInstanceOf(JacksonException.class);
    }

    @Test
    void theLatestFiltersStandFirstOnceAndThereIsAnEnd() {
        LogSettings settings = LogSettings.usual();
        for (int i = 0; i < 30; i++) {
            settings = settings.withRecent("lamp " + i % 15);
        }
        assertThat(settings.recent()).hasSize(LogSettings.MOST_RECENT).doesNotHaveDuplicates().startsWith("lamp 14", "lamp 13");
        assertThat(settings.withRecent("lamp 10 ").recent()).startsWith("lamp 10", "lamp 14").hasSize(LogSettings.MOST_RECENT);
        assertThat(settings.withRecent(" ").recent()).isEqualTo(settings.recent());
    }

    @Test
    void aSavedFilterTakesThePlaceOfTheOneOfItsName() {
        LogSettings settings = LogSettings.usual().withSaved(new Filter("A", "1")).withSaved(new Filter("B", "2"))
                .withSaved(new Filter("a", "3"));
        assertThat(settings.saved()).containsExactly(new Filter("a", "3"), new Filter("B", "2"));
        assertThat(settings.withoutSaved("A ").saved()).containsExactly(new Filter("B", "2"));
    }

    @Test
    void theOtherChoices() {
        LogSettings settings = LogSettings.usual().withConnection(Among.LEFT_OUT).withColours(Colours.STRIPPED);
        assertThat(settings.connection()).isEqualTo(Among.LEFT_OUT);
        assertThat(settings.colours()).isEqualTo(Colours.STRIPPED);
        ToFile file = new ToFile(Writing.OFF, "a.log", 1_000_000, 3, Lines.TEXT).with(Writing.ON);
        assertThat(settings.withFile(file).file().writing()).isEqualTo(Writing.ON);
        assertThatThrownBy(() -> ToFile.usual().with(Writing.ON)).isInstanceOf(IllegalArgumentException.class);
    }
}
