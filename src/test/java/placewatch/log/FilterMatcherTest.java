package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static placewatch.log.Filters.NOW;
import static placewatch.log.Filters.filter;
import static placewatch.log.Filters.module;
import static placewatch.log.Filters.takes;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterMatcherTest {

    /// Of Display_1 in sys-1, “Boardroom 2.01”.
    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            power → Set POWER on → true
            POWER → set power on → true
            on → power: No → false
            power on → on the power → true
            power off → power on → false
            power or off → off we go → true
            -power → power → false
            -power → other → true
            a -(b or c) → a d → true
            a -(b or c) → xa c → false
            a b or c → c → true
            x (y or z) → z → false
            "power on" → POWER ON → true
            "power on" → power  on → false
            display → anything → true
            lay_1 → anything → true
            "display_1" → anything → true
            -display → anything → false
            /display/ → anything → false
            Display_2 → anything → false
            größe → GRÖSSE Größe → true
            GRÖßE → größe → true
            ärger → Ärger → true
            ärger → arger → false
            k → the Kelvin K → true
            z → ſt K → false
            日本 → 東京、日本 → true
            日本 → 日 本 → false
            /pow(er)?\\s+on/ → x POWER  On → true
            /^on/ → power on → false
            /grö.e/ → GRÖSE → true
            /a\\/b/ → a/b → true
            @ → ` → false
            [ → { → false
            x[ → X[ → true
            x[ → x{ → false
            power(true) → call power(true) → true
            {"power":true} → got {"Power":TRUE}. → true
            ab → aab → true
            /hdmi? on/ → HDM on → true
            /hdmi|off/ → off → true
            /hdmi(?-i)X/ → HDMIx → false
            /hdmi{0}x/ → hdmx → true
            abcdefghijklmnop → abcdefghijklmnoabcdefghijklmnop → true
            abcdefghijklmnop → abcdefghijklmnoabcdefghijklmno → false
            """)
    void looksForText(String filter, String text, boolean expected) {
        assertThat(takes(filter, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            level:warn → warn → true
            level:warn → Warning → true
            level:warn → error → false
            level:warn+ → fatal → true
            level:warn+ → warn → true
            level:warn+ → notice → false
            level:warn+ → audit → false
            level:info+ → audit → true
            level:info → audit → false
            level:AUDIT → Audit → true
            level:audit → other → false
            level:warn,fatal → fatal → true
            level:warn,fatal → error → false
            level:debug,error+ → fatal → true
            level:debug,error+ → info → false
            level:warn+ → '' → false
            -level:debug → '' → true
            level:trace → verbose → true
            level:"in two" → In Two → true
            """)
    void looksAtTheLevel(String filter, String level, boolean expected) {
        assertThat(takes(filter, LogSource.CONNECTION, LogEntry.Kind.DEBUG, level, 1, "x")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            mod:Display_1 → true
            mod:display_1 → true
            mod:Display → true
            mod:Display_2 → false
            mod:Displa → false
            mod:Disp* → true
            mod:*_1 → true
            mod:*_2 → false
            mod:Camera,Display → true
            -mod:Display → false
            sys:sys-1 → true
            sys:SYS-1 → true
            sys:sys-12 → false
            sys:sys → false
            sys:sys-* → true
            sys:boardroom → true
            sys:board → true
            sys:board*2 → true
            sys:"2.01 Boardroom" → true
            sys:"Boardroom 2.02" → false
            sys:hall → false
            sys:hall,board → true
            sys:" " → false
            """)
    void looksAtTheSource(String filter, boolean expected) {
        assertThat(takes(filter, "x")).isEqualTo(expected);
        assertThat(takes(filter, LogSource.CONNECTION, LogEntry.Kind.STREAM, "", 1, "x"))
                .isEqualTo(filter.startsWith("-"));
    }

    @Test
    void aModulesNameMayEndLikeAnIndex() {
        LogSource room = module("Room_101_2", "sys-1", "");
        assertThat(takes("mod:Room_101", room, LogEntry.Kind.DEBUG, "", 1, "x")).isTrue();
        assertThat(takes("mod:Room", room, LogEntry.Kind.DEBUG, "", 1, "x")).isFalse();
        assertThat(takes("sys:x", room, LogEntry.Kind.DEBUG, "", 1, "x")).isFalse();
        assertThat(takes("sys:*", room, LogEntry.Kind.DEBUG, "", 1, "x")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"age:5m,299,true", "age:5m,300,false", "age:90s,89,true", "age:90s,90,false", "-age:1h,3600,true",
            "age:1d,86399,true", "age:0s,0,false", "age:1s,-5,true"})
    void looksAtTheAge(String filter, long secondsAgo, boolean expected) {
        assertThat(takes(filter, LogSource.CONNECTION, LogEntry.Kind.DEBUG, "", secondsAgo, "x")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            kind:call → EXEC → true
            kind:debug → DEBUG → true
            kind:connection → STREAM → true
            kind:call → DEBUG → false
            kind:call,debug → DEBUG → true
            kind:call,debug → STREAM → false
            """)
    void looksAtTheKind(String filter, LogEntry.Kind kind, boolean expected) {
        assertThat(takes(filter, LogSource.CONNECTION, kind, "", 1, "x")).isEqualTo(expected);
    }

    @Test
    void eachLineOfAMessageHasItsOwnBeginning() {
        assertThat(takes("/^two$/", "one\ntwo\nthree")).isTrue();
    }

    @Test
    void findsNothingAcrossTwoLines() {
        LogStore store = new LogStore(10, 1 << 20);
        for (String text : new String[] {"the pow", "er is on", "", "p", "ower"}) {
            store.append(NOW, LogSource.CONNECTION, LogEntry.Kind.DEBUG, "", text);
        }
        LogWindow window = store.window();
        LogCursor cursor = window.cursor();
        FilterMatcher matcher = filter("power or \"wer\"").matcher();
        StringBuilder found = new StringBuilder();
        for (long number = 0; number < window.end(); number++) {
            window.moveTo(cursor, number);
            found.append(matcher.matches(cursor, NOW) ? number : "");
        }
        assertThat(found).hasToString("4");
    }

    @Test
    void anExpressionThatTakesYearsIsGivenUp() {
        LogStore store = new LogStore(100, 1 << 20);
        for (int i = 0; i < 20; i++) {
            store.append(NOW, LogSource.CONNECTION, LogEntry.Kind.DEBUG, i % 2 == 0 ? "warn" : "info", "a".repeat(60) + "!");
        }
        store.append(NOW, LogSource.CONNECTION, LogEntry.Kind.DEBUG, "warn", "b");
        assertThat(count(store, "/(.*)(.*)(.*)(.*)(.*)c/")).isEqualTo("20, 20 given up");
        assertThat(count(store, "-/(.*)(.*)(.*)(.*)(.*)c/")).isEqualTo("21, 20 given up");
        assertThat(count(store, "/(.*)(.*)(.*)(.*)(.*)c/ /d/")).isEqualTo("0, 0 given up");
        assertThat(count(store, "/(.*)(.*)(.*)(.*)(.*)c/ level:warn")).isEqualTo("10, 10 given up");
        assertThat(count(store, "/(.*)(.*)(.*)(.*)(.*)c/ or level:warn")).isEqualTo("21, 10 given up");
        assertThat(count(store, "a /b/")).isEqualTo("0, 0 given up");
    }

    @Test
    void whatLeadsNowhereIsNotTried() {
        LogStore store = new LogStore(100, 1 << 20);
        store.append(NOW, LogSource.CONNECTION, LogEntry.Kind.DEBUG, "", "a".repeat(10_000) + "b");
        assertThat(count(store, "/.*.*?b/")).isEqualTo("1, 0 given up");
        assertThat(count(store, "/.*c/")).isEqualTo("0, 0 given up");
        assertThat(count(store, "/.*/")).isEqualTo("1, 0 given up");
        assertThat(count(store, "/.*+b/")).isEqualTo("1, 1 given up");
    }

    @Test
    void anExpressionThatGoesTooDeepIsGivenUp() {
        LogStore store = new LogStore(100, 1 << 20);
        store.append(NOW, LogSource.CONNECTION, LogEntry.Kind.DEBUG, "", "xy".repeat(50_000));
        assertThat(count(store, "/(x|y)*z/")).isEqualTo("1, 1 given up");
    }

    @Test
    void anExpressionOnWhichJavaFailsIsGivenUp() {
        LogStore store = new LogStore(100, 1 << 20);
        store.append(NOW, LogSource.CONNECTION, LogEntry.Kind.DEBUG, "", "ab\nxa1 i\uD83D\uDE00");
        assertThat(count(store, "/1*\\X?\\b{g}1/")).startsWith("1, ");
    }

    private static String count(LogStore store, String filter) {
        return assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            LogWindow window = store.window();
            LogCursor cursor = window.cursor();
            FilterMatcher matcher = filter(filter).matcher();
            int count = 0;
            for (long number = window.first(); number < window.end(); number++) {
                window.moveTo(cursor, number);
                count += matcher.matches(cursor, NOW) ? 1 : 0;
            }
            return count + ", " + matcher.givenUp() + " given up";
        });
    }
}
