package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterHintsTest {

    private static final FilterHints HINTS = new FilterHints(List.of("Warn", "audit", "in two", ""),
            List.of("Display_1", "Display_2", "Camera_1", "Odd Name_1"), List.of("Boardroom 2.01", "Hall", "sys-3"));

    private static List<FilterHint> at(String marked) {
        return HINTS.at(marked.replace("¦", ""), marked.indexOf('¦'));
    }

    /// The caret is ¦; what could stand there, with what it would replace removed and itself between « and ».
    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            ¦ → «level:» «mod:» «sys:» «age:» «kind:» «""» «//» «()» «-»
            a ¦ → a «level:» a «mod:» a «sys:» a «age:» a «kind:» a «""» a «//» a «()» a «-» a «or »
            a -¦ → a -«level:» a -«mod:» a -«sys:» a -«age:» a -«kind:» a -«""» a -«//» a -«()»
            x or ¦"q" → x or «level:»"q" x or «mod:»"q" x or «sys:»"q" x or «age:»"q" x or «kind:»"q" x or «""»"q" x or «//»"q" x or «()»"q" x or «-»"q"
            (¦) → («level:») («mod:») («sys:») («age:») («kind:») («""») («//») («()») («-»)
            l¦ → «level:»
            ¦x → «level:»x «mod:»x «sys:»x «age:»x «kind:»x «""»x «//»x «()»x «-»x
            -¦x → -«level:»x -«mod:»x -«sys:»x -«age:»x -«kind:»x -«""»x -«//»x -«()»x
            M¦ b → «mod:» b
            -k¦ → -«kind:»
            a o¦ → a «or »
            o¦ → ''
            a (o¦ → ''
            a or o¦ → ''
            a -o¦ → ''
            (a) o¦ → (a) «or »
            wa¦ → «level:warn+»
            disp¦ x → «mod:Display_1» x «mod:Display_2» x
            room¦ → «sys:"Boardroom 2.01"»
            name¦ → «mod:"Odd Name_1"»
            di¦splay → «mod:Display_1» «mod:Display_2»
            le¦vel:warn → «level:»warn
            level:¦ → level:«trace+» level:«trace» level:«debug+» level:«debug» level:«info+» level:«info» level:«notice+» level:«notice» level:«warn+» level:«warn» level:«error+» level:«error» level:«fatal+» level:«fatal» level:«audit» level:«"in two"»
            level:w¦ → level:«warn+» level:«warn» level:«"in two"»
            level:warn+¦ b → level:«warn+» b level:«warn» b
            level:info,fa¦ → level:info,«fatal+» level:info,«fatal»
            level:aud¦ → level:«audit»
            -level:in¦ → -level:«info+» -level:«info» -level:«"in two"»
            mod:¦ → mod:«Display» mod:«Display_1» mod:«Display_2» mod:«Camera_1» mod:«"Odd Name_1"»
            mod:dis¦ b → mod:«Display» b mod:«Display_1» b mod:«Display_2» b
            mod:Camera_1,d¦play → mod:Camera_1,«Display» mod:Camera_1,«Display_1» mod:Camera_1,«Display_2» mod:Camera_1,«"Odd Name_1"»
            mod:"odd n¦ → mod:«"Odd Name_1"»
            mod:"odd n¦ame" x → mod:«"Odd Name_1"» x
            sys:¦ → sys:«"Boardroom 2.01"» sys:«Hall» sys:«sys-3»
            sys:"board¦ level:warn → sys:«"Boardroom 2.01"» level:warn
            sys:"Hall"¦ → ''
            sys:zzz¦ → ''
            age:¦ → age:«30s» age:«1m» age:«5m» age:«15m» age:«1h» age:«1d»
            age:7¦ → age:«7s» age:«7m» age:«7h» age:«7d»
            kind:¦ → kind:«call» kind:«debug» kind:«connection»
            kind:call,c¦ → kind:call,«call» kind:call,«connection»
            "lev¦ → ''
            "lev¦" → ''
            /lev¦/ → ''
            "a"¦ → ''
            "a" l¦ → "a" «level:»
            /a/ l¦ → /a/ «level:»
            a(b) l¦ → a(b) «level:»
            mod:x,"y z" l¦ → mod:x,"y z" «level:»
            """)
    void offersWhatCouldStandThere(String marked, String offered) {
        String text = marked.replace("¦", "");
        assertThat(at(marked).stream().map(hint -> text.substring(0, hint.from()) + "«" + hint.written() + "»"
                + text.substring(hint.to())).collect(Collectors.joining(" "))).isEqualTo(offered);
    }

    @Test
    void saysWhatItDoes() {
        assertThat(at("level:w¦").getFirst()).isEqualTo(new FilterHint(6, 7, "warn+", "warn or graver"));
        assertThat(at("age:1¦")).extracting(FilterHint::meaning)
                .containsExactly("the last second", "the last minute", "the last hour", "the last day");
        FilterHint quotes = at("a ¦").stream().filter(hint -> hint.written().equals("\"\"")).findFirst().orElseThrow();
        assertThat(quotes.in("a ")).isEqualTo("a \"\"");
        assertThat(quotes.caret()).isEqualTo(3);
        assertThat(at("l¦").getFirst().caret()).isEqualTo(6);
    }

    @Test
    void offersNotMoreThanAnybodyLooksThrough() {
        List<String> many = IntStream.range(0, 5_000).mapToObj(i -> "Display_" + i).toList();
        assertThat(new FilterHints(List.of(), many, many).at("mod:dis", 7)).hasSize(FilterHints.MOST);
        assertThat(new FilterHints(List.of(), many, many).at("dis", 3)).hasSize(FilterHints.MOST);
    }

    @Test
    void everyHintOfEveryPlaceLiesInTheText() {
        String[] pieces = {" ", "(", ")", "\"", "-", "/", "\\", ",", "or", "level:", "warn+", "mod:", "dis", "sys:", "age:",
            "5", "kind:", "a"};
        Random random = new Random(3);
        long offered = 0;
        for (int round = 0; round < 5_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(9); i >= 0; i--) {
                typed.append(pieces[random.nextInt(pieces.length)]);
            }
            String text = typed.toString();
            int caret = random.nextInt(text.length() + 1);
            for (FilterHint hint : HINTS.at(text, caret)) {
                assertThat(hint.from()).as(text).isBetween(0, caret);
                assertThat(hint.to()).as(text).isBetween(caret, text.length());
                offered++;
            }
        }
        assertThat(offered).isGreaterThan(10_000);
        assertThat(HINTS.at("a", -5)).isEqualTo(HINTS.at("a", 0));
        assertThat(HINTS.at("a", 99)).isEqualTo(HINTS.at("a", 1));
    }
}
