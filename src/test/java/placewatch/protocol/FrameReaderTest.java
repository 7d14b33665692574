package placewatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The two documents, frame by frame: each row is a sentence of `realtime-websocket.md` (*page*) or of `protocol.md`,
/// a frame that a server may send by it, and what is to be read. Frames are written with `'` for `"`.
class FrameReaderTest {

    private static final String META = "'meta':{'sys':'sys-1234','mod':'Bookings','index':1,'name':'bookings'}";
    private static final StatusKey BOOKINGS = new StatusKey(new ModuleAddress("sys-1234", "Bookings", 1), "bookings");

    private final FrameReader reader = new FrameReader();

    /// One sentence, one frame, its meaning.
    record Row(String sentence, String frame, Inbound meaning) {
        @Override
        public String toString() {
            return sentence + " — " + frame.strip();
        }
    }

    private static Row row(String sentence, String frame, Inbound meaning) {
        return new Row(sentence, frame.replace('\'', '"'), meaning);
    }

    private static Inbound success(long id) {
        return new Inbound.Success(OptionalLong.of(id), Optional.empty(), Optional.empty());
    }

    private static Inbound returned(long id, String value) {
        return new Inbound.Success(OptionalLong.of(id), Optional.of(value.replace('\'', '"')), Optional.empty());
    }

    private static Inbound error(long id, int number, String words) {
        return new Inbound.Error(OptionalLong.of(id), new ServerError(number, words));
    }

    private static Inbound notify(long id, String value) {
        return new Inbound.Notify(OptionalLong.of(id), BOOKINGS, value.replace('\'', '"'));
    }

    private static Inbound anonymousNotify(String value) {
        return new Inbound.Notify(OptionalLong.empty(), BOOKINGS, value);
    }

    private static Inbound line(OptionalLong id, String module, String level, String text, Optional<String> klass) {
        return new Inbound.Debug(id, module, level, text, klass);
    }

    static Stream<Row> heartbeat() {
        return Stream.of(
                row("page, Heartbeat: the server will respond pong", "pong", new Inbound.Pong()),
                row("Every 80 s the server sends pong unasked: it looks the same", " pong\r\n", new Inbound.Pong()));
    }

    static Stream<Row> success() {
        return Stream.of(
                row("page, Bind: The ID of the response will match the ID of the message",
                        "{'id':1,'type':'success'," + META + "}", success(1)),
                row("page, Unbind: After a successful unbind you will receive a success response (with meta)",
                        "{'id':2,'type':'success'," + META + "}", success(2)),
                row("unbind success, current: without meta", "{'id':2,'type':'success'}", success(2)),
                row("page, Ignore: responds", "{ 'id': 5,\n 'type': 'success' }", success(5)),
                row("page, Execute: The value return is the value returned by the called method",
                        "{'id':3,'type':'success'," + META + ",'value':{}}", returned(3, "{}")),
                row("exec success, current: the same, plus code (200, or what the driver chose)",
                        "{'id':3,'type':'success','code':203," + META + ",'value':[1.0]}", returned(3, "[1.0]")),
                row("value of an exec: read either (here it is stringified)",
                        "{'id':3,'type':'success','value':'{}'}", returned(3, "'{}'")),
                row("value of an exec that returned nothing", "{'id':3,'type':'success','value':null}",
                        returned(3, "null")),
                row("page, Debug: Responds with the module ID",
                        "{'id':4,'type':'success','mod_id':'mod-Z6XXB1doL4',"
                                + "'meta':{'sys':'sys-Z6XXA-Kc_v','mod':'Bookings','index':1}}",
                        new Inbound.Success(OptionalLong.of(4), Optional.empty(), Optional.of("mod-Z6XXB1doL4"))),
                row("debug success, current: with neither", "{'id':4,'type':'success'}", success(4)),
                row("page, Commands: any string or numerical value may be used (a server may echo ours as text)",
                        "{'id':'7','type':'success'}", success(7)),
                row("page, Commands: an id may be a number (and come back as another kind of number)",
                        "{'id':7.0,'type':'success'}", success(7)),
                row("page, Commands: an id may be a string (but not one of ours)", "{'id':'seven','type':'success'}",
                        new Inbound.Success(OptionalLong.empty(), Optional.empty(), Optional.empty())));
    }

