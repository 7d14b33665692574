package placewatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// "Anything unreadable … never ends the session by itself: it is counted, kept for the wire view (cut, with its
/// length), and the rest goes on." Frames are written with `'` for `"`.
class UnreadableFrameTest {

    private static final String META = "'meta':{'sys':'sys-1','mod':'Display','index':1,'name':'power'}";
    private static final StatusKey POWER = new StatusKey(new ModuleAddress("sys-1", "Display", 1), "power");
    private static final int MEGABYTES_20 = 20_000_000;

    private final FrameReader reader = new FrameReader();

    private Inbound read(String frame) {
        return Utf8.read(reader, frame.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        // broken JSON, or none
        "", " ", "\0", "ping", "pong pong", "{", "}", "[]", "[{'type':'success'}]", "null", "12", "'pong'",
        "{'id':1", "{'id':1,}", "{'id' 1}", "{id:1,'type':'success'}", "{'type':'success','id':01}",
        "{'type':'notify','value':NaN}", "{'type':'notify','value':+1}", "{'type':'success','id':'\\ud8'}",
        "{'type':'success','msg':'a\nb'}", "{'type':'success','id':1} trailing",
        "{'type':'success','id':1}{'type':'success','id':2}", "/* note */{'type':'success'}",
        "<html><body>502 Bad Gateway</body></html>",
        // a byte order mark and NUL characters belong into no frame
        "\uFEFF{'type':'success','id':1}", "\uFEFFpong", "{'type':'success','id':1}\0", "{'type':'suc\0cess'}",
        // unknown type
        "{}", "{'id':1}", "{'type':null}", "{'type':''}", "{'type':'later','id':1}", "{'type':'Success','id':1}",
        "{'type':'success ','id':1}",
        // notifies and debug lines that don't say of what
        "{'type':'notify','value':1}", "{'type':'notify','value':1,'meta':null}",
        "{'type':'notify','value':1," + META + ",'meta':null}",
        "{'type':'notify','meta':{'sys':'','mod':'M','name':'n'}}",
        "{'type':'notify','meta':{'sys':'s','mod':' ','name':'n'}}",
        "{'type':'notify','meta':{'sys':'s','mod':'M'}}",
        "{'type':'notify','meta':{'sys':'s','mod':'M','index':0,'name':'n'}}",
        "{'type':'notify','meta':{'sys':'s','mod':'M','index':-1,'name':'n'}}",
        "{'type':'notify','meta':{'sys':'s','mod':'M','index':1.5,'name':'n'}}",
        "{'type':'notify','meta':{'sys':'s','mod':'M','index':4294967297,'name':'n'}}",
        "{'type':'notify','meta':{'sys':'s','mod':'M','index':1e999999999,'name':'n'}}",
        "{'type':'debug','msg':'from nobody'}", "{'type':'debug','mod':'','msg':'from nobody'}"})
    void whatCannotBeReadIsSetAsideWithItsBeginningAndLength(String written) {
        String frame = written.replace('\'', '"');

        assertThat(Utf8.read(reader, frame)).isInstanceOfSatisfying(Inbound.Unreadable.class, unreadable -> {
            assertThat(unreadable.length()).isEqualTo(Utf8.bytes(frame).length);
            assertThat(unreadable.beginning()).isEqualTo(frame);
            assertThat(unreadable.reason()).isNotBlank();
        });
    }

