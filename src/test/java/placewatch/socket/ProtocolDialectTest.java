package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.INPUT;
import static placewatch.socket.Patience.POWER;
import static placewatch.socket.Patience.await;
import static placewatch.socket.ProtocolStage.row;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import placewatch.socket.DialectDetector.Reading;
import placewatch.socket.ProtocolStage.Row;
import placewatch.socket.SocketOptions.Dialect;

/// *Telling raw from stringified* of `protocol.md`. Values and frames are written with `'` for `"`.
class ProtocolDialectTest {

    /// One sentence, one value as it came: what it proves, and how it is read.
    record Proof(String sentence, String raw, Dialect proven, String read, boolean doubtful) {
        @Override
        public String toString() {
            return sentence + " — " + raw;
        }
    }

    private static Stream<Proof> proofs(String sentence, Dialect proven, String... values) {
        return Stream.of(values).map(raw -> new Proof(sentence, raw, proven, raw, false));
    }

    private static Stream<Proof> nothing(String... values) {
        return Stream.of(values).map(raw -> new Proof(
                "A string such as \"123\" or \"[]\" proves nothing: until something does, read it as raw text",
                raw, Dialect.DETECT, raw, true));
    }

    static Stream<Proof> values() {
        return Stream.of(
                proofs("a value that is not a JSON string means raw", Dialect.RAW, "[]", "42.0", "1.0e-7",
                        "90071992547409931", "{'a':1}", "true", "0", "['\\'on\\'']"),
                Stream.of(
                        new Proof("A string whose content is itself a quoted JSON string means stringified",
                                "'\\'on\\''", Dialect.STRINGIFIED, "'on'", false),
                        new Proof("A string whose content is itself a quoted JSON string means stringified",
                                "'\\'\\''", Dialect.STRINGIFIED, "''", false),
                        new Proof("A string whose content is itself a quoted JSON string means stringified",
                                "'\\'\\\\\\'a\\\\\\'\\''", Dialect.STRINGIFIED, "'\\'a\\''", false),
                        new Proof("A string whose content is itself a quoted JSON string means stringified",
                                "'\\u0022on\\u0022'", Dialect.STRINGIFIED, "'on'", false)),
                proofs("one whose content is no JSON means raw", Dialect.RAW, "'on'", "''", "'HDMI 1'", "'\\'half'",
                        "'1 2'", "'[1,'", "'01'", "'NaN'", "' '", "'\\'a\\' \\'b\\''"),
                nothing("'123'", "'[]'", "'null'", "'true'", "'{\\'a\\':1}'", "'-1.5e3'", "'[\\'on\\']'", "' 7 '"),
                Stream.of(new Proof("a bare null proves nothing: either server may write a removed variable so",
                        "null", Dialect.DETECT, "null", false)))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void isTold(Proof proof) {
        DialectDetector detector = new DialectDetector(Dialect.DETECT);

        Reading reading = detector.read(proof.raw().replace('\'', '"'));

        assertThat(reading).as("%s", proof).isEqualTo(new Reading(proof.read().replace('\'', '"'), proof.doubtful()));
        assertThat(detector.dialect()).as("%s", proof).isEqualTo(proof.proven());
    }

    private static final String META = "'meta':{'sys':'sys-1','mod':'Display','index':1,'name':'power'}}";
    private static final String GRANTED = "{'id':$id,'type':'success'," + META;

    private static String notify(String value) {
        return "{'id':1,'type':'notify','value':" + value + "," + META;
    }

    static Stream<Row> connection() {
        return Stream.of(
                row("Decide once per connection: raw stays raw", stage -> {
                    stage.answers("bind", GRANTED, notify("1"), notify("'\\'on\\''"), notify("'2'"));

                    assertThat(stage.bind(POWER).all())
                            .containsExactly("Binding", "Live", "= 1", "= \"\\\"on\\\"\"", "= \"2\"");
                }),
                row("Decide once per connection: stringified stays stringified", stage -> {
                    stage.answers("bind", GRANTED, notify("'\\'on\\''"), notify("'123'"), notify("'[\\'a\\']'"),
                            notify("'off'"), notify("7"), notify("'\\'off\\''"));

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Live", "= \"on\"", "= 123",
                            "= [\"a\"]", "= \"off\"", "= 7", "= \"off\"");
                }),
                row("until something does, read it as raw text: what was misread is then told again", stage -> {
                    stage.answers("bind", GRANTED);
                    ProtocolTold power = stage.bind(POWER);
                    ProtocolTold input = stage.bind(INPUT);
                    stage.push(notify("'[1]'"), notify("'\\'hdmi\\''").replace("power", "input"));

                    assertThat(power.all()).containsExactly("Binding", "Live", "= \"[1]\"", "reread [1]");
                    assertThat(input.all()).containsExactly("Binding", "Live", "= \"hdmi\"");
                    assertThat(stage.bind(POWER).all()).containsExactly("Live", "= [1]");
                }),
                row("until something does, read it as raw text: what was read rightly is not told again", stage -> {
                    stage.answers("bind", GRANTED, notify("'123'"), notify("'on'"));

                    assertThat(stage.bind(POWER).all())
                            .containsExactly("Binding", "Live", "= \"123\"", "= \"on\"");
                }),
                row("Decide once per connection: the next connection decides anew", stage -> {
                    stage.answers("bind", GRANTED, notify("'\\'on\\''"));
                    ProtocolTold told = stage.bind(POWER);
                    stage.answers("bind", GRANTED, notify("{}"), notify("'\\'on\\''"));
                    stage.server().drop();
                    await().until(() -> told.all().contains("= {}"));
                    stage.settle();

                    assertThat(told.all()).containsExactly("Binding", "Live", "= \"on\"", "Disconnected", "Binding",
                            "Live", "= {}", "= \"\\\"on\\\"\"");
                }),
                row("the connection's settings can fix it: stringified", stage -> {
                    stage.dialect(Dialect.STRINGIFIED).answers("bind", GRANTED, notify("'[]'"), notify("[1]"));

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Live", "= []", "= [1]");
                }),
                row("the connection's settings can fix it: raw", stage -> {
                    stage.dialect(Dialect.RAW).answers("bind", GRANTED, notify("'\\'on\\''"), notify("'[]'"));

                    assertThat(stage.bind(POWER).all())
                            .containsExactly("Binding", "Live", "= \"\\\"on\\\"\"", "= \"[]\"");
                }),
                row("value of an exec: read either (a stringified connection, raw value)", stage -> {
                    stage.dialect(Dialect.STRINGIFIED).answers("exec", "{'id':$id,'type':'success','value':{}}");

                    assertThat(((ExecResult.Returned) stage.exec("f")).json()).isEqualTo("{}");
                }),
                row("value of an exec: read either (a stringified connection, stringified value)", stage -> {
                    stage.dialect(Dialect.STRINGIFIED).answers("exec", "{'id':$id,'type':'success','value':'[1]'}");

                    assertThat(((ExecResult.Returned) stage.exec("f")).json()).isEqualTo("[1]");
                }),
                row("value of an exec: proves nothing, as the page shows it raw", stage -> {
                    stage.answers("exec", "{'id':$id,'type':'success','value':{}}")
                            .answers("bind", GRANTED, notify("'\\'on\\''"));
                    stage.exec("f");

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Live", "= \"on\"");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("connection")
    void isHeld(Row row) {
        ProtocolStage.play(row);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aMillionBracketsOverflowNoStack(Dialect dialect) {
        String open = "[".repeat(1_000_000);
        String closed = open + "]".repeat(1_000_000);

        for (String raw : new String[] {open, closed, "\"" + open + "\"", "\"" + closed + "\""}) {
            String read = new DialectDetector(dialect).read(raw).json();
            assertThat(read.equals(raw) || raw.equals("\"" + read + "\"")).isTrue();
        }
    }

    @Test
    void aStringifiedValueOfTwentyMegabytesIsUnwrapped() {
        String value = "[" + "\"on\",".repeat(4_000_000) + "null]";
        String raw = "\"" + value.replace("\"", "\\\"") + "\"";

        assertThat(new DialectDetector(Dialect.STRINGIFIED).read(raw).json().equals(value)).isTrue();
        assertThat(new DialectDetector(Dialect.RAW).read(raw).json().equals(raw)).isTrue();
    }
}
