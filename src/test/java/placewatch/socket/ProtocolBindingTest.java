package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.DISPLAY;
import static placewatch.socket.Patience.INPUT;
import static placewatch.socket.Patience.POWER;
import static placewatch.socket.Patience.await;
import static placewatch.socket.ProtocolStage.row;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.socket.ProtocolStage.Row;
import placewatch.socket.SocketOptions.Dialect;

/// *Bind* and *Unbind* of `realtime-websocket.md` (*page*), *Binding* of `protocol.md`: a sentence, the frames that a
/// server says by it, what the listener is told and what the server is asked.
class ProtocolBindingTest {

    private static final String META = "'meta':{'sys':'sys-1','mod':'Display','index':1,'name':'power'}";
    private static final String GRANTED = "{'id':$id,'type':'success'," + META + "}";
    private static final String BARE = "{'id':$id,'type':'success'}";
    private static final String ASKED = "'sys':'sys-1','mod':'Display','index':1,'name':'power'}";

    private static String notify(String value) {
        return "{'id':1,'type':'notify','value':" + value + "," + META + "}";
    }

    static Stream<Row> page() {
        return Stream.of(
                row("page, Bind: After a successful bind you will receive a success response", stage -> {
                    stage.answers("bind", GRANTED);

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Live");
                    assertThat(stage.frames("bind")).containsExactly("{'cmd':'bind'," + ASKED);
                }),
                row("page, Bind: the WebSocket will post the current value and any changes to the value", stage -> {
                    stage.answers("bind", GRANTED, "{'id':18,'type':'notify','value':'\\'a\\''," + META + "}");
                    ProtocolTold told = stage.bind(POWER);
                    stage.push("{'id':19,'type':'notify','value':'[]'," + META + "}",
                            "{'id':20,'type':'notify','value':'{\\'b\\':1.50}'," + META + "}");

                    assertThat(told.all()).containsExactly("Binding", "Live", "= \"a\"", "= []", "= {\"b\":1.50}");
                }),
                row("page, Bind: … until the unbind command is issued", stage -> {
                    stage.answers("bind", GRANTED).answers("unbind", GRANTED);
                    ProtocolTold told = new ProtocolTold();
                    Subscription subscription = stage.bind(POWER, told);
                    stage.push(notify("1"));
                    stage.leave(subscription);
                    stage.push(notify("2"));

                    assertThat(told.all()).containsExactly("Binding", "Live", "= 1");
                    assertThat(stage.frames("unbind")).containsExactly("{'cmd':'unbind'," + ASKED);
                    assertThat(stage.socket().figures().bound()).isZero();
                }),
                row("page, Unbind: After a successful unbind you will receive a success response (with meta)", stage ->
                        bindsAgainAfterUnbind(stage, GRANTED)),
                row("unbind success, current: without meta", stage -> bindsAgainAfterUnbind(stage, BARE)),
                row("unbind error (survive the opposite): nothing is held any more either", stage ->
                        bindsAgainAfterUnbind(stage, "{'id':$id,'type':'error','code':7,'msg':'no'}")),
                row("page, Commands: the ID is returned as part of the response (as text, survived)", stage -> {
                    stage.answers("bind", "{'id':'$id','type':'success'}");

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Live");
                }));
    }

    private static void bindsAgainAfterUnbind(ProtocolStage stage, String unbound) {
        stage.answers("bind", GRANTED).answers("unbind", unbound);
        stage.leave(stage.bind(POWER, new ProtocolTold()));
        ProtocolTold told = stage.bind(POWER);

        assertThat(stage.sent()).containsExactly("bind power", "unbind power", "bind power");
        assertThat(told.all()).containsExactly("Binding", "Live");
    }

