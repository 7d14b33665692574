package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import placewatch.log.Ansi.Colour;
import placewatch.log.Ansi.Trait;
import placewatch.log.LineText.Run;

/// What people see of a message.
class LineTextTest {

    private static final String ESC = "\u001B";

    private static Ansi colour(Colour colour) {
        return new Ansi(colour, Colour.USUAL, Set.of());
    }

    private static List<Run> runs(String raw) {
        return LineText.of(raw).runs();
    }

    @Test
    void aPlainLineIsShownAsItIsAndNotCopied() {
        String line = "display warm-up takes 30 s, straße ≥ 5 °C ".repeat(3);
        LineText text = LineText.of(line);
        assertThat(text).isEqualTo(new LineText(line, 0, List.of(), 0));
        assertThat(text.first()).isSameAs(line);
        assertThat(LineText.plain(line)).isSameAs(line);
    }

    @Test
    void furtherLinesAreCountedWithoutTheEmptyOnesAtTheEnd() {
        assertThat(LineText.of("one\r\ntwo\rthree\n\nfive\u2028six\u2029seven\n\r\n"))
                .isEqualTo(new LineText("one", 6, List.of(), 0));
        assertThat(LineText.of("one\n")).isEqualTo(new LineText("one", 0, List.of(), 0));
        assertThat(LineText.of("one\n" + ESC + "[0m\n")).isEqualTo(new LineText("one", 0, List.of(), 0));
        assertThat(LineText.of("\none")).isEqualTo(new LineText("", 1, List.of(), 0));
        assertThat(LineText.of("\n\n")).isEqualTo(new LineText("", 0, List.of(), 0));
        assertThat(LineText.of("")).isEqualTo(new LineText("", 0, List.of(), 0));
    }

    @Test
    void coloursStandBesideTheText() {
        LineText text = LineText.of("a " + ESC + "[1;31mred" + ESC + "[0m b " + ESC + "[92;44mgreen");
        assertThat(text.first()).isEqualTo("a red b green");
        assertThat(text.runs()).containsExactly(
                new Run(2, 5, new Ansi(Colour.RED, Colour.USUAL, Set.of(Trait.BOLD))),
                new Run(8, 13, new Ansi(Colour.BRIGHT_GREEN, Colour.BLUE, Set.of())));
    }

    @ParameterizedTest
    @CsvSource({"30,BLACK", "37,WHITE", "90,BRIGHT_BLACK", "97,BRIGHT_WHITE", "38;5;1,RED", "38;5;9,BRIGHT_RED",
        "38;5;196,BRIGHT_RED", "38;5;21,BLUE", "38;5;16,BLACK", "38;5;231,BRIGHT_WHITE", "38;5;244,BRIGHT_BLACK",
        "38;2;250;5;5,BRIGHT_RED", "38:2::0:200:0,GREEN", "38:2:0:200:0,GREEN", "38:5:3,YELLOW", "1;22;35,MAGENTA",
        "31;38;5,RED", "31;38;5;256,RED", "31;38;2;1;2;999,RED", "31;99999999,RED", "58;5;1;36,CYAN", ";34,BLUE",
        "48;5;2;49;33,YELLOW"})
    void colours(String parameters, Colour expected) {
        assertThat(runs(ESC + "[" + parameters + "mx")).containsExactly(new Run(0, 1, colour(expected)));
    }

    @Test
    void whatWasTurnedOnIsTurnedOff() {
        assertThat(runs(ESC + "[1;2;3;4;7;9mx" + ESC + "[22;23;24;27;29my")).containsExactly(new Run(0, 1,
                new Ansi(Colour.USUAL, Colour.USUAL, Set.of(Trait.values()))));
        assertThat(runs(ESC + "[31;42mx" + ESC + "[39;49my")).hasSize(1);
        assertThat(runs(ESC + "[4mx" + ESC + "[4:0my")).hasSize(1);
        assertThat(runs(ESC + "[31mx" + ESC + "[my")).hasSize(1);
        assertThat(runs(ESC + "[31mx" + ESC + "[32m" + ESC + "[31my")).as("one run for one look")
                .containsExactly(new Run(0, 2, colour(Colour.RED)));
        assertThat(runs(ESC + "[8mhidden")).as("nothing hides").isEmpty();
    }

