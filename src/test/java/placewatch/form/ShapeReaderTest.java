package placewatch.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShapeReaderTest {

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Shape read(String name, String schema) {
        return ShapeReader.read(name, json(schema));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "it      | {\"type\":\"boolean\"}                                               | true or false",
        "it      | {\"type\":\"null\"}                                                  | null",
        "it      | {\"type\":\"integer\",\"format\":\"Int64\"}                          | whole number",
        "it      | {\"type\":\"integer\",\"format\":\"Int32\"}                          | whole number",
        "it      | {\"type\":\"integer\",\"format\":\"UInt8\"}                          | whole number, 0 to 255",
        "it      | {\"type\":\"integer\",\"format\":\"Int16\"}                          | whole number, -32768 to 32767",
        "it      | {\"type\":\"integer\",\"format\":\"UInt64\"}                         | whole number, at least 0",
        "it      | {\"type\":\"integer\",\"format\":\"UInt8\",\"maximum\":100}          | whole number, 0 to 100",
        "it      | {\"type\":\"integer\",\"minimum\":5}                                 | whole number, at least 5",
        "it      | {\"type\":\"integer\",\"exclusiveMinimum\":0,\"multipleOf\":5}       | whole number, more than 0, a multiple of 5",
        "it      | {\"type\":\"number\",\"minimum\":0,\"exclusiveMinimum\":true}        | number, more than 0",
        "it      | {\"type\":\"number\",\"minimum\":-1.5,\"maximum\":1.5}               | number, -1.5 to 1.5",
        "it      | {\"type\":\"string\",\"minLength\":2,\"maxLength\":4}                | text, 2 to 4 characters",
        "it      | {\"type\":\"string\",\"pattern\":\"^a\"}                             | text, like ^a",
        "it      | {\"type\":\"string\",\"format\":\"date-time\",\"title\":\"Time\"}    | 2026-11-26T09:30:00+01:00",
        "it      | {\"type\":\"string\",\"enum\":[\"a\",\"b\"]}                         | one of a, b",
        "it      | {\"const\":5}                                                        | only 5",
        "starts_at  | {\"type\":\"integer\",\"format\":\"Int64\"}                       | time in Unix seconds",
        "booking_start | {\"type\":\"integer\",\"format\":\"Int64\"}                    | whole number",
        "event_start   | {\"type\":\"integer\",\"format\":\"Int64\"}                    | whole number",
        "ends       | {\"type\":\"integer\",\"format\":\"Int64\"}                       | time in Unix seconds",
        "seconds_at | {\"type\":\"integer\",\"format\":\"Int64\"}                       | whole number",
        "starts_at  | {\"type\":\"integer\",\"format\":\"Int32\"}                       | time in Unix seconds",
        "starts     | {\"type\":\"integer\",\"format\":\"Int32\"}                       | time in Unix seconds",
        "endsAt     | {\"type\":\"integer\"}                                               | time in Unix seconds",
        "created_at | {\"type\":\"integer\",\"format\":\"UInt32\"}                      | 'time in Unix seconds, at least 0'",
        "starts_at  | {\"type\":\"integer\",\"format\":\"UInt8\"}                       | 'whole number, 0 to 255'",
        "starts_at  | {\"type\":\"number\"}                                                | number",
        "time_since_epoch | {\"type\":\"integer\",\"format\":\"Int64\"}                 | time in Unix seconds",
        "unix_seconds     | {\"type\":\"integer\",\"format\":\"Int64\"}                 | time in Unix seconds",
        "epoch_ms   | {\"type\":\"integer\",\"format\":\"Int64\"}                       | whole number",
        "end_time   | {\"type\":\"integer\",\"format\":\"Int32\"}                       | time in Unix seconds",
        "check_in_at | {\"type\":\"integer\",\"format\":\"Int32\"}                      | time in Unix seconds",
        "timeout    | {\"type\":\"integer\",\"format\":\"Int64\"}                       | whole number",
        "duration   | {\"type\":\"integer\",\"format\":\"Int64\"}                       | whole number",
        "time_ms    | {\"type\":\"integer\",\"format\":\"Int64\"}                       | whole number",
        "time       | {\"type\":\"integer\",\"format\":\"Int64\"}                       | whole number",
        "fade_time  | {\"type\":\"integer\",\"format\":\"Int32\"}                       | whole number",
        "look_at    | {\"type\":\"integer\",\"format\":\"Int32\"}                       | whole number",
        "format     | {\"type\":\"integer\",\"format\":\"Int32\"}                       | whole number",
        "it      | {\"type\":\"integer\",\"title\":\"Time\",\"format\":\"Int64\"}       | time in Unix seconds",
        "it      | {\"type\":\"integer\",\"title\":\"seconds since epoch\"}             | time in Unix seconds",
        "it      | {\"type\":\"integer\",\"title\":\"Milliseconds since epoch\"}        | whole number",
        "it      | {\"type\":\"integer\",\"title\":\"Time::Span\"}                      | whole number",
        "it      | {\"type\":\"integer\",\"title\":\"Unix seconds\",\"format\":\"Int64\"} | time in Unix seconds",
        "it      | {\"type\":\"array\",\"items\":{\"type\":\"integer\"}}                | list of whole number",
        "it      | {\"type\":\"array\"}                                                 | list of any JSON",
        "it      | {\"type\":\"object\"}                                                | any JSON",
        "it      | {}                                                                   | any JSON",
        "it      | {\"default\":5}                                                      | any JSON",
        "it      | true                                                                 | any JSON",
        "it      | {\"type\":\"object\",\"properties\":{\"a\":{},\"b\":{}}}             | 'object with a, b'",
        "it      | {\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}} | 'keys of your choice, each text'",
        "it      | {\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"null\"}]}             | whole number or null",
        "it      | {\"type\":[\"string\",\"null\"]}                                     | text or null",
        "it      | {\"oneOf\":[{\"type\":\"string\"}]}                                  | text",
        "it      | {\"allOf\":[{\"type\":\"integer\"},{\"minimum\":1,\"maximum\":3}]}   | whole number, 1 to 3",
        "it      | {\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"type\":\"boolean\"}}}    | true or false",
    })
    void aSchemaAsksFor(String name, String schema, String wanted) {
        assertThat(ShapeWords.wanted(read(name, schema))).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "{\"type\":\"integer\",\"minimum\":5,\"maximum\":4}                               | contradicts itself       | false",
        "{\"type\":\"number\",\"exclusiveMinimum\":1,\"maximum\":1}                       | contradicts itself       | false",
        "{\"type\":\"integer\",\"format\":\"UInt8\",\"minimum\":300}                      | contradicts itself       | false",
        "{\"enum\":[]}                                                                    | contradicts itself       | false",
        "{\"type\":\"integer\",\"enum\":[\"a\"]}                                          | contradicts itself       | false",
        "{\"type\":\"string\",\"minLength\":3,\"maxLength\":2}                            | contradicts itself       | false",
        "{\"type\":\"array\",\"minItems\":3,\"maxItems\":2}                               | contradicts itself       | false",
        "{\"allOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}                       | contradicts itself       | false",
        "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{},\"additionalProperties\":false} | contradicts itself | false",
        "{\"anyOf\":[]}                                                                   | contradicts itself       | false",
        "false                                                                            | contradicts itself       | false",
        "{\"type\":\"tensor\"}                                                            | no kind of JSON          | false",
        "{\"$ref\":\"#\"}                                                                 | refers to itself         | false",
        "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"$ref\":\"#/$defs/a\"}}}              | says nothing else        | false",
        "{\"$ref\":\"https://example.com/s.json\"}                                        | is not fetched           | false",
        "{\"$ref\":\"#/$defs/b\"}                                                         | which it doesn't have    | false",
        "{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#\"}}}                 | refers to itself         | true",
        "{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}                                  | refers to itself         | true",
        "{\"type\":\"string\",\"not\":{\"const\":\"a\"}}                                  | rules (not)              | true",
        "{\"type\":\"array\",\"prefixItems\":[{}]}                                        | rules (prefixItems)      | true",
        "{}                                                                               | doesn't say what kind    | true",
        "true                                                                             | doesn't say what kind    | true",
        "{\"default\":5,\"title\":\"Mystery\"}                                            | doesn't say what kind    | true",
        "{\"type\":\"integer\",\"minimum\":1,\"maximum\":4,\"multipleOf\":5}              | contradicts itself       | false",
    })
    void whatNoFormCanBeMadeForSaysWhy(String schema, String why, boolean checked) {
        assertThat(read("it", schema)).isInstanceOfSatisfying(Shape.Unfit.class, unfit -> {
            assertThat(unfit.why()).contains(why).endsWith(".");
            assertThat(unfit.checked()).isEqualTo(checked);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "{\"type\":\"integer\"}                                                        |     |  1 | 0",
        "{\"type\":\"integer\"}                                                        | 7   | 10 | 17",
        "{\"type\":\"integer\",\"minimum\":0,\"maximum\":100}                          | 99  | 10 | 100",
        "{\"type\":\"integer\",\"minimum\":0,\"maximum\":100}                          | 100 |  1 | 100",
        "{\"type\":\"integer\",\"minimum\":0,\"maximum\":100}                          | 140 | -1 | 100",
        "{\"type\":\"integer\",\"minimum\":5,\"maximum\":100}                          |     |  1 | 5",
        "{\"type\":\"integer\",\"exclusiveMinimum\":0,\"maximum\":120,\"multipleOf\":15} |     |  1 | 15",
        "{\"type\":\"integer\",\"exclusiveMinimum\":0,\"maximum\":120,\"multipleOf\":15} | 15  | -1 | 15",
        "{\"type\":\"integer\",\"exclusiveMinimum\":0,\"maximum\":120,\"multipleOf\":15} | 20  |  1 | 30",
        "{\"type\":\"integer\",\"exclusiveMinimum\":0,\"maximum\":125,\"multipleOf\":15} | 110 |  1 | 120",
        "{\"type\":\"number\",\"minimum\":-60,\"exclusiveMaximum\":12}                 | 11.5|  1 | 11.5",
        "{\"type\":\"number\",\"minimum\":-60,\"exclusiveMaximum\":12}                 | 40  |  1 | 11",
        "{\"type\":\"number\"}                                                         | 1e99999 | 1 | 1e99999",
    })
    void stepsStayWithinWhatIsAllowed(String schema, String from, int steps, String to) {
        Shape.Limits limits = switch (read("it", schema)) {
            case Shape.Whole(Shape.Limits those) -> those;
            case Shape.Real(Shape.Limits those) -> those;
            case Shape other -> throw new AssertionError(other);
        };
        assertThat(from == null ? limits.first() : Optional.of(limits.stepped(new BigDecimal(from), steps)))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(to));
    }

    @Test
    void aSchemaThatIsTooDeepOrTooLargeIsGivenAsJson() {
        String deep = "{\"type\":\"array\",\"items\":".repeat(2_0) + "{}" + "}".repeat(2_0);
        assertThat(read("it", deep)).isInstanceOfSatisfying(Shape.Unfit.class,
                unfit -> assertThat(unfit.why()).contains("too deep"));
        StringBuilder wide = new StringBuilder("{\"type\":\"object\",\"properties\":{\"p0\":{}");
        for (int i = 1; i < 100_000; i++) {
            wide.append(",\"p").append(i).append("\":{\"type\":\"string\"}");
        }
        assertThat(read("it", wide + "}}")).isInstanceOfSatisfying(Shape.Unfit.class,
                unfit -> assertThat(unfit.why()).contains("too large"));
    }

    @Test
    void aRecursiveSchemaIsStillHeldAgainstWhatIsTyped() {
        Argument tree = new Argument("tree", json("""
                {"type":"object","required":["name"],"properties":{"name":{"type":"string"},
                 "children":{"type":"array","items":{"$ref":"#"}}}}"""));
        assertThat(tree.read(new Draft.Typed("{\"name\":\"a\",\"children\":[{\"name\":\"b\"}]}")))
                .isInstanceOf(Reading.Given.class);
        assertThat(tree.read(new Draft.Typed("{\"name\":\"a\",\"children\":[{\"name\":1}]}")))
                .isInstanceOfSatisfying(Reading.Wrong.class,
                        wrong -> assertThat(wrong.fault().words("tree")).startsWith("tree.children[1].name: "));
    }

    @Test
    void noSchemaAndNoPatternHoldsUpTheForm() throws Exception {
        CompletableFuture.runAsync(() -> {
            Argument slow = new Argument("it", json(
                    "{\"type\":\"string\",\"pattern\":\"(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[0-9]\\\\1\"}"));
            assertThat(slow.read(new Draft.Typed("a".repeat(300)))).isInstanceOf(Reading.Given.class);
            new Argument("it", json("{\"$schema\":\"http://192.0.2.1/none\",\"$id\":\"http://192.0.2.1/x\",\"type\":\"string\"}"))
                    .read(new Draft.Typed("a"));
            assertThat(new Argument("it", json("{\"type\":\"number\",\"multipleOf\":1e-300}"))
                    .read(new Draft.Typed("1e300"))).isNotNull();
        }).get(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
    }
}
