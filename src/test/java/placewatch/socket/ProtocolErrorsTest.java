package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.DISPLAY;
import static placewatch.socket.Patience.POWER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import placewatch.control.Texts;
import placewatch.protocol.ServerError;

/// *Errors* of `realtime-websocket.md`: each row of its table, as either dialect writes it, becomes a sentence for
/// people with the server's text kept, whatever was asked.
class ProtocolErrorsTest {

    private static final String WORDS = "so says\nthe server";

    /// A row of the page's table, or a code that is in none.
    record Row(String sentence, String error, int number, String said) {
        @Override
        public String toString() {
            return sentence + " — " + error;
        }
    }

    static Stream<Row> table() {
        return Stream.of(
                code(0, "parse error: invalid JSON sent to the server", "The server could not read the request"),
                code(1, "bad request: request was missing required fields (current: no such function)",
                        "The module has no such function, or something was missing from the request"),
                code(2, "access denied: you don’t have permission to access this system",
                        "This key is not allowed to do that"),
                code(3, "request failed: an error was raised or a promise rejected when processing the request",
                        "The driver raised an error"),
                code(4, "unknown command: the command type unknown", "The server does not know this command"),
                code(5, "system not found: the system does not exist", "There is no such system"),
                code(6, "module not found: the module does not exist in the system",
                        "There is no such module in this system"),
                code(7, "unexpected failure: a framework level error occurred",
                        "The server failed unexpectedly; the module may be stopped"),
                code(8, "a code beyond the table", "The server answered with error 8"),
                code(-3, "a code below the table", "The server answered with error -3"),
                code(500, "an HTTP-like code without an error_code", "The server answered with error 500"))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> code(int number, String sentence, String said) {
        return Stream.of(
                new Row(sentence, "'code':" + number, number, said),
                new Row(sentence, "'error_code':" + number + ",'code':500", number, said),
                new Row(sentence, "'code':500,'error_code':'" + number + "'", number, said));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void becomesASentenceWithTheServersTextKept(Row row) {
        ServerError expected = new ServerError(row.number(), WORDS);
        String frame = "{'id':$id,'type':'error'," + row.error() + ",'msg':'so says\\nthe server'}";
        List<ServerError> refusals = new ArrayList<>();

        try (ProtocolStage stage = new ProtocolStage()) {
            stage.answers("bind", frame).answers("exec", frame).answers("debug", frame);
            ProtocolTold bound = stage.bind(POWER);
            ProtocolTold debugged = new ProtocolTold();
            stage.debug(DISPLAY, "mod-1", debugged);
            if (stage.exec("power") instanceof ExecResult.Refused(ServerError error, var _)) {
                refusals.add(error);
            }

            assertThat(bound.all()).as("%s", row).containsExactly("Binding", "Refused " + row.number() + " " + WORDS);
            assertThat(debugged.all()).as("%s", row)
                    .containsExactly("Asking", "Refused " + row.number() + " " + WORDS);
            assertThat(stage.isOpen()).isTrue();
        }
        assertThat(refusals).as("%s", row).containsExactly(expected);
        assertThat(Texts.error(expected)).as("%s", row).isEqualTo(row.said() + ": " + WORDS);
        assertThat(Texts.error(new ServerError(row.number(), ""))).as("%s", row).isEqualTo(row.said() + ".");
    }
}