    static Stream<Row> replies() {
        return Stream.of(
                row("a notify can come before the success of its bind", stage -> {
                    stage.answers("bind", notify("true"), GRANTED);

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Live", "= true");
                }),
                row("answers come in any order", stage -> {
                    ProtocolTold power = stage.bind(POWER);
                    ProtocolTold input = stage.bind(INPUT);
                    stage.server().commands("bind").getLast().success();
                    stage.settle();
                    assertThat(power.all()).containsExactly("Binding");
                    assertThat(input.all()).containsExactly("Binding", "Live");
                    stage.answerLate(GRANTED);
                    assertThat(power.all()).containsExactly("Binding", "Live");
                }),
                row("notify id, documented: any (the page shows 18)", stage -> toldWhateverTheId(stage, "'id':18,")),
                row("notify id, current: the id of the first bind of that variable on this socket",
                        stage -> toldWhateverTheId(stage, "'id':1,")),
                row("notify id: text, or none", stage -> {
                    toldWhateverTheId(stage, "'id':'n',");
                    stage.push("{'type':'notify','value':8," + META + "}");
                }),
                row("value of a notify, current: numbers such as 42.0, 1.0e-7 and integers above 2^53", stage -> {
                    stage.answers("bind", GRANTED, notify("42.0"), notify("1.0e-7"), notify("90071992547409931"),
                            notify("[1.50,123456789012345678901234567890]"));

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Live", "= 42.0", "= 1.0e-7",
                            "= 90071992547409931", "= [1.50,123456789012345678901234567890]");
                }),
                row("missing or null index means 1", stage -> {
                    stage.answers("bind", GRANTED);
                    ProtocolTold told = stage.bind(POWER);
                    stage.push("{'type':'notify','value':1,'meta':{'sys':'sys-1','mod':'Display','name':'power'}}",
                            "{'type':'notify','value':2,'meta':{'sys':'sys-1','mod':'Display','index':null,"
                                    + "'name':'power'}}",
                            "{'type':'notify','value':3,'meta':{'sys':'sys-1','mod':'Display','index':2,"
                                    + "'name':'power'}}");

                    assertThat(told.all()).containsExactly("Binding", "Live", "= 1", "= 2");
                    assertThat(stage.socket().strays()).isEqualTo(1);
                }),
                row("A request that it can't parse gets no reply at all. Hence: deadlines on everything", stage -> {
                    stage.deadlines(Duration.ofMillis(300));
                    ProtocolTold told = new ProtocolTold();
                    stage.socket().bind(POWER, told);
                    await().until(() -> told.all().size() == 2);

                    assertThat(told.all()).containsExactly("Binding", "Unanswered");
                    assertThat(stage.sent()).containsExactly("bind power");
                }));
    }

    private static void toldWhateverTheId(ProtocolStage stage, String id) {
        stage.answers("bind", GRANTED);
        ProtocolTold told = stage.bind(POWER);
        stage.push("{" + id + "'type':'notify','value':7," + META + "}");

        assertThat(told.all()).containsExactly("Binding", "Live", "= 7");
    }

    static Stream<Row> binding() {
        return Stream.of(
                row("Binding an unknown system, module or variable succeeds silently today; a value follows if the "
                        + "variable ever appears", stage -> {
                    stage.answers("bind", GRANTED);
                    ProtocolTold told = stage.bind(POWER);
                    assertThat(told.all()).containsExactly("Binding", "Live");

                    stage.push(notify("false"));
                    assertThat(told.all()).containsExactly("Binding", "Live", "= false");
                }),
                row("Documented servers answer 5 or 6 (system not found)", stage -> {
                    stage.answers("bind", "{'id':$id,'type':'error','code':5,'msg':'system not found'}");

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Refused 5 system not found");
                }),
                row("Documented servers answer 5 or 6 (module not found)", stage -> {
                    stage.answers("bind", "{'id':$id,'type':'error','code':6,'msg':'module not found'}");

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Refused 6 module not found");
                    assertThat(stage.sent()).containsExactly("bind power");
                }),
                row("No stored value: no first notify", stage -> {
                    stage.answers("bind", GRANTED);

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Live");
                    assertThat(stage.bind(POWER).all()).containsExactly("Live");
                }),
                row("A variable set to null is removed: one notify with null, then nothing to later binds (current)",
                        stage -> removed(stage, Dialect.DETECT, "true", "null")),
                row("A variable set to null is removed: one notify with null (value left out)", stage -> {
                    stage.answers("bind", GRANTED, notify("true"), "{'id':1,'type':'notify'," + META + "}");

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Live", "= true", "= null");
                }),
                row("A variable set to null is removed: one notify with null (documented, stringified)",
                        stage -> removed(stage, Dialect.STRINGIFIED, "'true'", "'null'")),
                row("A variable set to null is removed: one notify with null (documented, but bare)",
                        stage -> removed(stage, Dialect.STRINGIFIED, "'true'", "null")),
                row("Binding twice on one socket: success, but the current value is not sent again: so it is kept on "
                        + "our side", stage -> {
                    stage.answers("bind", GRANTED, notify("{'a':[1.50]}"));
                    stage.bind(POWER);

                    assertThat(stage.bind(POWER).all()).containsExactly("Live", "= {\"a\":[1.50]}");
                    assertThat(stage.sent()).containsExactly("bind power");
                }),
                row("Unbind is not counted: so it is, on our side, and only the last to leave unbinds", stage -> {
                    stage.answers("bind", GRANTED).answers("unbind", BARE);
                    ProtocolTold second = new ProtocolTold();
                    Subscription one = stage.bind(POWER, new ProtocolTold());
                    Subscription two = stage.bind(POWER, second);
                    stage.leave(one);
                    stage.leave(one);
                    stage.push(notify("1"));
                    assertThat(stage.sent()).containsExactly("bind power");
                    assertThat(second.all()).containsExactly("Live", "= 1");

                    stage.leave(two);
                    assertThat(stage.sent()).containsExactly("bind power", "unbind power");
                }),
                row("Two binds in flight at once leak a subscription: one bind on the wire per variable", stage -> {
                    ProtocolTold first = stage.bind(POWER);
                    ProtocolTold second = stage.bind(POWER);
                    assertThat(stage.sent()).containsExactly("bind power");

                    stage.answerLate(GRANTED);
                    assertThat(first.all()).containsExactly("Binding", "Live");
                    assertThat(second.all()).containsExactly("Binding", "Live");
                    assertThat(stage.sent()).containsExactly("bind power");
                }),
                row("an unbind sent before the bind was answered does nothing: unbind only after the bind's answer",
                        stage -> {
                    stage.answers("unbind", BARE);
                    stage.leave(stage.bind(POWER, new ProtocolTold()));
                    assertThat(stage.sent()).containsExactly("bind power");

                    stage.answerLate(GRANTED);
                    assertThat(stage.sent()).containsExactly("bind power", "unbind power");
                }),
                row("an unbind before the answer does nothing: a notify is no answer", stage -> {
                    stage.answers("unbind", BARE);
                    Subscription subscription = stage.bind(POWER, new ProtocolTold());
                    stage.push(notify("1"));
                    stage.leave(subscription);
                    assertThat(stage.sent()).containsExactly("bind power");

                    stage.answerLate(GRANTED);
                    assertThat(stage.sent()).containsExactly("bind power", "unbind power");
                }),
                row("A module removed or moved in the system: no message, the old value stands", stage -> {
                    stage.answers("bind", GRANTED, notify("1"));
                    ProtocolTold told = stage.bind(POWER);
                    stage.settle();

                    assertThat(told.all()).containsExactly("Binding", "Live", "= 1");
                    assertThat(stage.bind(POWER).all()).containsExactly("Live", "= 1");
                }),
                row("Drivers publish changes only: the same value again, should it come, is told again", stage -> {
                    stage.answers("bind", GRANTED, notify("1"), notify("1"));

                    assertThat(stage.bind(POWER).all()).containsExactly("Binding", "Live", "= 1", "= 1");
                }),
                row("Unknown _TRIGGER_: 6; _TRIGGER_ binds a trigger instance by its id as name", stage -> {
                    stage.answers("bind", "{'id':$id,'type':'error','error_code':6,'code':500,'msg':'no trigger'}");
                    StatusKey trigger = new StatusKey(new ModuleAddress("sys-1", "_TRIGGER_", 1), "trig-A~1");

                    assertThat(stage.bind(trigger).all()).containsExactly("Binding", "Refused 6 no trigger");
                    assertThat(stage.frames("bind")).containsExactly(
                            "{'cmd':'bind','sys':'sys-1','mod':'_TRIGGER_','index':1,'name':'trig-A~1'}");
                }),
                row("A module that starts publishes null for each of its keys, then values", stage -> {
                    stage.answers("bind", GRANTED, notify("'on'"));
                    ProtocolTold power = stage.bind(POWER);
                    stage.answers("bind", GRANTED);
                    ProtocolTold input = stage.bind(INPUT);
                    stage.push(notify("null"), notify("null").replace("power", "input"), notify("'off'"),
                            notify("'hdmi'").replace("power", "input"));

                    assertThat(power.all())
                            .containsExactly("Binding", "Live", "= \"on\"", "= null", "= \"off\"");
                    assertThat(input.all()).containsExactly("Binding", "Live", "= null", "= \"hdmi\"");
                }),
                row("Modules whose name begins with _ can be bound by support and admin only (code 2)", stage -> {
                    stage.answers("bind", "{'id':$id,'type':'error','error_code':2,'code':500,'msg':'not for you'}");
                    ProtocolTold told = stage.bind(new StatusKey(new ModuleAddress("sys-1", "_Hidden", 1), "x"));

                    assertThat(told.all()).containsExactly("Binding", "Refused 2 not for you");
                    assertThat(stage.socket().figures().bound()).isZero();
                }),
                row("a name with half a character in it binds nothing, and harms nobody", stage -> {
                    stage.answers("bind", GRANTED.replace("power", "x\uFFFD"));

                    assertThat(stage.bind(new StatusKey(DISPLAY, "x\ud800")).all()).containsExactly("Binding", "Live");
                    assertThat(stage.frames("bind").getFirst()).endsWith("'name':'x\uFFFD'}");
                    assertThat(stage.isOpen()).isTrue();
                }));
    }

    /// The removal is told once; who comes later hears the same from us, as the server would say nothing.
    private static void removed(ProtocolStage stage, Dialect dialect, String value, String removal) {
        stage.dialect(dialect).answers("bind", GRANTED, notify(value));
        ProtocolTold told = stage.bind(POWER);
        stage.push(notify(removal));

        assertThat(told.all()).containsExactly("Binding", "Live", "= true", "= null");
        assertThat(stage.bind(POWER).all()).containsExactly("Live", "= null");
        assertThat(stage.sent()).containsExactly("bind power");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"page", "replies", "binding"})
    void isHeld(Row row) {
        ProtocolStage.play(row);
    }
}
