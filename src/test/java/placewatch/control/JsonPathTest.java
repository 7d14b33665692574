package placewatch.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonPathTest {

    private static final JsonNode VALUE = JsonMapper.shared().readTree("""
            {"on": ["07:30", "08:00"], "Off": {"at night": "19:00"}, "level": 7}
            """);

    @Test
    void aPathIsWrittenAsPeopleWriteIt() {
        assertThat(new JsonPath(List.of("on", 0)).of("schedule")).isEqualTo("schedule.on[0]");
        assertThat(new JsonPath(List.of("Off", "at night")).of("schedule")).isEqualTo("schedule.Off[\"at night\"]");
        assertThat(new JsonPath(List.of()).of("schedule")).isEqualTo("schedule");
        assertThat(new JsonPath(List.of(3, "a")).of("list")).isEqualTo("list[3].a");
    }

    @Test
    void namesAndTextsAreFoundWhetherCapitalOrNot() {
        assertThat(JsonPath.find(VALUE, "0", 10).paths()).extracting(path -> path.of("v"))
                .containsExactly("v.on[0]", "v.on[1]", "v.Off[\"at night\"]");
        assertThat(JsonPath.find(VALUE, "OFF", 10).paths()).extracting(path -> path.of("v")).containsExactly("v.Off");
        assertThat(JsonPath.find(VALUE, "nothing", 10).paths()).isEmpty();
    }

    @Test
    void moreMatchesThanAreLookedForAreSaidToBe() {
        JsonPath.Matches matches = JsonPath.find(VALUE, "0", 2);
        assertThat(matches.paths()).hasSize(2);
        assertThat(matches.whole()).isFalse();
        assertThat(JsonPath.find(VALUE, "0", 3).whole()).isTrue();
    }
}
