package placewatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private final JsonText json = new JsonText();

    @ParameterizedTest
    @ValueSource(strings = {"1", " 1 ", "9223372036854775807", "-9223372036854775808", "1.0e400", "\"a\"", "null",
        "true",
        "[1,[2,{\"a\":3}]]", "{}", "123456789012345678901234567890.5", "\"\\ud83d\\ude00\"", "\"😀\\u0000\""})
    void oneJsonValueIsAnArgument(String text) {
        assertThat(json.problemAsArgument(text)).isEmpty();
        assertThat(json.isValue(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "on", "1 2", "1,2", "[1", "{\"a\"}", "\"open", "]", "1]", "'a'", "01", "NaN",
        "[1]]", "\uFEFF1", "1\0", "\"\0\"", "\"\\ud8\"", "{\"\\ud800\":1}"})
    void anythingElseIsNone(String text) {
        assertThat(json.problemAsArgument(text)).isPresent();
        assertThat(json.isValue(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "[1,-9223372036854775809]", "{\"a\":[18446744073709551616]}"})
    void aServerSaysNothingToIntegersBeyond64Bits(String text) {
        assertThat(json.problemAsArgument(text).orElseThrow()).contains("64 bits");
    }

    /// Escaped the server can't read it; as it is UTF-8 has no place for it.
    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\"", "[\"a\\udc00b\"]", "\"\ud800\"", "\"\\ud83d\ude00\""})
    void aServerSaysNothingToHalfACharacter(String text) {
        assertThat(json.problemAsArgument(text).orElseThrow()).contains("half a character");
        assertThat(json.isValue(text)).isTrue();
    }

    @Test
    void aServerSaysNothingToWhatIsNestedMoreDeeplyThanItsReaderGoes() {
        StrictServer strict = new StrictServer();
        FrameWriter writer = new FrameWriter();
        ModuleAddress module = new ModuleAddress("sys-1", "Display", 1);
        String deepest = "[".repeat(510) + "]".repeat(510);
        String deeper = "[" + deepest + "]";

        assertThat(json.problemAsArgument(deepest)).isEmpty();
        assertThat(json.problemAsArgument(deeper).orElseThrow()).contains("510 levels");
        assertThat(strict.complaint(writer.write(new Outbound.Exec(1, module, "f", List.of(deepest)))))
                .isEmpty();
        assertThat(strict.complaint(writer.write(new Outbound.Exec(1, module, "f", List.of(deeper)))))
                .isPresent();
    }

    @Test
    void aStringGivesItsContent() {
        assertThat(json.contentOfString("\"a \\\"b\\\" \\u00e4\"")).hasValue("a \"b\" ä");
        assertThat(json.contentOfString("12")).isEmpty();
        assertThat(json.contentOfString("\"a\" \"b\"")).isEmpty();
        assertThat(json.contentOfString("\"open")).isEmpty();
        assertThat(json.contentOfString("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[]", "\"["})
    void aMillionBracketsOverflowNoStack(String pattern) {
        String deep = pattern.equals("[]") ? "[".repeat(1_000_000) + "]".repeat(1_000_000)
                : pattern.repeat(1_000_000);

        assertThat(json.isValue(deep)).isEqualTo(pattern.equals("[]"));
        assertThat(json.contentOfString(deep)).isEmpty();
        assertThat(json.problemAsArgument(deep)).isPresent();
    }
}
