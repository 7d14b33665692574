package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.DISPLAY;
import static placewatch.socket.Patience.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerError;

class ExecTest {

    private final ScriptedServer server = new ScriptedServer();
    private final ControlSocket socket = new ControlSocket(server.address(), new Credential.ApiKey("k"),
            Patience.usual().withExec(Duration.ofMillis(1_500)).options());

    private void open() {
        socket.open();
        await().until(() -> socket.state() instanceof SocketState.Open);
    }

    private static ExecResult of(CompletableFuture<ExecResult> result) {
        return result.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @AfterEach
    void close() {
        socket.close();
        server.close();
    }

    @Test
    void whatTheFunctionReturnedComesBackAsItsJsonText() {
        server.script(command -> command.success("value", "{\"on\": [1.0, 9007199254740993]}"));
        open();

        ExecResult result = of(socket.exec(DISPLAY, "power", List.of("true", "\"now\"")));

        assertThat(result).isInstanceOfSatisfying(ExecResult.Returned.class, returned -> {
            assertThat(returned.json()).isEqualTo("{\"on\": [1.0, 9007199254740993]}");
            assertThat(returned.took()).isPositive();
        });
        assertThat(server.commands("exec").getFirst().text()).endsWith(
                "\"sys\":\"sys-1\",\"mod\":\"Display\",\"index\":1,\"name\":\"power\",\"args\":[true,\"now\"]}");
    }

    @Test
    void theFrameThatIsShownIsTheFrameThatIsSent() {
        server.script(command -> command.success("value", "null"));
        open();

        String shown = socket.execFrame(DISPLAY, "power", List.of("1.50"));
        of(socket.exec(DISPLAY, "power", List.of("1.50")));

        assertThat(server.commands("exec").getFirst().text()).isEqualTo(shown);
    }

    @Test
    void anErrorIsARefusalInTheServersWords() {
        server.script(command -> command.error(3, "module raised: nil"));
        open();

        assertThat(of(socket.exec(DISPLAY, "power", List.of()))).isInstanceOfSatisfying(ExecResult.Refused.class,
                refused -> assertThat(refused.error()).isEqualTo(new ServerError(3, "module raised: nil")));
    }

    @Test
    void answersMayComeInAnyOrder() {
        List<ScriptedServer.Command> held = new CopyOnWriteArrayList<>();
        server.script(held::add);
        open();

        CompletableFuture<ExecResult> first = socket.exec(DISPLAY, "first", List.of());
        CompletableFuture<ExecResult> second = socket.exec(DISPLAY, "second", List.of());
        await().until(() -> held.size() == 2);
        held.reversed().forEach(command -> command.success("value", "\"" + command.name() + "\""));

        assertThat(((ExecResult.Returned) of(first)).json()).isEqualTo("\"first\"");
        assertThat(((ExecResult.Returned) of(second)).json()).isEqualTo("\"second\"");
    }

    @Test
    void aSilentServerTimesOutAndALateAnswerChangesNothing() {
        List<ScriptedServer.Command> held = new CopyOnWriteArrayList<>();
        server.script(held::add);
        open();

        CompletableFuture<ExecResult> result = socket.exec(DISPLAY, "power", List.of());

        assertThat(of(result)).isInstanceOfSatisfying(ExecResult.TimedOut.class,
                out -> assertThat(out.took()).isGreaterThanOrEqualTo(Duration.ofMillis(1_500)));
        server.script(ScriptedServer.Command::success);
        held.getFirst().success("value", "1");
        assertThat(of(socket.exec(DISPLAY, "other", List.of()))).isInstanceOf(ExecResult.Returned.class);
        assertThat(result.join()).isInstanceOf(ExecResult.TimedOut.class);
    }

    @Test
    void whatWasUnderWayWhenTheLineBrokeIsLostAndNeverSentAgain() {
        List<ScriptedServer.Command> held = new CopyOnWriteArrayList<>();
        server.script(held::add);
        open();
        CompletableFuture<ExecResult> result = socket.exec(DISPLAY, "power", List.of("true"));
        await().until(() -> held.size() == 1);

        server.drop();

        assertThat(of(result)).isInstanceOf(ExecResult.ConnectionLost.class);
        await().until(() -> server.handshakes().size() == 2 && socket.state() instanceof SocketState.Open);
        server.script(ScriptedServer.Command::success);
        of(socket.exec(DISPLAY, "after", List.of()));
        assertThat(server.names("exec")).containsExactly("power", "after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "1,2", "{\"a\"", "18446744073709551616"})
    void anArgumentThatTheServerCouldNotReadIsNotSent(String argument) {
        open();

        ExecResult result = of(socket.exec(DISPLAY, "power", List.of("1", argument)));

        assertThat(result).isInstanceOfSatisfying(ExecResult.NotSent.class,
                not -> assertThat(not.why()).startsWith("Nothing was sent: argument 2 "));
        assertThat(server.commands("exec")).isEmpty();
    }

    @Test
    void withoutAConnectionNothingIsSent() {
        assertThat(of(socket.exec(DISPLAY, "power", List.of()))).isInstanceOfSatisfying(ExecResult.NotSent.class,
                not -> assertThat(not.why()).startsWith("There is no connection to 127.0.0.1:"));

        open();
        socket.close();
        assertThat(of(socket.exec(DISPLAY, "power", List.of()))).isInstanceOf(ExecResult.NotSent.class);
        assertThat(server.commands("exec")).isEmpty();
    }
}
