package placewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class ChartsJsonTest {

    private static final Charts.Series TEMPERATURE =
            new Charts.Series("sys-1", "Environment", 2, "temperature", true, Charts.Axis.RIGHT);

    private static Charts read(String json) {
        return new ChartsJson().read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsRead() {
        Charts charts = new Charts(List.of(new Charts.Chart("Air “2”\n", "HOUR", Charts.Lines.STRAIGHT, List.of(TEMPERATURE)),
                new Charts.Chart("Empty", "ALL", Charts.Lines.STEPS, List.of())), 1);
        assertThat(new ChartsJson().read(new ChartsJson().write(charts))).isEqualTo(charts);
        assertThat(new ChartsJson().read(new ChartsJson().write(Charts.none()))).isEqualTo(Charts.none());
    }

    @Test
    void whatANewerVersionAddedIsIgnored() {
        assertThat(read("{\"charts\":[{\"name\":\"A\",\"colour\":1,\"range\":\"WEEK\",\"series\":[{\"system\":\"sys-1\","
                + "\"module\":\"Environment\",\"index\":2,\"name\":\"temperature\",\"hidden\":true,\"axis\":\"TOP\"}]}]}"))
                .isEqualTo(new Charts(List.of(new Charts.Chart("A", "WEEK", Charts.Lines.STEPS, List.of(new Charts.Series("sys-1",
                        "Environment", 2, "temperature", true, Charts.Axis.BY_UNIT)))), 0));
        assertThat(read("{}")).isEqualTo(Charts.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"charts\":{}}", "{\"charts\":[{\"name\":7}]}", "{\"charts\":[{\"name\":\" \"}]}",
            "{\"chosen\":3}", "{\"chosen\":\"1\"}",
            "{\"charts\":[{\"name\":\"A\",\"series\":[{\"system\":\"s\",\"module\":\"M\",\"name\":\"\"}]}]}",
            "{\"charts\":[{\"name\":\"A\",\"series\":[{\"system\":\"s\",\"module\":\"M\",\"index\":0,\"name\":\"v\"}]}]}"})
    void whatCannotBeIsSaid(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class).message().isNotBlank();
    }

    @Test
    void whatIsNoJsonIsSaid() {
        assertThatThrownBy(() -> read("{\"charts\":")).isInstanceOf(JacksonException.class);
    }

    @Test
    void nineSeriesAreTooMany() {
        List<Charts.Series> nine = IntStream.range(0, 9).mapToObj(_ -> TEMPERATURE).toList();
        assertThatThrownBy(() -> new Charts.Chart("A", "HOUR", Charts.Lines.STEPS, nine)).isInstanceOf(IllegalArgumentException.class);
    }
}
