package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.rest.Function;
import tools.jackson.databind.json.JsonMapper;

class CallArgumentsTest {

    private final ArgumentField input = field("input", "{\"type\":\"string\"}");
    private final ArgumentField seconds = field("seconds", "{\"type\":\"integer\",\"default\":0}");
    private final ArgumentField force = field("force", "{\"type\":\"boolean\",\"default\":false}");

    private static ArgumentField field(String name, String schema) {
        return new ArgumentField(new Function.Parameter(
                name, JsonMapper.shared().readTree(schema), schema.contains("default")));
    }

    @Test
    void trailingOptionalArgumentsAreLeftOut() {
        input.typedProperty().set("hdmi1");
        assertThat(CallArguments.of(List.of(input, seconds, force)))
                .isEqualTo(new CallArguments.Ready(List.of("\"hdmi1\"")));
        seconds.typedProperty().set("3");
        assertThat(CallArguments.of(List.of(input, seconds, force)))
                .isEqualTo(new CallArguments.Ready(List.of("\"hdmi1\"", "3")));
    }

    @Test
    void anOptionalOneInTheMiddleMustBeGivenAndItsDefaultIsNotMadeUp() {
        input.typedProperty().set("hdmi1");
        force.typedProperty().set("true");
        assertThat(CallArguments.of(List.of(input, seconds, force)))
                .isEqualTo(new CallArguments.Lacking("seconds: needed, because force behind it is given"));
    }

    @Test
    void aNeededOneThatIsMissingIsNamed() {
        assertThat(CallArguments.of(List.of(input))).isEqualTo(new CallArguments.Lacking("input: needed"));
    }

    @Test
    void aTypedListKeepsItsNumbersAsTheyAre() {
        assertThat(CallArguments.of("[42.0, 9007199254740993, {\"a\": null}]"))
                .isEqualTo(new CallArguments.Ready(List.of("42.0", "9007199254740993", "{\"a\":null}")));
        assertThat(CallArguments.of("  ")).isEqualTo(new CallArguments.Ready(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "{}", "[1", "[1] 2", "[hdmi1]"})
    void whatIsNoListIsNotSent(String typed) {
        assertThat(CallArguments.of(typed)).isInstanceOf(CallArguments.Lacking.class);
    }
}
