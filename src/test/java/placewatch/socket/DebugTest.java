package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.DISPLAY;
import static placewatch.socket.Patience.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;

class DebugTest {

    private static final String LINE = "{\"type\":\"debug\",\"mod\":\"mod-1\",\"level\":\"info\",\"msg\":\"hello\"}";

    private final ScriptedServer server = new ScriptedServer();
    private final ControlSocket socket =
            new ControlSocket(server.address(), new Credential.ApiKey("k"), Patience.usual().options());

    private void open() {
        socket.open();
        await().until(() -> socket.state() instanceof SocketState.Open);
    }

    @AfterEach
    void close() {
        socket.close();
        server.close();
    }

    @Test
    void itIsAskedForByModuleIdAndLinesFlowToAllWhoListen() {
        open();
        Heard first = new Heard();
        Heard second = new Heard();

        Subscription one = socket.debug(new ModuleAddress("sys-1", "Display", 2), "mod-1", first);
        Subscription two = socket.debug(new ModuleAddress("sys-2", "Display", 1), "mod-1", second);
        await().until(() -> first.all().contains("Streaming") && second.all().contains("Streaming"));
        server.push(LINE);
        await().until(() -> first.all().contains("mod-1 info hello") && second.all().contains("mod-1 info hello"));

        assertThat(first.all()).containsExactly("Asking", "Streaming", "mod-1 info hello");
        assertThat(socket.figures().debugStreams()).isEqualTo(1);
        assertThat(socket.figures().debugLines()).isEqualTo(1);
        assertThat(server.commands("debug")).singleElement().satisfies(command ->
                assertThat(command.text()).contains("\"sys\":\"sys-1\",\"mod\":\"mod-1\",\"index\":2,"
                        + "\"name\":\"debug\""));

        one.close();
        two.close();
        await().until(() -> server.commands("ignore").size() == 1);
        assertThat(server.commands("ignore").getFirst().text())
                .contains("\"sys\":\"sys-1\",\"mod\":\"mod-1\",\"index\":2,\"name\":\"ignore\"");
        await().until(() -> socket.figures().debugStreams() == 0);
    }

    @Test
    void aDocumentedServerIsAskedByNameAndItsModuleIdRoutesTheLines() {
        server.script(command -> {
            if (command.cmd().equals("debug") && command.mod().startsWith("mod-")) {
                command.error(6, "module not found");
            } else if (command.cmd().equals("debug")) {
                command.success("mod_id", "\"mod-other\"");
            } else {
                command.success();
            }
        });
        open();
        Heard heard = new Heard();

        Subscription subscription = socket.debug(DISPLAY, "mod-1", heard);
        await().until(() -> heard.all().contains("Streaming"));
        server.push(LINE.replace("mod-1", "mod-other"));
        await().until(() -> heard.all().contains("mod-1 info hello"));
        subscription.close();
        await().until(() -> server.commands("ignore").size() == 1);

        assertThat(heard.all()).containsExactly("Asking", "Streaming", "mod-1 info hello");
        assertThat(server.commands("debug")).extracting(ScriptedServer.Command::mod)
                .containsExactly("mod-1", "Display");
        assertThat(server.commands("ignore").getFirst().text()).contains("\"mod\":\"mod-other\",\"index\":1,");
    }

    @Test
    void aModuleThatIsNotThereByEitherNameIsRefused() {
        server.script(command -> command.error(6, "module not found"));
        open();
        Heard heard = new Heard();

        socket.debug(DISPLAY, "mod-1", heard);

        await().untilAsserted(() -> assertThat(heard.all()).containsExactly("Asking", "Refused"));
        assertThat(server.commands("debug")).hasSize(2);
        assertThat(socket.figures().debugStreams()).isZero();
    }

    @Test
    void anIgnoreIsSentOnlyAfterTheDebugsAnswer() {
        List<ScriptedServer.Command> held = new CopyOnWriteArrayList<>();
        server.script(held::add);
        open();

        Subscription subscription = socket.debug(DISPLAY, "mod-1", new Heard());
        await().until(() -> held.size() == 1);
        subscription.close();
        socket.debug(DISPLAY, "mod-2", new Heard());
        await().until(() -> held.size() == 2);
        assertThat(server.commands("ignore")).isEmpty();

        held.getFirst().success();
        await().until(() -> server.commands("ignore").size() == 1);
    }

    @Test
    void aModuleThatHasMovedIsLeftWhereItWasAndAskedForWhereItIs() {
        server.script(command -> {
            if (command.cmd().equals("debug") && command.mod().startsWith("mod-")) {
                command.error(6, "module not found");
            } else if (command.cmd().equals("debug")) {
                command.success("mod_id", "\"mod-1\"");
            } else {
                command.success();
            }
        });
        open();
        Heard heard = new Heard();
        Subscription before = socket.debug(new ModuleAddress("sys-1", "Display", 1), "mod-1", heard);
        await().until(() -> heard.all().contains("Streaming"));

        before.close();
        Heard after = new Heard();
        socket.debug(new ModuleAddress("sys-1", "Screen", 2), "mod-1", after);

        await().until(() -> after.all().contains("Streaming"));
        assertThat(server.commands("ignore").getFirst().text()).contains("\"mod\":\"mod-1\",\"index\":1,");
        assertThat(server.commands("debug").getLast().text()).contains("\"mod\":\"Screen\",\"index\":2,");
        assertThat(socket.figures().debugStreams()).isEqualTo(1);
    }

    @Test
    void itIsAskedForAgainAfterAReconnect() {
        open();
        Heard heard = new Heard();
        socket.debug(DISPLAY, "mod-1", heard);
        await().until(() -> heard.all().contains("Streaming"));

        server.drop();

        await().until(() -> heard.all().equals(
                List.of("Asking", "Streaming", "Disconnected", "Asking", "Streaming")));
        assertThat(server.commands("debug")).hasSize(2);
    }

    @Test
    void linesOfAModuleThatNobodyAskedForAreStrays() {
        open();
        Heard heard = new Heard();
        socket.debug(DISPLAY, "mod-2", heard);
        await().until(() -> heard.all().contains("Streaming"));

        server.push(LINE);

        await().until(() -> socket.strays() == 1);
        assertThat(socket.figures().unreadable()).isZero();
        assertThat(heard.all()).containsExactly("Asking", "Streaming");
    }
}
