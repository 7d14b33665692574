package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"0,Display_1", "8,Display_1", "9,Display_1", "10,power?", "12,power?", "15,power?", "21,power", "25,power",
        "29,größe", "33,größe"})
    void theWordUnderAClick(int offset, String word) {
        assertThat(Words.at("Display_1 power? is (power) größe.", offset)).hasValueSatisfying(
                it -> assertThat(it.text()).isEqualTo(word));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "5", "99", "2"})
    void noWord(int offset) {
        assertThat(Words.at("?(, =", offset)).isEmpty();
    }

    @Test
    void placesAndTheMark() {
        assertThat(Words.at("is power? on", 4)).contains(new Words.Word(3, 9, "power?"));
        assertThat(new Words.Word(3, 9, "power?").withoutMark()).isEqualTo("power");
        assertThat(new Words.Word(3, 8, "power").withoutMark()).isEqualTo("power");
        assertThat(Words.at("", 0)).isEmpty();
    }
}
