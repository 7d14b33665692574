package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// JSON among words.
class JsonInLineTest {

    private static String json(String message) {
        JsonInLine.Found found = JsonInLine.in(message).orElseThrow();
        assertThat(message.substring(found.from(), found.to())).isEqualTo(found.json());
        JsonMapper.shared().readTree(found.json());
        return found.json();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "received {\"power\":true}|{\"power\":true}",
        "{\"a\":[1,2]} and {\"a\":[1,2,3]} came|{\"a\":[1,2,3]}",
        "[info] [12] values [ 1 , 2 ]|[ 1 , 2 ]",
        "x [{\"a\":1},{\"b\":2}] y|[{\"a\":1},{\"b\":2}]",
        "broken {\"a\":{\"b\":{\"c\":1}},oops}|{\"b\":{\"c\":1}}",
        "\"quoted {\"a\":\"}{][\\\"\"} said|{\"a\":\"}{][\\\"\"}",
        "[\"in a string {\"x\":1}|{\"x\":1}",
        "{{\"a\":1}}|{\"a\":1}",
        "{\"a\":1}}}|{\"a\":1}",
        "#{\"a\" => 1} {\"ü\":\"👍\"}|{\"ü\":\"👍\"}"})
    void isFound(String message, String expected) {
        assertThat(json(message)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing here", "[info] started", "[12] started", "[\"x\"]", "{} []", "{a:1}", "{'a':1}",
        "{\"a\":1", "\"a\":1}", "[1,2", "]", "{\"a\":NaN}", "[01,2]", "[[]", "{\"a\" 1}"})
    void isNotFound(String message) {
        assertThat(JsonInLine.in(message)).isEmpty();
    }

    @Test
    void itMayGoOverSeveralLinesAndBehindManyCharacters() {
        assertThat(json("got\n{\n  \"a\": 1\n}\n")).isEqualTo("{\n  \"a\": 1\n}");
        String large = "{\"a\":\"" + "x".repeat(100_000) + "\"}";
        assertThat(json("y".repeat(50_000) + large + "z")).isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "[[\"", "{\"a\":", "[\",", "\",[\"", "[\"[", "[1,", "[ ", "{\"", "\\\"[", "[1]{", "[x", "{\"a\":{}"})
    void aHostileLineTakesNoLongerThanItsLength(String piece) {
        String message = "[" + piece.repeat(300_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> JsonInLine.in(message));
    }

    @Test
    void readersBehindTakeWhatIsFound() {
        String deep = "[".repeat(5_000) + "1,2" + "]".repeat(5_000);
        JsonInLine.in(deep).ifPresent(found -> JsonMapper.shared().readTree(found.json()));
        assertThat(json("[[1,2]]")).isEqualTo("[[1,2]]");
    }
}
