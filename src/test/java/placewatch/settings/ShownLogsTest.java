package placewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the console had in it, on disk and back.
class ShownLogsTest {

    private final ShownLogsJson format = new ShownLogsJson();

    private ShownLogs read(String json) {
        return format.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsRead() {
        ShownLogs logs = new ShownLogs("level:warn+ \"ü\"", List.of(
                new ShownLogs.Stream("mod-1", "sys-1", "Display_1", "Boardroom 2.01"),
                new ShownLogs.Stream("mod-2", "sys-1", "Room_101_1", "")));
        assertThat(format.read(format.write(logs))).isEqualTo(logs);
        assertThat(format.read(format.write(ShownLogs.none()))).isEqualTo(ShownLogs.none());
        assertThat(read("{\"new\":1}")).isEqualTo(ShownLogs.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"filter\":1}", "{\"streams\":{}}", "{\"streams\":[1]}",
        "{\"streams\":[{\"module\":\"m\",\"system\":\"s\"}]}", "{\"streams\":[{\"module\":1}]}"})
    void whatCannotBeIsSaid(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class).message().isNotBlank();
    }
}
