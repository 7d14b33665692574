package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.log.Filters.fault;
import static placewatch.log.Filters.filter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterReaderTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            power → power
            Power  ON → Power ON
            a or b → a or b
            a OR b → a or b
            a b or c d → a b or c d
            a (b or c) d → a (b or c) d
            (a b) c → a b c
            (a or b) or c → a or b or c
            ((a)) → a
            (a b) or c → a b or c
            -a → -a
            -a b → -a b
            -(a b) → -(a b)
            -(a or b) → -(a or b)
            -(-a) → a
            a -(b (c or -d)) → a -(b (c or -d))
            a-b → a-b
            a and b → a and b
            "a b" → "a b"
            "power" → power
            "or" → "or"
            -or → -"or"
            "-x" → "-x"
            "(x)" → "(x)"
            "level:warn" → "level:warn"
            "say \\"hi\\"" → "say \\"hi\\""
            "C:\\\\" → C:\\
            "C:\\dir" → C:\\dir
            "a"b → a b
            {"power":true} → {"power":true}
            power(true) → "power(true)"
            (a or poll()) → a or "poll()"
            a(b or c) → a (b or c)
            f(g(1),2) → "f(g(1),2)"
            a or(b) → a or b
            (a)or(b) → a or b
            /a b/ → /a b/
            /a\\/b/ → /a\\/b/
            /a\\\\/ → /a\\\\/
            -/x+/ → -/x+/
            (/x/) → /x/
            /[)(]/ y → /[)(]/ y
            level:warn → level:warn
            LEVEL:Warn → level:warn
            level:warning → level:warn
            level:warn+ → level:warn+
            level:err+ → level:error+
            level:warn,fatal → level:warn,fatal
            level:debug,error+ → level:debug,error+
            level:Audit → level:audit
            level:"two words" → level:"two words"
            level:very-odd.1 → level:"very-odd.1"
            -level:info → -level:info
            mod:Display_1 → mod:Display_1
            mod:Display,Camera_2 → mod:Display,Camera_2
            mod:*cam* → mod:*cam*
            mod:"A B_1" → mod:"A B_1"
            sys:sys-1 → sys:sys-1
            sys:"Boardroom 2.01" → sys:"Boardroom 2.01"
            sys:"Hall, North",sys-2 → sys:"Hall, North",sys-2
            age:5m → age:5m
            age:90s → age:90s
            age:120s → age:2m
            age:60M → age:1h
            age:24h → age:1d
            age:0s → age:0s
            kind:call → kind:call
            kind:Connection,call → kind:call,connection
            kind:debug,debug → kind:debug
            http://x/y → http://x/y
            foo:bar → foo:bar
            level → level
            a level:warn+(b or c) → a level:warn+ (b or c)
            """)
    void isWrittenInOneWay(String text, String canonical) {
        LogFilter filter = filter(text);
        assertThat(filter.canonical()).isEqualTo(canonical);
        assertThat(filter.text()).isEqualTo(text);
        assertThat(filter(canonical).condition()).isEqualTo(filter.condition());
        assertThat(filter.isEmpty()).isFalse();
    }

    /// The faulty characters stand between « and ».
    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            «(»a or b → This ( is never closed: add a ) or put the bracket in quotes.
            «(» → This ( is never closed: add a ) or put the bracket in quotes.
            a «(»(b) c → This ( is never closed: add a ) or put the bracket in quotes.
            a«)» b → This ) closes nothing: take it away or put it in quotes.
            «)» → This ) closes nothing: take it away or put it in quotes.
            a «()» → Nothing stands between these brackets: write something there, or put them in quotes.
            a «( )» → Nothing stands between these brackets: write something there, or put them in quotes.
            «or» → Nothing stands before this “or”: write something there, or put the word in quotes.
            «or» b → Nothing stands before this “or”: write something there, or put the word in quotes.
            a «or» → Nothing stands behind this “or”: write something there, or put the word in quotes.
            a «OR» or b → Nothing stands behind this “or”: write something there, or put the word in quotes.
            (a «or») → Nothing stands behind this “or”: write something there, or put the word in quotes.
            a «-» b → Nothing stands right behind this -: write there what is not wanted, without a blank, or put the - in quotes.
            a «-» → Nothing stands right behind this -: write there what is not wanted, without a blank, or put the - in quotes.
            («-») → Nothing stands right behind this -: write there what is not wanted, without a blank, or put the - in quotes.
            «--»force → One - is enough: take the other away, or put the word in quotes.
            a «"b c» → This quote is never closed: add a " where it ends.
            «"» → This quote is never closed: add a " where it ends.
            «"b\\"» → This quote is never closed: add a " where it ends.
            a «""» → Nothing stands between these quotes: write something there, or take them away.
            «/a b» → This regular expression is never closed: add a /, or put the slash in quotes if it is meant as one.
            «/a\\/» → This regular expression is never closed: add a /, or put the slash in quotes if it is meant as one.
            «/a\\» → This regular expression is never closed: add a /, or put the slash in quotes if it is meant as one.
            «//» x → Nothing stands between these two /: write a regular expression there, or put the slashes in quotes.
            /var«/»log → The regular expression ends at this /, and more stands right behind it: write \\/ for a slash in it, or a blank behind it, or put the whole in quotes.
            x /a(b«c»/ → The regular expression cannot be read here (unclosed group): put a \\ before a sign that is meant as itself.
            /«*»a/ → The regular expression cannot be read here (dangling meta character '*'): put a \\ before a sign that is meant as itself.
            /a[b-«a»]/ → The regular expression cannot be read here (illegal character range): put a \\ before a sign that is meant as itself.
            a «level:» → Nothing stands right behind “level:”: write what is wanted there, such as level:warn+, or put the word in quotes.
            «Mod:» x → Nothing stands right behind “mod:”: write what is wanted there, such as mod:Display_1, or put the word in quotes.
            «sys:»(a) → Nothing stands right behind “sys:”: write what is wanted there, such as sys:"Boardroom 2.01", or put the word in quotes.
            «age:» → Nothing stands right behind “age:”: write what is wanted there, such as age:5m, or put the word in quotes.
            «kind:»,call → Nothing stands right behind “kind:”: write what is wanted there, such as kind:call, or put the word in quotes.
            level:warn«,» → Nothing stands right behind this comma: write another value there without a blank, or take the comma away.
            level:warn«,» fatal → Nothing stands right behind this comma: write another value there without a blank, or take the comma away.
            level:info,«w!rn» → “w!rn” is no word for a level: write one, such as level:warn, with a + behind it for that and all that is graver.
            level:«warn-» x → “warn-” is no word for a level: write one, such as level:warn, with a + behind it for that and all that is graver.
            level:«+» → “+” is no word for a level: write one, such as level:warn, with a + behind it for that and all that is graver.
            level:«audit+» → How grave “audit” is nobody knows: leave out the +, or use one of trace, debug, info, notice, warn, error, fatal.
            age:«5» → “5” is no age: write a whole number and s, m, h or d right behind it, such as age:90s or age:5m.
            age:«5m30s» → “5m30s” is no age: write a whole number and s, m, h or d right behind it, such as age:90s or age:5m.
            age:«99999999999s» → “99999999999s” is no age: write a whole number and s, m, h or d right behind it, such as age:90s or age:5m.
            age:«36501d» → No line is that old: an age is at most 36500d.
            age:«9999999999d» → No line is that old: an age is at most 36500d.
            age:5m,«6m» → A line has one age only: leave the smaller or the greater one, and take the comma away.
            kind:«exec» → “exec” is no kind of line: use call, debug or connection.
            """)
    void marksTheFault(String marked, String sentence) {
        FilterFault fault = fault(marked.replaceAll("[«»]", ""));
        assertThat(fault.sentence()).isEqualTo(sentence);
        assertThat(fault.from()).isEqualTo(marked.indexOf('«'));
        assertThat(fault.to()).isEqualTo(marked.indexOf('»') - 1);
    }

    @Test
    void nothingTakesEverything() {
        for (String text : new String[] {"", " ", "\t\u00A0\n"}) {
            LogFilter filter = filter(text);
            assertThat(filter.isEmpty()).isTrue();
            assertThat(filter.canonical()).isEmpty();
            assertThat(filter.spans("anything")).isEmpty();
        }
        assertThat(LogFilter.EVERYTHING.isEmpty()).isTrue();
    }

    @Test
    void knowsWhetherTimeChangesIt() {
        assertThat(filter("a age:5m").ages()).isTrue();
        assertThat(filter("a or -(b age:5m)").ages()).isTrue();
        assertThat(filter("a -(b or level:warn) mod:x sys:y kind:call /z/").ages()).isFalse();
    }

    @Test
    void whatIsDeepOrLongIsAFault() {
        assertThat(fault("(".repeat(10_000)).sentence()).isEqualTo(
                "A filter has at most 4,000 characters and this one has 10,000: take some away.");
        FilterFault deep = fault("(".repeat(3_000) + "a");
        assertThat(deep).isEqualTo(new FilterFault(100, 101,
                "More than 100 brackets are in one another here: take some away, or put them in quotes."));
        assertThat(fault("-(".repeat(2_000)).from()).isEqualTo(201);
        assertThat(filter("(".repeat(100) + "a" + ")".repeat(100)).canonical()).isEqualTo("a");
        assertThat(filter("a -(b or ".repeat(99) + "c" + ")".repeat(99)).isEmpty()).isFalse();
        // brackets side by side are not deep
        assertThat(filter("(a) ".repeat(900)).isEmpty()).isFalse();
        assertThat(fault("/" + "(".repeat(3_990) + "/").sentence()).isNotEmpty();
    }
}
