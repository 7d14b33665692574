package placewatch.socket;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.ServerAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A real WebSocket server on loopback that records what it gets and answers as a test says; it can go away and come
/// back on its port. Unless told otherwise it answers every command as today's servers do.
final class ScriptedServer implements AutoCloseable {

    /// A command as it came.
    record Command(WebSocket from, JsonNode json, String text) {
        long id() {
            return json.get("id").asLong();
        }

        String cmd() {
            return json.get("cmd").asString();
        }

        String name() {
            return json.get("name").asString();
        }

        String mod() {
            return json.get("mod").asString();
        }

        private String meta() {
            return "\"meta\":{\"sys\":" + json.get("sys") + ",\"mod\":" + json.get("mod") + ",\"index\":"
                    + json.get("index") + ",\"name\":" + json.get("name") + "}";
        }

        void success() {
            from.send("{\"id\":" + id() + ",\"type\":\"success\"," + meta() + "}");
        }

        void success(String field, String json) {
            from.send("{\"id\":" + id() + ",\"type\":\"success\",\"" + field + "\":" + json + "," + meta() + "}");
        }

        void error(int number, String words) {
            from.send("{\"id\":" + id() + ",\"type\":\"error\",\"msg\":\"" + words + "\",\"error_code\":" + number
                    + ",\"code\":500}");
        }

        void notifyOf(String value) {
            from.send("{\"id\":" + id() + ",\"type\":\"notify\",\"value\":" + value + "," + meta() + "}");
        }
    }

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Command> commands = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> handshakes = new CopyOnWriteArrayList<>();
    private final List<Integer> closeCodes = new CopyOnWriteArrayList<>();
    private volatile Consumer<Command> script = Command::success;
    private volatile boolean answersPings = true;
    private final AtomicInteger pings = new AtomicInteger();
    private int port;
    private @Nullable Inner running;

    ScriptedServer() {
        comeBack();
    }

    /// What it does with each command from now on.
    void script(Consumer<Command> next) {
        script = next;
    }

    void ignorePings() {
        answersPings = false;
    }

    ServerAddress address() {
        return ServerAddress.parse("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    List<Command> commands(String cmd) {
        return commands.stream().filter(command -> command.cmd().equals(cmd)).toList();
    }

    List<String> names(String cmd) {
        return commands(cmd).stream().map(Command::name).toList();
    }

    /// Every command so far, as `bind power`.
    List<String> transcript() {
        return commands.stream().map(command -> command.cmd() + " " + command.name()).toList();
    }

    void forget() {
        commands.clear();
    }

    List<Map<String, String>> handshakes() {
        return handshakes;
    }

    List<Integer> closeCodes() {
        return closeCodes;
    }

    int pings() {
        return pings.get();
    }

    void push(String frame) {
        running().broadcast(frame);
    }

    /// Breaks every connection off, without a close frame.
    void drop() {
        running().getConnections().forEach(connection -> connection.closeConnection(1006, "dropped"));
    }

    void goAway() {
        Inner gone = running();
        running = null;
        try {
            gone.stop(1_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void comeBack() {
        Inner next = new Inner(port);
        next.start();
        try {
            if (!next.started.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the scripted server did not start");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        port = next.getPort();
        running = next;
    }

    @Override
    public void close() {
        if (running != null) {
            goAway();
        }
    }

    private Inner running() {
        if (running == null) {
            throw new IllegalStateException("the server is away");
        }
        return running;
    }

    private final class Inner extends WebSocketServer {

        private final CountDownLatch started = new CountDownLatch(1);

        Inner(int port) {
            super(new InetSocketAddress("127.0.0.1", port), 1);
            setReuseAddr(true);
            setConnectionLostTimeout(0);
            setDaemon(true);
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            handshakes.add(Map.of("path", handshake.getResourceDescriptor(),
                    "key", handshake.getFieldValue("X-API-Key"), "bearer", handshake.getFieldValue("Authorization")));
        }

        @Override
        public void onMessage(WebSocket connection, String message) {
            if (message.equals("ping")) {
                pings.incrementAndGet();
                if (answersPings) {
                    connection.send("pong");
                }
                return;
            }
            Command command = new Command(connection, mapper.readTree(message), message);
            commands.add(command);
            if (connection.isOpen()) {
                script.accept(command);
            }
        }

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {
            closeCodes.add(code);
        }

        @Override
        public void onError(@Nullable WebSocket connection, Exception error) {
            if (connection == null) {
                throw new IllegalStateException(error);
            }
        }
    }
}
