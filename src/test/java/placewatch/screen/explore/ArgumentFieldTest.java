package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import placewatch.rest.Function;
import tools.jackson.databind.json.JsonMapper;

class ArgumentFieldTest {

    private static ArgumentField field(String schema) {
        return new ArgumentField(new Function.Parameter("it", JsonMapper.shared().readTree(schema),
                schema.contains("\"default\"")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "{\"type\":\"boolean\"}                               | true            | true",
        "{\"type\":\"integer\",\"format\":\"Int64\"}          | 9007199254740993| 9007199254740993",
        "{\"type\":\"integer\"}                               | -3              | -3",
        "{\"type\":\"number\"}                                | 42.0            | 42.0",
        "{\"type\":\"string\"}                                | hdmi \"2\"      | \"hdmi \\\"2\\\"\"",
        "{\"type\":\"string\"}                                | \"\"            | \"\"",
        "{\"type\":\"string\",\"enum\":[\"hdmi1\",\"ops\"]}   | ops             | \"ops\"",
        "{\"type\":\"array\",\"items\":{}}                    | [ 1, [2] ]      | [1,[2]]",
        "{\"anyOf\":[{\"type\":\"null\"}]}                    | null            | null",
        "{}                                                   | {\"a\":1.50}    | {\"a\":1.50}",
    })
    void whatIsTypedBecomesTheJsonThatIsSent(String schema, String typed, String json) {
        ArgumentField field = field(schema);
        field.typedProperty().set(typed);
        assertThat(field.read()).isEqualTo(new ArgumentField.Given(json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "{\"type\":\"integer\"}                               | 1.5     | whole number",
        "{\"type\":\"integer\"}                               | one     | whole number",
        "{\"type\":\"integer\",\"minimum\":0}                 | -1      | at least 0",
        "{\"type\":\"number\",\"maximum\":100}                | 140     | at most 100",
        "{\"type\":\"number\"}                                | 1,5     | point for decimals",
        "{\"type\":\"boolean\"}                               | yes     | not one of true, false",
        "{\"type\":\"object\"}                                | {a:1}   | not JSON",
        "{}                                                   | 1 2     | not JSON",
    })
    void whatCanNotBeSentSaysWhy(String schema, String typed, String words) {
        ArgumentField field = field(schema);
        field.typedProperty().set(typed);
        assertThat(field.read()).isInstanceOfSatisfying(ArgumentField.Wrong.class,
                wrong -> assertThat(wrong.why()).contains(words));
    }

    @Test
    void anOptionalArgumentLeftEmptyIsNotSentAndShowsItsDefault() {
        ArgumentField field = field("{\"type\":\"integer\",\"default\":0}");
        assertThat(field.read()).isEqualTo(new ArgumentField.Untouched());
        assertThat(field.hint()).contains("0").contains("not sent");
    }

    @Test
    void aNullDefaultIsADefault() {
        assertThat(field("{\"type\":\"string\",\"default\":null}").optional()).isTrue();
    }

    @Test
    void aNeededArgumentLeftEmptySaysSo() {
        assertThat(field("{\"type\":\"string\"}").read()).isEqualTo(new ArgumentField.Wrong("needed"));
    }
}
