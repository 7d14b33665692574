package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.DISPLAY;
import static placewatch.socket.Patience.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.socket.SocketOptions.Dialect;

/// A socket and a server that says exactly the frames that it is told to say, written with `'` for `"`, and with `$id`
/// for the id of the request that they answer. To a command that it was told nothing about it says nothing.
final class ProtocolStage implements AutoCloseable {

    /// Sentence and what is played for it; the rows of the tables.
    record Row(String sentence, Play play) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    /// One row's doings.
    interface Play {
        void on(ProtocolStage stage);
    }

    private static final String MARKER = "marker";

    private final ScriptedServer server = new ScriptedServer();
    private final Map<String, String[]> answers = new LinkedHashMap<>();
    private final List<ScriptedServer.Command> unanswered = new ArrayList<>();
    private Patience patience = Patience.usual();
    private Optional<ControlSocket> socket = Optional.empty();

    ProtocolStage() {
        server.script(this::answer);
    }

    static Row row(String sentence, Play play) {
        return new Row(sentence, play);
    }

    static void play(Row row) {
        try (ProtocolStage stage = new ProtocolStage()) {
            row.play.on(stage);
        } catch (AssertionError e) {
            throw new AssertionError("“" + row.sentence + "” " + e.getMessage(), e);
        }
    }

    ProtocolStage dialect(Dialect dialect) {
        patience = new Patience(dialect, patience.bind(), patience.exec(), patience.ping(), patience.dead(),
                patience.retry());
        return this;
    }

    ProtocolStage deadlines(Duration deadline) {
        patience = patience.withBind(deadline).withExec(deadline);
        return this;
    }

    ProtocolStage heartbeat(Duration pingAfter, Duration deadAfter) {
        patience = patience.withHeartbeat(pingAfter, deadAfter);
        return this;
    }

    /// What is said to each such command from now on; `bind` for all binds, `bind power` for those of one variable,
    /// `debug mod-1` for those of one module.
    ProtocolStage answers(String command, String... frames) {
        synchronized (answers) {
            answers.put(command, frames);
        }
        return this;
    }

    ControlSocket socket() {
        if (socket.isEmpty()) {
            socket = Optional.of(new ControlSocket(server.address(), new Credential.ApiKey("k"), patience.options()));
            socket.get().open();
            await().until(() -> socket.get().state() instanceof SocketState.Open);
        }
        return socket.get();
    }

    ScriptedServer server() {
        return server;
    }

    Subscription bind(StatusKey key, BindListener listener) {
        Subscription subscription = socket().bind(key, listener);
        settle();
        return subscription;
    }

    ProtocolTold bind(StatusKey key) {
        ProtocolTold told = new ProtocolTold();
        bind(key, told);
        return told;
    }

    Subscription debug(ModuleAddress module, String moduleId, DebugListener listener) {
        Subscription subscription = socket().debug(module, moduleId, listener);
        settle();
        return subscription;
    }

    void leave(Subscription subscription) {
        subscription.close();
        settle();
    }

    ExecResult exec(String function, String... args) {
        return of(socket().exec(DISPLAY, function, List.of(args)));
    }

    static ExecResult of(CompletableFuture<ExecResult> result) {
        return result.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /// The server says these, unasked.
    void push(String... frames) {
        socket();
        for (String frame : frames) {
            server.push(frame.replace('\'', '"'));
        }
        settle();
    }

    /// Says it to the oldest request that got no answer.
    void answerLate(String frame) {
        ScriptedServer.Command command;
        synchronized (answers) {
            command = unanswered.removeFirst();
        }
        command.from().send(frame(frame, command));
        settle();
    }

    /// Waits until all is done that the server was asked and has said so far, answers to answers included: what comes
    /// back of a marker comes behind it.
    void settle() {
        for (int i = 0; i < 3; i++) {
            assertThat(of(socket().exec(DISPLAY, MARKER, List.of()))).isInstanceOf(ExecResult.Returned.class);
        }
    }

    /// Every command so far, as `bind power`, `debug mod-1`.
    List<String> sent() {
        return server.transcript().stream().filter(line -> !line.equals("exec " + MARKER)).toList();
    }

    /// The frames of such a command as they came, without their ids and written with `'` for `"`.
    List<String> frames(String cmd) {
        return server.commands(cmd).stream().filter(command -> !command.name().equals(MARKER))
                .map(command -> command.text().replaceFirst("\"id\":[0-9]+,", "").replace('"', '\'')).toList();
    }

    boolean isOpen() {
        return socket().state() instanceof SocketState.Open && server.handshakes().size() == 1;
    }

    private void answer(ScriptedServer.Command command) {
        if (command.name().equals(MARKER)) {
            command.success("value", "null");
            return;
        }
        synchronized (answers) {
            String subject = switch (command.cmd()) {
                case "debug", "ignore" -> command.mod();
                default -> command.name();
            };
            String[] frames = answers.getOrDefault(command.cmd() + " " + subject, answers.get(command.cmd()));
            if (frames == null) {
                unanswered.add(command);
                return;
            }
            for (String frame : frames) {
                command.from().send(frame(frame, command));
            }
        }
    }

    private static String frame(String written, ScriptedServer.Command command) {
        return written.replace('\'', '"').replace("$id", String.valueOf(command.id()));
    }

    @Override
    public void close() {
        // so that the goodbye is not waited for
        server.script(ScriptedServer.Command::success);
        socket.ifPresent(ControlSocket::close);
        server.close();
    }
}