    static Stream<Row> notification() {
        return Stream.concat(
                Stream.of(
                        row("page, Bind: the value change notification (stringified JSON, an id of its own)",
                                "{'id':18,'type':'notify','value':'[]'," + META + "}", notify(18, "'[]'")),
                        row("value of a notify, current: raw JSON", "{'id':1,'type':'notify','value':[]," + META + "}",
                                notify(1, "[]")),
                        row("notify id: any, or none", "{'type':'notify','value':1," + META + "}",
                                anonymousNotify("1")),
                        row("A variable set to null is removed: one notify with null",
                                "{'id':1,'type':'notify','value':null," + META + "}", notify(1, "null")),
                        row("A variable set to null is removed (Nil fields are left out of objects)",
                                "{'id':1,'type':'notify'," + META + "}", notify(1, "null")),
                        row("missing index means 1",
                                "{'type':'notify','value':1,'meta':{'name':'bookings','mod':'Bookings',"
                                        + "'sys':'sys-1234'}}", anonymousNotify("1")),
                        row("null index means 1",
                                "{'type':'notify','value':1,'meta':{'sys':'sys-1234','mod':'Bookings','index':null,"
                                        + "'name':'bookings'}}", anonymousNotify("1")),
                        row("index as string (refused by the server, so survived by us)",
                                "{'type':'notify','value':1,'meta':{'sys':'sys-1234','mod':'Bookings','index':'1',"
                                        + "'name':'bookings'}}", anonymousNotify("1")),
                        row("index as float (refused by the server, so survived by us)",
                                "{'type':'notify','value':1,'meta':{'sys':'sys-1234','mod':'Bookings','index':1.0,"
                                        + "'name':'bookings'}}", anonymousNotify("1"))),
                Stream.of("42.0", "1.0e-7", "9007199254740993", "90071992547409931", "-0",
                        "123456789012345678901234567890", "true", "false", "''", "'on'", "'\\'on\\''", "'\\u00e4 ä'",
                        "{'a': [1, {'b':null}] }", "[ 1.50 , 'x' ]", "{}")
                        .flatMap(value -> Stream.of(
                                row("raw JSON, with numbers such as 42.0, 1.0e-7 and integers above 2^53",
                                        "{'id':3,'type':'notify','value':" + value + "," + META + "}",
                                        notify(3, value)),
                                row("the same with its fields in another order, and spaces",
                                        "{" + META + ",'type':'notify', 'id' : 3 ,\t'value' : " + value + " }",
                                        notify(3, value)))));
    }

    static Stream<Row> error() {
        return Stream.of(
                row("error, documented: {id,type:\"error\",code,msg}",
                        "{'id':9,'type':'error','code':6,'msg':'module not found'}", error(9, 6, "module not found")),
                row("error, current: error_code is the table's number, code is an HTTP-like status (500)",
                        "{'id':9,'type':'error','msg':'no','error_code':2,'code':500}", error(9, 2, "no")),
                row("error, current: error_code counts wherever it stands",
                        "{'code':500,'error_code':2,'msg':'no','type':'error','id':9}", error(9, 2, "no")),
                row("error with an error_code that is null (each line's opposite is survived)",
                        "{'id':9,'type':'error','msg':'no','error_code':null,'code':3}", error(9, 3, "no")),
                row("error with its number as text", "{'id':9,'type':'error','msg':'no','error_code':'3'}",
                        error(9, 3, "no")),
                row("An error raised in the driver: text such as module raised: … (ClassName)",
                        "{'id':9,'type':'error','error_code':3,'code':500,'msg':'module raised: a\\nb (IO::Error)'}",
                        error(9, 3, "module raised: a\nb (IO::Error)")),
                row("parse error 0: invalid JSON sent to the server (whose id then nobody knows)",
                        "{'type':'error','code':0,'msg':'parse error'}",
                        new Inbound.Error(OptionalLong.empty(), new ServerError(0, "parse error"))),
                row("a code that is in no table is kept", "{'id':9,'type':'error','code':99,'msg':'odd'}",
                        error(9, 99, "odd")),
                row("a code beyond 32 bits is not one of the table's", "{'id':9,'type':'error','code':4294967298}",
                        error(9, -1, "")),
                row("an error without code or msg", "{'id':9,'type':'error'}", error(9, -1, "")),
                row("an error whose msg is no string keeps what it says", "{'id':9,'type':'error','msg':{'a':1}}",
                        error(9, -1, "{\"a\":1}")));
    }

