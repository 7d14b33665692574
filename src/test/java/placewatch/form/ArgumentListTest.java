package placewatch.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentListTest {

    private final Argument input = argument("input", "{\"type\":\"string\"}");
    private final Argument seconds = argument("seconds", "{\"type\":\"integer\",\"default\":0}");
    private final Argument note = argument("note", "{\"type\":\"string\",\"default\":null}");
    private final List<Argument> all = List.of(input, seconds, note);

    private static Argument argument(String name, String schema) {
        return new Argument(name, ShapeReaderTest.json(schema));
    }

    private static Draft typed(String text) {
        return Draft.typed(text);
    }

    @Test
    void trailingOptionalArgumentsAreLeftOut() {
        assertThat(ArgumentList.of(all, List.of(typed("hdmi1"), Draft.NONE, Draft.NONE)))
                .isEqualTo(new ArgumentList.Ready(List.of("\"hdmi1\"")));
        assertThat(ArgumentList.of(all, List.of(typed("hdmi1"), typed("3"), Draft.NONE)))
                .isEqualTo(new ArgumentList.Ready(List.of("\"hdmi1\"", "3")));
        assertThat(note.optional()).isTrue();
    }

    @Test
    void anOptionalOneInTheMiddleMustBeGivenAndItsDefaultIsNotMadeUp() {
        List<Draft> drafts = List.of(typed("hdmi1"), Draft.NONE, typed("x"));
        assertThat(ArgumentList.of(all, drafts))
                .isEqualTo(new ArgumentList.Lacking(1, "seconds: needed, because note behind it is given"));
        assertThat(ArgumentList.text(all, drafts)).isEqualTo("[\n  \"hdmi1\",\n,\n  \"x\"\n]");
    }

    @Test
    void aNeededOneThatIsMissingIsNamed() {
        assertThat(ArgumentList.of(all, List.of(Draft.NONE, Draft.NONE, Draft.NONE)))
                .isEqualTo(new ArgumentList.Lacking(0, "input: needed"));
    }

    @Test
    void aTypedListKeepsItsNumbersAsTheyAre() {
        assertThat(ArgumentList.ofUnknown("[42.0, 9007199254740993, {\"a\": null}]"))
                .isEqualTo(new ArgumentList.Ready(List.of("42.0", "9007199254740993", "{\"a\":null}")));
        assertThat(ArgumentList.ofUnknown("  ")).isEqualTo(new ArgumentList.Ready(List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "true                        | 1 | 1  | the arguments must be a list",
        "[\"a\", 1.5]                | 1 | 7  | seconds: “1.5” is not a whole number",
        "[\"a\", 1, \"b\", 4]        | 1 | 15 | one too many; it takes 3 arguments",
        "[5]                         | 1 | 2  | input: string is wanted, not integer",
        "[]                          | 1 | 2  | input is needed",
        "[\"a\", 1                   | 1 | 8  | it ends too early",
        "[\"a\", hdmi]               | 1 | 7  | “hdmi” is no JSON; texts need",
        "[\"a\", , 2]                | 1 | 7  | a value is missing before “,”",
        "[\"a\" 2]                   | 1 | 6  | a comma or the end is missing before “2”",
        "[\"a\", 99999999999999999999] | 1 | 7 | 64 bits",
    })
    void aFaultOfAListHasItsPlace(String text, int line, int column, String words) {
        assertThat(ArgumentList.of(all, text)).isInstanceOfSatisfying(ArgumentList.Faulty.class, faulty -> {
            assertThat(faulty.fault().why()).contains(words);
            assertThat(List.of(faulty.fault().line(), faulty.fault().column())).containsExactly(line, column);
        });
    }

    @Test
    void aFaultDeepInsideIsFoundInItsLine() {
        Argument people = argument("people", """
                {"type":"array","items":{"type":"object","required":["name","age"],
                 "properties":{"name":{"type":"string"},"age":{"type":"integer","maximum":150}}}}""");
        String text = "[\n  [\n    {\"name\": \"a\", \"age\": 1},\n    {\"name\": \"b\", \"age\": 200}\n  ]\n]";
        assertThat(ArgumentList.of(List.of(people), text)).isInstanceOfSatisfying(ArgumentList.Faulty.class, faulty -> {
            assertThat(faulty.fault().line()).isEqualTo(4);
            assertThat(faulty.fault().why()).startsWith("people[2].age: ").contains("150");
            assertThat(faulty.fault().excerpt(text).lines().toList().getLast()).endsWith("^");
            assertThat(text.substring(faulty.fault().offset())).startsWith("200");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "{\"type\":\"integer\"}                          | 1.5       | “1.5” is not a whole number",
        "{\"type\":\"integer\",\"minimum\":0}            | -1        | at least 0",
        "{\"type\":\"integer\",\"format\":\"UInt8\"}     | 256       | at most 255",
        "{\"type\":\"integer\",\"format\":\"UInt64\"}    | 18446744073709551615 | beyond 64 bits",
        "{\"type\":\"integer\",\"multipleOf\":5}         | 7         | a multiple of 5",
        "{\"type\":\"number\",\"exclusiveMaximum\":1}    | 1         | less than 1",
        "{\"type\":\"number\"}                           | 1,5       | point for decimals",
        "{\"type\":\"boolean\"}                          | yes       | neither true nor false",
        "{\"type\":\"string\",\"maxLength\":2}           | abc       | at most 2 characters, not 3",
        "{\"type\":\"string\",\"pattern\":\"^[a-z]+$\"}  | A1        | does not match",
        "{\"type\":\"string\",\"format\":\"date-time\"}  | tomorrow  | is not a moment",
        "{\"type\":\"object\"}                           | {a:1}     | column 2",
        "{}                                              | 1 2       | line 1, column",
        "{\"type\":\"object\",\"not\":{\"required\":[\"a\"]}} | {\"a\":1} | must not be valid",
    })
    void whatCanNotBeSentSaysWhy(String schema, String typed, String words) {
        assertThat(argument("it", schema).read(typed(typed))).isInstanceOfSatisfying(Reading.Wrong.class,
                wrong -> assertThat(wrong.fault().why()).contains(words));
    }

    @Test
    void aContradictorySchemaForbidsNothing() {
        assertThat(argument("it", "{\"type\":\"integer\",\"minimum\":5,\"maximum\":4}").read(typed("7")))
                .isInstanceOf(Reading.Given.class);
    }

    @Test
    void whatIsOnlyBegunIsNotWrongButStandsAgainstTheCall() {
        Argument people = argument("people", """
                {"type":"array","items":{"type":"object","required":["name","age"],
                 "properties":{"name":{"type":"string"},"age":{"type":"integer"}}}}""");
        Draft row = new Draft.Parts(Map.of("name", typed("Ann")), List.of());
        assertThat(people.read(new Draft.Items(List.of(Draft.NONE))))
                .isInstanceOfSatisfying(Reading.Unfinished.class, lacking -> assertThat(lacking.fault().words("people"))
                        .isEqualTo("people[1]: needed; fill it in or remove the row"));
        assertThat(ArgumentList.of(List.of(people), List.of(new Draft.Items(List.of(row, Draft.NONE)))))
                .isEqualTo(new ArgumentList.Lacking(0, "people[1].age: needed"));
        // what is wrong further down goes first
        Draft wrong = new Draft.Parts(Map.of("age", typed("old")), List.of());
        assertThat(people.read(new Draft.Items(List.of(Draft.NONE, wrong))))
                .isInstanceOfSatisfying(Reading.Wrong.class, found -> assertThat(found.fault().words("people"))
                        .isEqualTo("people[2].age: “old” is not a whole number"));
        assertThat(argument("labels", "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}")
                .read(new Draft.Parts(Map.of(), List.of(new Draft.Free("", Draft.NONE)))))
                .isInstanceOfSatisfying(Reading.Unfinished.class, lacking -> assertThat(lacking.fault().words("labels"))
                        .isEqualTo("labels: a key was added; name it and fill it in, or remove it"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "{\"type\":\"string\",\"pattern\":\"^[0-9]+$\"} | pin: what is typed does not match ^[0-9]+$",
        "{\"type\":\"integer\"}                         | pin: what is typed is not a whole number",
        "{\"enum\":[\"a\"]}                               | pin: what is typed is not one of the choices",
        "{\"type\":\"object\"}                          | pin: what is typed is no JSON",
        "{\"type\":\"boolean\"}                         | pin: what is typed is neither true nor false",
    })
    void aFaultOfASecretDoesNotRepeatIt(String schema, String words) {
        Argument secret = new Argument("pin", ShapeReaderTest.json(schema), "pin"::equals);
        assertThat(ArgumentList.of(List.of(secret), List.of(typed("hunter2"))))
                .isEqualTo(new ArgumentList.Lacking(0, words));
        Argument inside = new Argument("login", ShapeReaderTest.json(
                "{\"type\":\"object\",\"properties\":{\"pin\":" + schema + "}}"), "pin"::equals);
        Draft draft = new Draft.Parts(Map.of("pin", typed("hunter2")), List.of());
        assertThat(ArgumentList.of(List.of(inside), List.of(draft)))
                .isEqualTo(new ArgumentList.Lacking(0, "login." + words));
    }

    @Test
    void theEmptyTextIsWrittenAsTwoQuotes() {
        assertThat(ArgumentList.of(List.of(input), List.of(typed("\"\""))))
                .isEqualTo(new ArgumentList.Ready(List.of("\"\"")));
    }
}
