package placewatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFilterTest {

    private static final List<String> POWER =
            List.of("power", "Display_1", "Boardroom 2.01", "Display_1/power", "Boardroom 2.01/Display_1/power");

    private static NameFilter good(String text) {
        assertThat(NameFilter.read(text)).isInstanceOf(NameFilter.Read.Good.class);
        return ((NameFilter.Read.Good) NameFilter.read(text)).filter();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "power,true", "POW,true", "pow board,true", "board pow display_1,true", "pow mixer,false", "wer 2.01,true",
        "pow*,true", "*ower,true", "p*r,true", "ow*,false", "Display_*,true", "Display_*/power,true",
        "Display_*/volume,false", "*2.01 pow*,true", "*,true", "**,true", "p**w*r,true", "p*x,false",
        "/pow/,true", "/^power$/,true", "/^ow/,false", "/display_[12]$/,true", "/display_[34]$/,false",
        "/room .*display/,true", "/POWER|volume/,true", "\"  pow  \",true", "\"\",true", "\"   \",true"})
    void wordsWildcardsAndExpressions(String text, boolean passes) {
        assertThat(good(text == null ? "" : text).passes(POWER)).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"/,1", "/a,2", "//,1", "/a\\/,4", "/(/,1", "\" /a(/\",3", "/a**/,3"})
    void whatIsWrongIsSaidWithItsPlace(String text, int at) {
        assertThat(NameFilter.read(text)).isInstanceOfSatisfying(NameFilter.Read.Wrong.class, wrong -> {
            assertThat(wrong.words()).isNotBlank();
            assertThat(wrong.at()).isEqualTo(at);
        });
        assertThat(NameFilter.read("x".repeat(NameFilter.LONGEST + 1))).isInstanceOf(NameFilter.Read.Wrong.class);
    }

    @Test
    void aWordWithStarsFitsWhatTheSameExpressionFits() {
        Random random = new Random(11);
        int fitting = 0;
        for (int i = 0; i < 20_000; i++) {
            String word = text(random, "ab*") + "*" + text(random, "ab*");
            String name = text(random, "abAB");
            StringBuilder expression = new StringBuilder();
            for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
                expression.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
            }
            boolean expected = name.toLowerCase(Locale.ROOT).matches(expression.toString());
            assertThat(good(word).passes(List.of(name))).as("%s on %s", word, name).isEqualTo(expected);
            fitting += expected ? 1 : 0;
        }
        assertThat(fitting).isBetween(2_000, 18_000);
    }

    private static String text(Random random, String letters) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(5);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void oneMoreWordNeverLetsMoreThrough() {
        Random random = new Random(13);
        for (int i = 0; i < 5_000; i++) {
            List<String> names = new ArrayList<>();
            for (int j = 0; j < 3; j++) {
                names.add(text(random, "abc "));
            }
            String some = "a" + text(random, "ab*c");
            String more = some + " " + "b" + text(random, "ab*c");
            if (good(more).passes(names)) {
                assertThat(good(some).passes(names)).as("%s and %s on %s", some, more, names).isTrue();
            }
        }
    }

    @Test
    void theLastGoodOneStaysWhileTheNextIsWrong() {
        TypedFilter typed = new TypedFilter();
        typed.textProperty().set("pow");
        NameFilter good = typed.inForceProperty().get();
        assertThat(good.passes(POWER)).isTrue();
        typed.textProperty().set("/vol(/");
        assertThat(typed.wrongProperty().get()).contains("not closed").contains("at character 5");
        assertThat(typed.inForceProperty().get()).isSameAs(good);
        typed.textProperty().set("/vol/");
        assertThat(typed.wrongProperty().get()).isEmpty();
        assertThat(typed.inForceProperty().get().passes(POWER)).isFalse();
        typed.textProperty().set("");
        assertThat(typed.inForceProperty().get().isEmpty()).isTrue();
    }
}
