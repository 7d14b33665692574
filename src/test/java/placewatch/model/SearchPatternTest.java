package placewatch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPatternTest {

    /// An expression of the kinds that both know, over a small alphabet, so that it fits now and then.
    private static String expression(Random random, int depth) {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            String atom = switch (random.nextInt(depth > 0 ? 12 : 8)) {
                case 0, 1, 2 -> String.valueOf("abAB1_".charAt(random.nextInt(6)));
                case 3 -> ".";
                case 4 -> random.nextBoolean() ? "[ab]" : "[^a1]";
                case 5 -> random.nextBoolean() ? "[a-b_]" : "[0-9A]";
                case 6 -> "\\" + "dwsDWS".charAt(random.nextInt(6));
                case 7 -> random.nextBoolean() ? "\\." : "b";
                case 8, 9 -> "(" + expression(random, depth - 1) + ")";
                default -> "(?:" + expression(random, depth - 1) + "|" + expression(random, depth - 1) + ")";
            };
            text.append(atom).append(switch (random.nextInt(9)) {
                case 0 -> "*";
                case 1 -> "+";
                case 2 -> "?";
                case 3 -> "{1,2}";
                case 4 -> random.nextBoolean() ? "{2}" : "*?";
                default -> "";
            });
        }
        return (random.nextInt(8) == 0 ? "^" : "") + text + (random.nextInt(8) == 0 ? "$" : "");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(9);
        for (int i = 0; i < length; i++) {
            text.append("abAB1_ .".charAt(random.nextInt(8)));
        }
        return text.toString();
    }

    @Test
    void itFindsWhatTheJdkFinds() {
        Random random = new Random(20_260_302);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String expression = expression(random, 2);
            String text = text(random);
            boolean expected = Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(text).find();
            assertThat(SearchPattern.of(expression).findsIn(text)).as("/%s/ in “%s”", expression, text)
                    .isEqualTo(expected);
            found += expected ? 1 : 0;
        }
        // both answers were asked for often enough
        assertThat(found).isBetween(4_000, 16_000);
    }

    @Test
    void boundariesAreWhereWordsBeginAndEnd() {
        assertThat(SearchPattern.of("\\bpower\\b").findsIn("the power on")).isTrue();
        assertThat(SearchPattern.of("\\bpower\\b").findsIn("power_on")).isFalse();
        assertThat(SearchPattern.of("\\Bower").findsIn("power")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"(a+)+$ false", "(a|a)*$ true", "(a|aa)+$ false", "(.*a){20}$ false",
        "a(?:a?|a?){30}a{30}$ false", "(?:|){30}$ true", "((a*)*)*b false", "^(?:|a){50}$ false"})
    void whatTakesYearsElsewhereTakesNoTime(String expression, boolean there) {
        SearchPattern pattern = SearchPattern.of(expression);
        String text = "a".repeat(NameFilter.LONGEST - 1) + "!";
        boolean found = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> pattern.findsIn(text));
        assertThat(found).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"(a,0", "a),1", "[a,0", "a**,2", "*a,0", "a{x},1", "a\\,1", "a(b(c),1", "(?=a),0",
        "\\1,0", "[],0", "[z-a],1", "a{101},1", "[[a],1"})
    void whatIsWrongIsSaidWithItsPlace(String expression, int at) {
        PatternFault fault = catchThrowableOfType(PatternFault.class, () -> SearchPattern.of(expression));
        assertThat(fault).isNotNull();
        assertThat(fault.words()).isNotBlank();
        assertThat(fault.at()).isEqualTo(at);
    }

    @Test
    void nothingTooLargeIsBuilt() {
        PatternFault fault = catchThrowableOfType(PatternFault.class, () -> SearchPattern.of("((((a{99}){99}){99}){99})"));
        assertThat(fault.words()).contains("too large");
        fault = catchThrowableOfType(PatternFault.class, () -> SearchPattern.of("(".repeat(200) + ")".repeat(200)));
        assertThat(fault.words()).contains("groups");
    }

    @Test
    void anyTextIsAnExpressionOrSaysWhyNot() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                text.append("ab()[]{}|*+?^$\\.-,019d".charAt(random.nextInt(22)));
            }
            String expression = text.toString();
            try {
                SearchPattern.of(expression).findsIn("abba 019");
            } catch (PatternFault fault) {
                assertThat(fault.at()).as(expression).isBetween(0, expression.length());
            }
        }
    }
}