    @Test
    void otherSequencesAreASign() {
        assertThat(LineText.of("a" + ESC + "[2Jb" + ESC + "[10;5Hc" + ESC + "[?25ld").first()).isEqualTo("a␛b␛c␛d");
        assertThat(LineText.of(ESC + "]0;title\u0007x" + ESC + "]8;;http://a" + ESC + "\\link").first())
                .isEqualTo("␛x␛link");
        assertThat(LineText.of(ESC + "(Bx" + ESC + "cy").first()).isEqualTo("␛x␛cy");
        assertThat(LineText.of("x" + ESC).first()).isEqualTo("x␛");
    }

    @Test
    void aSequenceThatDoesNotEndHidesNothing() {
        assertThat(LineText.of(ESC + "]0;title and the rest").first()).isEqualTo("␛]0;title and the rest");
        assertThat(LineText.of(ESC + "]0;a\nb\u0007")).isEqualTo(new LineText("␛]0;a", 1, List.of(), 0));
        assertThat(LineText.of(ESC + "[31").first()).isEqualTo("␛[31");
        assertThat(LineText.of(ESC + "[" + "1;".repeat(300) + "mx").first()).startsWith("␛[1;1;").endsWith("mx");
    }

    @Test
    void whatIsNotToBeSeenHasASign() {
        assertThat(LineText.of("\0\u0007\b\u000B\f\u007F\u0085\u009B\u0081").first())
                .isEqualTo("␀␇␈␋␌␡⟦NEL⟧⟦CSI⟧⟦U+0081⟧");
        assertThat(LineText.of("invoice\u202Efdp.exe\u2066\u200B\u200D\uFEFF\u00AD").first())
                .isEqualTo("invoice⟦RLO⟧fdp.exe⟦LRI⟧⟦ZWSP⟧⟦ZWJ⟧⟦BOM⟧⟦SHY⟧");
        for (int point : new int[] {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xE0041,
            0x3164, 0x180E, 0xFFF9}) {
            assertThat(LineText.of(Character.toString(point)).first()).matches("⟦[A-Z0-9+]+⟧");
        }
        assertThat(LineText.of("👍 \uD83D").first()).isEqualTo("👍 \uFFFD");
        assertThat(LineText.of("a\tb\tc").first()).isEqualTo("a   b   c");
    }

    @Test
    void aLongLineIsCutAndSaysHowLongItIs() {
        LineText text = LineText.of("x".repeat(9_000) + "\nmore");
        assertThat(text.first()).hasSize(LineText.MOST);
        assertThat(text.cut()).isEqualTo(9_000);
        assertThat(text.more()).isEqualTo(1);
        assertThat(LineText.of("x".repeat(LineText.MOST)).isCut()).isFalse();
        LineText half = LineText.of("x".repeat(LineText.MOST - 1) + "👍y");
        assertThat(half.first()).as("no half character").hasSize(LineText.MOST - 1).endsWith("x");
        assertThat(half.cut()).isEqualTo(LineText.MOST + 2);
    }

    @Test
    void thePlainTextHasAllOfIt() {
        assertThat(LineText.plain("a\t" + ESC + "[31mred\r\n\u0007\rb\n\n" + "x".repeat(9_000) + "\n\n"))
                .isEqualTo("a   red\n␇\nb\n\n" + "x".repeat(9_000));
        assertThat(LineText.plain("\n")).isEmpty();
    }

    @Test
    void whateverComesNothingUnseenIsLeftAndTheRunsFit() {
        Random random = new Random(7);
        String[] pieces = {"a", "\t", "\n", "\r\n", "\u2028", ESC, ESC + "[31m", ESC + "[0m", ESC + "[", ESC + "]0;", "\u0007",
            ";", "1", "m", "\\", "\u202E", "👍", "\uDC00", "\u0090", "word "};
        for (int round = 0; round < 3_000; round++) {
            StringBuilder raw = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                raw.append(pieces[random.nextInt(pieces.length)]);
            }
            LineText text = LineText.of(raw.toString());
            String plain = LineText.plain(raw.toString());
            assertThat(plain.lines().findFirst().orElse("")).isEqualTo(text.first());
            assertThat(plain.chars().filter(c -> c == '\n').count()).isEqualTo(text.more());
            assertThat(plain.codePoints().filter(c -> c != '\n')).allMatch(c -> Visible.asItIs(c));
            int at = 0;
            for (Run run : text.runs()) {
                assertThat(run.from()).isGreaterThanOrEqualTo(at).isLessThan(run.to());
                assertThat(run.style()).isNotEqualTo(Ansi.USUAL);
                at = run.to();
            }
            assertThat(at).isLessThanOrEqualTo(text.first().length());
        }
    }
}
