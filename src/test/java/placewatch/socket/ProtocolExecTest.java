package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.ProtocolStage.row;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import placewatch.protocol.ServerError;
import placewatch.socket.ProtocolStage.Row;

/// *Execute* of `realtime-websocket.md` (*page*), *Exec* and *Requests* of `protocol.md`: a sentence, the server's
/// frame, and what becomes of the call.
class ProtocolExecTest {

    private static Row returns(String sentence, String frame, String json) {
        return row(sentence, stage -> {
            stage.answers("exec", frame);

            assertThat(stage.exec("power", "true")).isInstanceOfSatisfying(ExecResult.Returned.class,
                    returned -> assertThat(returned.json()).isEqualTo(json.replace('\'', '"')));
        });
    }

    private static Row refuses(String sentence, String frame, int number, String words) {
        return row(sentence, stage -> {
            stage.answers("exec", frame);

            assertThat(stage.exec("power", "true")).isInstanceOfSatisfying(ExecResult.Refused.class,
                    refused -> assertThat(refused.error()).isEqualTo(new ServerError(number, words)));
        });
    }

    private static Row notSent(String sentence, String function, String argument, String why) {
        return row(sentence, stage -> {
            assertThat(stage.exec(function, "1", argument)).isInstanceOfSatisfying(ExecResult.NotSent.class,
                    not -> assertThat(not.why()).startsWith("Nothing was sent: ").contains(why).endsWith("."));
            assertThat(stage.sent()).isEmpty();
            assertThat(stage.isOpen()).isTrue();
        });
    }

    static Stream<Row> answers() {
        return Stream.of(
                returns("page, Execute: The value return is the value returned by the called method",
                        "{'id':$id,'type':'success','meta':{'sys':'sys-1','mod':'Display','index':1,'name':'power'},"
                                + "'value':{}}", "{}"),
                returns("exec success, current: the same, plus code (200, or what the driver chose)",
                        "{'id':$id,'type':'success','code':203,'value':[42.0,1.0e-7,90071992547409931]}",
                        "[42.0,1.0e-7,90071992547409931]"),
                returns("exec success without a value (Nil fields are left out)", "{'id':$id,'type':'success'}",
                        "null"),
                returns("exec success with null", "{'id':$id,'type':'success','value':null}", "null"),
                refuses("Checked in this order: module (6)",
                        "{'id':$id,'type':'error','msg':'module not found','error_code':6,'code':500}", 6,
                        "module not found"),
                refuses("Checked in this order: … function (1): code 1 means no such function",
                        "{'id':$id,'type':'error','msg':'no function power','error_code':1,'code':500}", 1,
                        "no function power"),
                refuses("Checked in this order: … privilege (2)",
                        "{'id':$id,'type':'error','msg':'attempted to access privileged','error_code':2,'code':500}", 2,
                        "attempted to access privileged"),
                refuses("Unknown system: 6, or 7",
                        "{'id':$id,'type':'error','msg':'boom','error_code':7,'code':500}", 7, "boom"),
                refuses("An error raised in the driver: 3, with text such as module raised: … (ClassName)",
                        "{'id':$id,'type':'error','msg':'module raised: nil (NilAssertionError)','error_code':3,"
                                + "'code':500}", 3, "module raised: nil (NilAssertionError)"),
                refuses("A stopped module: 7 after about 2.4 s, multi-line text",
                        "{'id':$id,'type':'error','msg':'module stopped\\n  at a\\n  at b','error_code':7,'code':500}",
                        7, "module stopped\n  at a\n  at b"),
                refuses("error, documented: {id,type:\"error\",code,msg}",
                        "{'id':$id,'type':'error','code':4,'msg':'unknown command'}", 4, "unknown command"));
    }

    static Stream<Row> requests() {
        return Stream.of(
                row("Arguments go by position, as they were given: explicit null is not the default", stage -> {
                    stage.answers("exec", "{'id':$id,'type':'success','value':1}");
                    stage.exec("mix!", "null", "1.50", "{\"a\":[9007199254740993]}");
                    stage.exec("all?");

                    assertThat(stage.frames("exec")).containsExactly(
                            "{'cmd':'exec','sys':'sys-1','mod':'Display','index':1,'name':'mix!',"
                                    + "'args':[null,1.50,{'a':[9007199254740993]}]}",
                            "{'cmd':'exec','sys':'sys-1','mod':'Display','index':1,'name':'all?','args':[]}");
                }),
                notSent("no reply … so does one with an integer beyond 64 bits inside args", "power",
                        "18446744073709551616", "argument 2 has a whole number of more than 64 bits"),
                notSent("no reply … so does one with an integer beyond 64 bits inside args (deep inside)", "power",
                        "{\"a\":[[-9223372036854775809]]}", "more than 64 bits"),
                notSent("A request that it can't parse gets no reply at all (broken JSON)", "power", "{\"a\"",
                        "not JSON"),
                notSent("A request that it can't parse gets no reply at all (two values in one)", "power", "1 2",
                        "more than one"),
                notSent("A request that it can't parse gets no reply at all (nothing)", "power", " ", "empty"),
                notSent("A request that it can't parse gets no reply at all (half a character, escaped)", "power",
                        "\"\\ud800\"", "half a character"),
                notSent("A request that it can't parse gets no reply at all (half a character, bare)", "power",
                        "\"\udc00\"", "half a character"),
                notSent("A request that it can't parse gets no reply at all (nested without end)", "power",
                        "[".repeat(1_000_000) + "]".repeat(1_000_000), "nested more than 510 levels deep"),
                notSent("name is required for every cmd", " ", "1", "no function was named"),
                notSent("name is required for every cmd, and no other name may be called instead", "po\ud800wer", "1",
                        "half a character"),
                row("The server's own timeout is minutes: keep ours", stage -> {
                    stage.deadlines(Duration.ofMillis(1_000));

                    assertThat(stage.exec("power")).isInstanceOfSatisfying(ExecResult.TimedOut.class,
                            out -> assertThat(out.took()).isBetween(Duration.ofMillis(1_000), Duration.ofSeconds(15)));
                    stage.answerLate("{'id':$id,'type':'success','value':1}");
                    assertThat(stage.sent()).containsExactly("exec power");
                    assertThat(stage.socket().strays()).isZero();
                }),
                row("a success of an id that nobody asked for answers nobody", stage -> {
                    stage.push("{'id':4711,'type':'success','value':1}", "{'type':'success','value':1}",
                            "{'id':'mine','type':'error','code':3,'msg':'x'}");

                    assertThat(stage.socket().strays()).isEqualTo(3);
                    assertThat(stage.isOpen()).isTrue();
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"answers", "requests"})
    void isHeld(Row row) {
        ProtocolStage.play(row);
    }
}
