package placewatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private final JsonText json = new JsonText();

    @ParameterizedTest
    @ValueSource(strings = {"1", " 1 ", "9223372036854775807", "-9223372036854775808", "1.0e400", "\"a\"", "null",
        "true",
        "[1,[2,{\"a\":3}]]", "{}", "123456789012345678901234567890.5"})
    void oneJsonValueIsAnArgument(String text) {
        assertThat(json.problemAsArgument(text)).isEmpty();
        assertThat(json.isValue(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "on", "1 2", "1,2", "[1", "{\"a\"}", "\"open", "]", "1]", "'a'", "01", "NaN",
        "[1]]"})
    void anythingElseIsNone(String text) {
        assertThat(json.problemAsArgument(text)).isPresent();
        assertThat(json.isValue(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "[1,-9223372036854775809]", "{\"a\":[18446744073709551616]}"})
    void aServerSaysNothingToIntegersBeyond64Bits(String text) {
        assertThat(json.problemAsArgument(text).orElseThrow()).contains("64 bits");
    }

    @Test
    void aStringGivesItsContent() {
        assertThat(json.contentOfString("\"a \\\"b\\\" \\u00e4\"")).hasValue("a \"b\" ä");
        assertThat(json.contentOfString("12")).isEmpty();
        assertThat(json.contentOfString("\"a\" \"b\"")).isEmpty();
        assertThat(json.contentOfString("\"open")).isEmpty();
        assertThat(json.contentOfString("")).isEmpty();
    }
}