    static Stream<Row> debugLine() {
        return Stream.concat(
                Stream.of(
                        row("debug line, documented: {type,mod,klass,level,msg}",
                                "{'type':'debug','mod':'mod-Z6XXB1doL4','klass':'::Some::Display','level':'debug',"
                                        + "'msg':'input changed to HDMI'}",
                                line(OptionalLong.empty(), "mod-Z6XXB1doL4", "debug", "input changed to HDMI",
                                        Optional.of("::Some::Display"))),
                        row("debug line, current: {id,type,mod,level,msg,meta}: no klass",
                                "{'id':7,'type':'debug','mod':'mod-1','level':'warn','msg':'two\\nlines','meta':"
                                        + "{'sys':'sys-1','mod':'mod-1','index':1,'name':'debug'}}",
                                line(OptionalLong.of(7), "mod-1", "warn", "two\nlines", Optional.empty())),
                        row("debug line without mod, but with meta",
                                "{'type':'debug','level':'info','msg':'m','meta':{'mod':'mod-1'}}",
                                line(OptionalLong.empty(), "mod-1", "info", "m", Optional.empty())),
                        row("debug line without level or msg", "{'type':'debug','mod':'mod-1'}",
                                line(OptionalLong.empty(), "mod-1", "", "", Optional.empty())),
                        row("debug line whose level and msg are no strings",
                                "{'type':'debug','mod':'mod-1','level':3,'msg':{'a':1}}",
                                line(OptionalLong.empty(), "mod-1", "3", "{\"a\":1}", Optional.empty()))),
                Stream.of("debug", "info", "notice", "warn", "error", "fatal", "trace", "warning", "WARN", "", "sévère")
                        .map(level -> row("Levels seen: … (trace, warning and unknown ones must not break anything)",
                                "{'type':'debug','mod':'mod-1','level':'" + level + "','msg':'m'}",
                                line(OptionalLong.empty(), "mod-1", level, "m", Optional.empty()))));
    }

    static Stream<Row> opposites() {
        return Stream.of(
                row("Deployed versions vary: unknown fields are passed over",
                        "{'new':{'deep':[{'type':'error'}]},'id':1,'type':'success','meta':{'x':[1],'sys':3},"
                                + "'other':null,'meta2':[]}", success(1)),
                row("of two fields of one name the last counts",
                        "{'type':'error','type':'success','id':7,'id':1}", success(1)),
                row("of two values the last counts",
                        "{'type':'notify','value':1,'value':[2]," + META + "}", anonymousNotify("[2]")),
                row("of two metas the last counts, whole",
                        "{'type':'notify','value':1,'meta':{'sys':'other','mod':'M','index':4,'name':'n'},"
                                + "'meta':{'sys':'sys-1234','mod':'Bookings','name':'bookings'}}",
                        anonymousNotify("1")),
                row("a success of another shape of meta", "{'id':1,'type':'success','meta':['Bookings']}", success(1)),
                row("a frame that ends in a new line", "{'id':1,'type':'success'}\n", success(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"heartbeat", "success", "notification", "error", "debugLine", "opposites"})
    void isRead(Row row) {
        assertThat(Utf8.read(reader, row.frame())).as("%s", row).isEqualTo(row.meaning());
    }
}
