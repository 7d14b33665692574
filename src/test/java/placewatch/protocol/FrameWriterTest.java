package placewatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What we send: a row for each sentence of the two documents about requests, and the strictest server for all else.
/// Frames are written with `'` for `"`.
class FrameWriterTest {

    private static final ModuleAddress BOOKINGS = new ModuleAddress("sys-1234", "Bookings", 1);
    private static final StatusKey VARIABLE = new StatusKey(BOOKINGS, "bookings");
    private static final ModuleAddress BY_ID = new ModuleAddress("sys-Z6XXA-Kc_v", "mod-Z6XXB1doL4", 2);

    private final FrameWriter writer = new FrameWriter();
    private final StrictServer strict = new StrictServer();

    /// One sentence, one request, its frame.
    record Row(String sentence, Outbound request, String frame) {
        @Override
        public String toString() {
            return sentence + " — " + frame;
        }
    }

    static Stream<Row> requests() {
        return Stream.of(
                new Row("page, Heartbeat: a raw string as an application layer keep-alive", new Outbound.Ping(),
                        "ping"),
                new Row("page, Bind: Example of a bind command", new Outbound.Bind(1, VARIABLE),
                        "{'id':1,'cmd':'bind','sys':'sys-1234','mod':'Bookings','index':1,'name':'bookings'}"),
                new Row("page, Unbind: Example of a unbind command", new Outbound.Unbind(2, VARIABLE),
                        "{'id':2,'cmd':'unbind','sys':'sys-1234','mod':'Bookings','index':1,'name':'bookings'}"),
                new Row("page, Execute: List of arguments to pass into the function",
                        new Outbound.Exec(3, BOOKINGS, "make_booking", List.of("1631058815")),
                        "{'id':3,'cmd':'exec','sys':'sys-1234','mod':'Bookings','index':1,'name':'make_booking',"
                                + "'args':[1631058815]}"),
                new Row("Arguments go by position: trailing optional ones may be left out, all of them too",
                        new Outbound.Exec(4, BOOKINGS, "refresh?", List.of()),
                        "{'id':4,'cmd':'exec','sys':'sys-1234','mod':'Bookings','index':1,'name':'refresh?',"
                                + "'args':[]}"),
                new Row("explicit null is not the default: it is sent where it is given",
                        new Outbound.Exec(5, BOOKINGS, "mix!", List.of("null", "1.0e-7", "\"a\\u00e4\"",
                                "{\"b\": [null]}", "9007199254740993")),
                        "{'id':5,'cmd':'exec','sys':'sys-1234','mod':'Bookings','index':1,'name':'mix!',"
                                + "'args':[null,1.0e-7,'a\\u00e4',{'b': [null]},9007199254740993]}"),
                new Row("name is required for every cmd, debug too; mod must be the module id",
                        new Outbound.Debug(6, BY_ID),
                        "{'id':6,'cmd':'debug','sys':'sys-Z6XXA-Kc_v','mod':'mod-Z6XXB1doL4','index':2,"
                                + "'name':'debug'}"),
                new Row("ignore must repeat all three exactly; its index is no null, as the page shows it",
                        new Outbound.Ignore(7, BY_ID),
                        "{'id':7,'cmd':'ignore','sys':'sys-Z6XXA-Kc_v','mod':'mod-Z6XXB1doL4','index':2,"
                                + "'name':'ignore'}"),
                new Row("_TRIGGER_ binds a trigger instance by its id as name",
                        new Outbound.Bind(8, new StatusKey(new ModuleAddress("sys-1", "_TRIGGER_", 1), "trig-1~a")),
                        "{'id':8,'cmd':'bind','sys':'sys-1','mod':'_TRIGGER_','index':1,'name':'trig-1~a'}"),
                new Row("id must be an integer, and no other kind of number even if it is large",
                        new Outbound.Bind(Long.MAX_VALUE, VARIABLE),
                        "{'id':9223372036854775807,'cmd':'bind','sys':'sys-1234','mod':'Bookings','index':1,"
                                + "'name':'bookings'}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isWritten(Row row) {
        String frame = writer.write(row.request());

        assertThat(frame).as("%s", row).isEqualTo(row.frame().replace('\'', '"'));
        assertThat(strict.complaint(frame)).as("%s", row).isEmpty();
    }

    /// The checker itself: what a real server would pass over in silence.
    @ParameterizedTest
    @ValueSource(strings = {
        "{'id':'1','cmd':'bind','sys':'s','mod':'M','index':1,'name':'n'}",
        "{'id':1.0,'cmd':'bind','sys':'s','mod':'M','index':1,'name':'n'}",
        "{'id':1,'cmd':'look','sys':'s','mod':'M','index':1,'name':'n'}",
        "{'id':1,'cmd':'bind','sys':'s','mod':'M','index':'1','name':'n'}",
        "{'id':1,'cmd':'bind','sys':'s','mod':'M','index':1.0,'name':'n'}",
        "{'id':1,'cmd':'bind','sys':'s','mod':'M','index':null,'name':'n'}",
        "{'id':1,'cmd':'bind','sys':'s','mod':'M','index':1}",
        "{'id':1,'cmd':'bind','sys':null,'mod':'M','index':1,'name':'n'}",
        "{'id':1,'cmd':'bind','sys':'s','mod':'M','index':1,'name':'n','x':1}",
        "{'id':1,'id':2,'cmd':'bind','sys':'s','mod':'M','index':1,'name':'n'}",
        "{'id':1,'cmd':'bind','sys':'s','mod':'M','index':1,'name':'n'}}",
        "{'id':1,'cmd':'bind','sys':'s','mod':'M','index':1,'name':'\\ud800'}",
        "{'id':1,'cmd':'bind','sys':'s','mod':'M','index':1,'name':'\ud800'}",
        "{'id':1,'cmd':'exec','sys':'s','mod':'M','index':1,'name':'n'}",
        "{'id':1,'cmd':'exec','sys':'s','mod':'M','index':1,'name':'n','args':[[9223372036854775808]]}",
        "pong", "[]", ""})
    void theStrictestServerRefuses(String frame) {
        assertThat(strict.complaint(frame.replace('\'', '"'))).isPresent();
    }

    @Test
    void whateverIsAskedTheStrictestServerUnderstands() {
        long seed = Long.getLong("placewatch.seed", 42L);
        Requests requests = new Requests(new SplittableRandom(seed));
        for (int i = 0; i < 50_000; i++) {
            Outbound request = requests.next();
            String frame = writer.write(request);

            JsonNode seen = frame.equals("ping") ? null : strict.understood(frame);

            assertThat(sense(seen)).as("seed %d, %s", seed, frame).isEqualTo(request);
        }
    }

    /// What a frame asks for, in our terms: no name may have become another one on the way.
    private static Outbound sense(@Nullable JsonNode seen) {
        if (seen == null) {
            return new Outbound.Ping();
        }
        long id = seen.get("id").longValue();
        String name = seen.get("name").stringValue();
        ModuleAddress module = new ModuleAddress(
                seen.get("sys").stringValue(), seen.get("mod").stringValue(), seen.get("index").intValue());
        return switch (seen.get("cmd").stringValue()) {
            case "bind" -> new Outbound.Bind(id, new StatusKey(module, name));
            case "unbind" -> new Outbound.Unbind(id, new StatusKey(module, name));
            case "debug" -> new Outbound.Debug(id, module);
            case "ignore" -> new Outbound.Ignore(id, module);
            default -> new Outbound.Exec(id, module, name, seen.get("args").valueStream().map(JsonNode::toString)
                    .toList());
        };
    }

    @Test
    void halfOfACharacterInANameIsReplacedAsNoServerCouldReadIt() {
        StatusKey halves = new StatusKey(new ModuleAddress("s\ud800", "\udc00M", 1), "a\ud83d😀\udc00b");

        String frame = writer.write(new Outbound.Bind(1, halves));

        assertThat(strict.complaint(frame)).isEmpty();
        assertThat(frame).isEqualTo(
                "{'id':1,'cmd':'bind','sys':'s\uFFFD','mod':'\uFFFDM','index':1,'name':'a\uFFFD😀\uFFFDb'}"
                        .replace('\'', '"'));
    }

    /// Requests by chance, of names that nobody would give.
    private static final class Requests {

        private static final List<String> PIECES = List.of("Display", "mod-", "sys-", "_TRIGGER_", "power", "?", "!",
                "\"", "\\", "/", "'", "\b\f\n\r\t", "\0", "\u001f", "\u007f", "\u0080", "\u2028\u2029", "\uFEFF",
                "\uFFFD", "\uFFFF", "é", "عربي", "日本語", "😀", "👩‍👩‍👧", " ", "null", "{}", "[", "\\u0041", "</script>");
        private static final JsonMapper JSON = new JsonMapper();

        private final SplittableRandom chance;
        private final JsonText json = new JsonText();
        private long id;

        Requests(SplittableRandom chance) {
            this.chance = chance;
        }

        Outbound next() {
            id += chance.nextLong(1, 1L << 40);
            ModuleAddress module = new ModuleAddress(name(), name(), chance.nextInt(1, Integer.MAX_VALUE));
            return switch (chance.nextInt(6)) {
                case 0 -> new Outbound.Bind(id, new StatusKey(module, name()));
                case 1 -> new Outbound.Unbind(id, new StatusKey(module, name()));
                case 2 -> new Outbound.Debug(id, module);
                case 3 -> new Outbound.Ignore(id, module);
                case 4 -> new Outbound.Exec(id, module, name(), args());
                default -> new Outbound.Ping();
            };
        }

        private String name() {
            StringBuilder name = new StringBuilder("x");
            int pieces = chance.nextInt(5);
            for (int i = 0; i < pieces; i++) {
                name.insert(chance.nextBoolean() ? 0 : name.length(), PIECES.get(chance.nextInt(PIECES.size())));
            }
            return name.toString();
        }

        /// Those that a socket lets through, which is asked first.
        private List<String> args() {
            List<String> args = new ArrayList<>();
            int count = chance.nextInt(4);
            for (int i = 0; i < count; i++) {
                String arg = JSON.writeValueAsString(value(3));
                Optional<String> problem = json.problemAsArgument(arg);
                assertThat(problem).as(arg).isEmpty();
                args.add(arg);
            }
            return args;
        }

        private @Nullable Object value(int depth) {
            return switch (chance.nextInt(depth == 0 ? 6 : 8)) {
                case 0 -> null;
                case 1 -> chance.nextBoolean();
                case 2 -> chance.nextInt();
                case 3 -> chance.nextLong();
                case 4 -> Math.scalb(chance.nextDouble(), chance.nextInt(-200, 200));
                case 5 -> name();
                case 6 -> Stream.generate(() -> Optional.ofNullable(value(depth - 1)).orElse(false))
                        .limit(chance.nextInt(4)).toList();
                default -> Map.of(name(), Optional.ofNullable(value(depth - 1)).orElse(0));
            };
        }
    }
}
