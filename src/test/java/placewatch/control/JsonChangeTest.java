package placewatch.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonChangeTest {

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String told(JsonChange change) {
        return switch (change) {
            case null -> "same";
            case JsonChange.Added() -> "new";
            case JsonChange.Replaced(JsonNode old) -> "was " + old;
            case JsonChange.Inside(var parts, var removed) ->
                parts.entrySet().stream().map(part -> part.getKey() + ": " + told(part.getValue()))
                        .collect(Collectors.joining(" ", "(", ""))
                + removed.stream().map(gone -> " -" + gone.name() + " " + gone.old()).collect(Collectors.joining())
                + ")";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1                          | 1                          | same
            1                          | 2                          | was 1
            "a"                        | null                       | was "a"
            [1]                        | {"a":1}                    | was [1]
            {"a":1,"b":2}              | {"b":2,"a":1}              | same
            {"a":1,"b":2}              | {"a":1,"b":3,"c":4}        | (b: was 2 c: new)
            {"a":1,"b":{"x":[1,2]}}    | {"b":{"x":[1,3]}}          | (b: (x: (1: was 2)) -a 1)
            [1,2,3]                    | [0,1,2,3]                  | (0: new)
            [1,2,3]                    | [1,3]                      | ( -[1] 2)
            [{"id":1},{"id":2}]        | [{"id":1},{"id":9},{"id":2}] | (1: new)
            [1,2,3]                    | [1,9,3]                    | (1: was 2)
            [1,2,3]                    | []                         | ( -[0] 1 -[1] 2 -[2] 3)
            {}                         | {}                         | same
            """)
    void itSaysWhatDiffers(String before, String after, String told) {
        JsonChange.Found found = JsonChange.between(json(before), json(after), 1_000);
        assertThat(told(found.change())).isEqualTo(told);
        assertThat(found.whole()).isTrue();
    }

    @Test
    void whatIsTooLargeToCompareIsGivenUpAndSaidSo() {
        String list = IntStream.range(0, 5_000).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        JsonChange.Found found = JsonChange.between(json(list), json(list.replace("4999", "-1")), 1_000);
        assertThat(found.whole()).isFalse();
        assertThat(JsonChange.between(json(list), json(list.replace("4999", "-1")), 20_000).count()).isEqualTo(1);
    }
}