    @Test
    void brokenCharactersAreSeenAsSuchAndTheRestIsRead() {
        byte[] frame = Utf8.bytes("{'type':'notify','value':'caf? 21',".replace('\'', '"')
                + META.replace('\'', '"') + "}");
        frame[new String(frame, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xE9;

        assertThat(reader.read(frame, 0, frame.length)).isEqualTo(
                new Inbound.Notify(OptionalLong.empty(), POWER, "\"caf\uFFFD 21\""));
    }

    /// A value of every kind that JSON has, for a field that wants another.
    private static final List<String> KINDS =
            List.of("null", "true", "false", "7", "-1", "1.5", "1e999999999", "''", "'text'", "[]", "['notify']",
                    "{}", "{'sys':'sys-1'}");

    /// One field, one kind of value.
    record Misfit(String frame, String field, String kind, String with) {
        @Override
        public String toString() {
            return frame + ": " + field + " is " + kind;
        }
    }

    static Stream<Misfit> misfits() {
        List<Misfit> all = new ArrayList<>();
        for (String kind : KINDS) {
            for (String field : List.of("id", "value", "mod_id", "code", "meta", "type")) {
                all.add(new Misfit("success", field, kind,
                        "{'id':1,'type':'success','code':200,'value':1,'mod_id':'mod-1'," + META + ",'x':0}"));
            }
            for (String field : List.of("id", "code", "error_code", "msg", "type")) {
                all.add(new Misfit("error", field, kind,
                        "{'id':1,'type':'error','code':500,'error_code':3,'msg':'no','x':0}"));
            }
            for (String field : List.of("id", "value", "meta", "sys", "mod", "index", "name", "type")) {
                all.add(new Misfit("notify", field, kind, "{'id':1,'type':'notify','value':1," + META + ",'x':0}"));
            }
            for (String field : List.of("id", "mod", "klass", "level", "msg", "meta", "type")) {
                all.add(new Misfit("debug", field, kind,
                        "{'id':1,'type':'debug','mod':'mod-1','klass':'K','level':'info','msg':'m','meta':{},'x':0}"));
            }
        }
        return all.stream();
    }

    /// What each field may be; anything else makes its frame unreadable, or the field empty where that says enough.
    @ParameterizedTest(name = "{0}")
    @MethodSource("misfits")
    void everyFieldMayBeOfAnyType(Misfit misfit) {
        String kind = misfit.kind();
        String pattern = "'" + misfit.field() + "':(\\{[^}]*}|'[^']*'|[0-9]+)";
        String frame = misfit.with().replaceFirst(pattern, "'" + misfit.field() + "':" + kind);
        assertThat(frame).contains("'" + misfit.field() + "':" + kind);
        boolean names = !List.of("null", "''", "[]", "['notify']", "{}", "{'sys':'sys-1'}").contains(kind);
        OptionalLong id = !misfit.field().equals("id") ? OptionalLong.of(1)
                : kind.equals("7") || kind.equals("-1") ? OptionalLong.of(Long.parseLong(kind)) : OptionalLong.empty();

        Inbound read = read(frame);

        switch (read) {
            case Inbound.Success success -> {
                assertThat(success.id()).isEqualTo(id);
                assertThat(success.value()).hasValue(misfit.field().equals("value") ? kind.replace('\'', '"') : "1");
                assertThat(success.moduleId()).isEqualTo(!misfit.field().equals("mod_id") ? Optional.of("mod-1")
                        : names ? Optional.of(bare(kind)) : Optional.empty());
            }
            case Inbound.Error error -> {
                assertThat(error.id()).isEqualTo(id);
                assertThat(error.error().number()).isEqualTo(!misfit.field().equals("error_code") ? 3
                        : kind.equals("7") ? 7 : kind.equals("-1") ? -1 : 500);
                assertThat(error.error().text()).isEqualTo(!misfit.field().equals("msg") ? "no"
                        : kind.equals("null") ? "" : bare(kind));
            }
            case Inbound.Notify notify -> {
                assertThat(notify.id()).isEqualTo(id);
                assertThat(notify.value()).isEqualTo(misfit.field().equals("value") ? kind.replace('\'', '"') : "1");
                switch (misfit.field()) {
                    case "sys" -> assertThat(notify.key().module().system()).isEqualTo(bare(kind));
                    case "mod" -> assertThat(notify.key().module().module()).isEqualTo(bare(kind));
                    case "name" -> assertThat(notify.key().name()).isEqualTo(bare(kind));
                    case "index" -> assertThat(notify.key().module().index()).isEqualTo(kind.equals("7") ? 7 : 1);
                    default -> assertThat(notify.key()).isEqualTo(POWER);
                }
            }
            case Inbound.Debug debug -> {
                assertThat(debug.id()).isEqualTo(id);
                assertThat(debug.module()).isEqualTo(misfit.field().equals("mod") ? bare(kind) : "mod-1");
                assertThat(debug.level()).isEqualTo(!misfit.field().equals("level") ? "info"
                        : kind.equals("null") ? "" : bare(kind));
                assertThat(debug.text()).isEqualTo(!misfit.field().equals("msg") ? "m"
                        : kind.equals("null") ? "" : bare(kind));
            }
            case Inbound.Unreadable unreadable -> {
                boolean expected = switch (misfit.field()) {
                    case "type" -> true;
                    case "meta" -> misfit.frame().equals("notify");
                    case "sys", "mod", "name" -> !names;
                    case "index" -> !kind.equals("null") && !kind.equals("7");
                    default -> false;
                };
                assertThat(expected).as(unreadable.reason()).isTrue();
                assertThat(unreadable.length()).isEqualTo(Utf8.bytes(frame).length);
            }
            case Inbound.Pong() -> throw new AssertionError("a pong");
        }
    }

    /// The characters of a string, the text of anything else.
    private static String bare(String kind) {
        return kind.startsWith("'") ? kind.substring(1, kind.length() - 1) : kind.replace('\'', '"');
    }

    @Test
    void ofALongUnreadableFrameOnlyTheBeginningIsKept() {
        assertThat(Utf8.read(reader, "x".repeat(5_000))).isInstanceOfSatisfying(Inbound.Unreadable.class, unreadable -> {
            assertThat(unreadable.length()).isEqualTo(5_000);
            assertThat(unreadable.beginning()).isEqualTo("x".repeat(200));
        });
    }

    @Test
    void theBeginningDoesNotEndInHalfACharacter() {
        assertThat(Utf8.read(reader, "x" + "😀".repeat(1_000))).isInstanceOfSatisfying(Inbound.Unreadable.class,
                unreadable -> assertThat(unreadable.beginning()).isEqualTo("x" + "😀".repeat(99)));
    }

    @Test
    void aFrameCutOffAnywhereIsSetAside() {
        String frame = ("{'id':18,'type':'notify','value':[1.5,'a\\u00e4',{'b':null}]," + META + "}")
                .replace('\'', '"');

        for (int length = 0; length < frame.length(); length++) {
            assertThat(Utf8.read(reader, frame.substring(0, length))).isInstanceOf(Inbound.Unreadable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "msg", "id", "meta", "unknown", "type"})
    void aMillionBracketsOverflowNoStack(String field) {
        String open = "[".repeat(1_000_000);
        String objects = "{'a':".repeat(1_000_000);

        assertThat(read("{'type':'notify','" + field + "':" + open)).isInstanceOf(Inbound.Unreadable.class);
        assertThat(read("{'type':'notify','" + field + "':" + open + "]".repeat(1_000_000) + "}"))
                .isInstanceOf(Inbound.Unreadable.class);
        assertThat(read("{'type':'notify','" + field + "':" + objects)).isInstanceOf(Inbound.Unreadable.class);
        assertThat(Utf8.read(reader, open)).isInstanceOf(Inbound.Unreadable.class);
    }

    static Stream<String> twentyMegabytes() {
        return Stream.of("'" + "y".repeat(MEGABYTES_20) + "'",
                "['" + "y".repeat(MEGABYTES_20 / 2) + "','" + "ä".repeat(MEGABYTES_20 / 2) + "'," + "7".repeat(5_000)
                        + "]",
                "'[" + "\\'on\\',".repeat(MEGABYTES_20 / 7) + "null]'",
                "'" + "\\u00e4".repeat(MEGABYTES_20 / 6) + "'",
                "{" + IntStream.range(0, 1_500_000).mapToObj(i -> "'key" + i + "':" + i)
                        .collect(Collectors.joining(",")) + "}")
                .map(value -> value.replace('\'', '"'));
    }

    @Test
    void aValueOfTwentyMegabytesIsReadRawAndStringified() {
        twentyMegabytes().forEach(value -> {
            Inbound.Notify notify = (Inbound.Notify) Utf8.read(reader, "{\"type\":\"notify\",\"value\":" + value + ","
                    + META.replace('\'', '"') + "}");
            Inbound.Success success =
                    (Inbound.Success) Utf8.read(reader, "{\"id\":1,\"type\":\"success\",\"value\":" + value + "}");

            assertThat(notify.key()).isEqualTo(POWER);
            assertThat(notify.value().equals(value)).isTrue();
            assertThat(success.value().orElseThrow().equals(value)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "MILLION", "0.MILLION", "1eMILLION"})
    void hugeNumbersAreValuesLikeOthersAndNobodysId(String pattern) {
        String number = pattern.replace("MILLION", "7".repeat(1_000_000));

        Inbound.Notify notify = (Inbound.Notify) read("{'type':'notify','id':" + number + ",'value':" + number + ","
                + META + "}");

        assertThat(notify.value().equals(number)).isTrue();
        assertThat(notify.id()).isEmpty();
        assertThat(read("{'type':'error','id':1,'code':" + number + "}"))
                .isEqualTo(new Inbound.Error(OptionalLong.of(1), new ServerError(-1, "")));
        assertThat(read("{'type':'success','id':'" + number + "'}"))
                .isEqualTo(new Inbound.Success(OptionalLong.empty(), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "123456789012345678901234567890123"})
    void anIdBeyond64BitsIsNoneOfOurs(String id) {
        assertThat(read("{'type':'success','id':" + id + "}"))
                .isEqualTo(new Inbound.Success(OptionalLong.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void escapedNulAndHalvesOfCharactersAreCharactersLikeOthers() {
        assertThat(read("{'type':'error','id':1,'code':3,'msg':'a\\u0000\\ud800b'}"))
                .isEqualTo(new Inbound.Error(OptionalLong.of(1), new ServerError(3, "a\0\ud800b")));
    }
}
