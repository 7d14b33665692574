package placewatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "true                        | boolean",
        "42.0                        | number",
        "-1.0e-7                     | number",
        "\"[1,2]\"                   | string",
        "null                        | null",
        "[]                          | array 0",
        "[1,[2,3],{\"a\":[4,5]}]     | array 3",
        "[\"a,b\",\"c\\\",d\"]       | array 2",
        "{}                          | object 0",
        "{ }                         | object 0",
        "{\"a\":1,\"b\":{\"c\":2}}   | object 2",
        "[[]]                        | array 1",
    })
    void itsTypeIsSaidInWords(String json, String type) {
        assertThat(StatusValue.of(json).type()).isEqualTo(type);
    }

    @Test
    void aLongValueIsCutOnScreenAndKeptWhole() {
        String json = "\"" + "x".repeat(200_000) + "\"";
        StatusValue value = StatusValue.of(json);
        assertThat(value.json()).isEqualTo(json);
        assertThat(value.shown()).hasSize(StatusValue.SHOWN);
        assertThat(value.cut()).isTrue();
    }

    @Test
    void whatWouldBreakTheLineIsShownAsASpace() {
        assertThat(StatusValue.of("{\n  \"a\": 1\r\n}").shown()).isEqualTo("{   \"a\": 1 }");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        String json = "\"" + "x".repeat(StatusValue.SHOWN - 2) + "😀\"";
        assertThat(StatusValue.of(json).shown()).doesNotContain("\ud83d").hasSize(StatusValue.SHOWN - 1);
    }
}
