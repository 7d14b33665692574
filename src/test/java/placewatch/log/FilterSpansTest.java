package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static placewatch.log.Filters.filter;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterSpansTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            power → Power on, power off → «Power» on, «power» off
            power on → power on → «power» «on»
            "power on" → power on → «power on»
            pow ower → power → «power»
            pow er → power → «power»
            aa → aaaaa → «aaaa»a
            -power on → power on → power «on»
            -(a -b) → a b → a «b»
            a or b → a b → «a» «b»
            /o+/ → foo bo → f«oo» b«o»
            /x*/ → axxb → a«xx»b
            /^/ → abc → abc
            ö → ÖÄö → «Ö»Ä«ö»
            level:warn mod:x → warn x → warn x
            b /a.c/ → xabcx → x«abc»x
            """)
    void marksWhatIsWanted(String filter, String shown, String marked) {
        StringBuilder result = new StringBuilder(shown);
        for (Span span : filter(filter).spans(shown).reversed()) {
            result.insert(span.to(), '»').insert(span.from(), '«');
        }
        assertThat(result).hasToString(marked);
    }

    @Test
    void marksAsManyAsAnybodyLooksAt() {
        List<Span> spans = filter("a or /b/").spans("a b ".repeat(1_000));
        assertThat(spans).hasSize(LogFilter.MOST_SPANS).startsWith(new Span(0, 1), new Span(2, 3));
    }

    @Test
    void givesUpAnExpressionThatTakesYears() {
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(2),
                () -> filter("/(.*)(.*)(.*)(.*)(.*)c/ or b").spans("b" + "a".repeat(60)))).containsExactly(new Span(0, 1));
    }
}
