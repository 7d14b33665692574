package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import placewatch.socket.SocketOptions.Dialect;

class DialectDetectorTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', value = {
        // a value that is not a JSON string means raw
        "[]                    | RAW         | []",
        "42.0                  | RAW         | 42.0",
        "{\"a\":1}             | RAW         | {\"a\":1}",
        "true                  | RAW         | true",
        // a string whose content is itself a quoted JSON string means stringified
        "\"\\\"on\\\"\"        | STRINGIFIED | \"on\"",
        "\"\\\"\\\"\"          | STRINGIFIED | \"\"",
        // one whose content is no JSON means raw
        "\"on\"                | RAW         | \"on\"",
        "\"\"                  | RAW         | \"\"",
        "\"HDMI 1\"            | RAW         | \"HDMI 1\"",
        "\"\\\"half\"          | RAW         | \"\\\"half\"",
        // a string such as "123" or "[]" proves nothing: until something does, read it as raw text
        "\"123\"               | DETECT      | \"123\"",
        "\"[]\"                | DETECT      | \"[]\"",
        "\"null\"              | DETECT      | \"null\"",
        "\"{\\\"a\\\":1}\"     | DETECT      | \"{\\\"a\\\":1}\"",
        // either server may write a removed variable so
        "null                  | DETECT      | null",
    })
    void oneValueProves(String raw, Dialect proven, String read) {
        DialectDetector detector = new DialectDetector(Dialect.DETECT);

        assertThat(detector.read(raw).json()).isEqualTo(read);
        assertThat(detector.dialect()).isEqualTo(proven);
    }

    @Test
    void itDecidesOncePerConnection() {
        DialectDetector raw = new DialectDetector(Dialect.DETECT);
        raw.read("1");
        assertThat(raw.read("\"\\\"on\\\"\"").json()).isEqualTo("\"\\\"on\\\"\"");

        DialectDetector stringified = new DialectDetector(Dialect.DETECT);
        stringified.read("\"\\\"on\\\"\"");
        assertThat(stringified.read("\"123\"")).isEqualTo(new DialectDetector.Reading("123", false));
        assertThat(stringified.read("\"off\"").json()).isEqualTo("\"off\"");
        assertThat(stringified.read("7").json()).isEqualTo("7");
        assertThat(stringified.dialect()).isEqualTo(Dialect.STRINGIFIED);
    }

    @Test
    void theConnectionsSettingsCanFixIt() {
        assertThat(new DialectDetector(Dialect.STRINGIFIED).read("\"[]\"").json()).isEqualTo("[]");
        assertThat(new DialectDetector(Dialect.RAW).read("\"\\\"on\\\"\"").json()).isEqualTo("\"\\\"on\\\"\"");
    }

    @Test
    void whatIsReadWithoutProofIsInDoubt() {
        DialectDetector detector = new DialectDetector(Dialect.DETECT);

        assertThat(detector.read("\"123\"").doubtful()).isTrue();
        assertThat(detector.read("null").doubtful()).isFalse();
        assertThat(detector.read("5").doubtful()).isFalse();
    }

    @Test
    void theValueOfAnExecIsReadEitherWay() {
        DialectDetector stringified = new DialectDetector(Dialect.STRINGIFIED);
        assertThat(stringified.readReturned("{}")).isEqualTo("{}");
        assertThat(stringified.readReturned("\"[1]\"")).isEqualTo("[1]");
        assertThat(stringified.readReturned("\"done\"")).isEqualTo("\"done\"");

        DialectDetector undecided = new DialectDetector(Dialect.DETECT);
        assertThat(undecided.readReturned("\"\\\"on\\\"\"")).isEqualTo("\"\\\"on\\\"\"");
        assertThat(undecided.dialect()).isEqualTo(Dialect.DETECT);
    }
}
