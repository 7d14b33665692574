package placewatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.handshake.ServerHandshake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A plain client of the control socket that keeps what it hears.
final class TestSocket implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long DEADLINE_SECONDS = 10;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
    private final List<String> setAside = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int closeCode;
    private final WebSocketClient client;

    private TestSocket(URI address, Map<String, String> headers) {
        client = new WebSocketClient(address, headers) {
            @Override
            public void onOpen(ServerHandshake handshake) {
            }

            @Override
            public void onMessage(String message) {
                heard.add(message);
            }

            @Override
            public void onMessage(ByteBuffer bytes) {
                heard.add("binary");
            }

            @Override
            public void onWebsocketPong(WebSocket socket, Framedata frame) {
                byte[] payload = new byte[frame.getPayloadData().remaining()];
                frame.getPayloadData().get(payload);
                pongs.add(new String(payload, StandardCharsets.US_ASCII));
            }

            @Override
            public void onClose(int code, String reason, boolean remote) {
                closeCode = code;
                ended.countDown();
            }

            @Override
            public void onError(Exception e) {
                heard.add("error " + e);
            }
        };
        client.setConnectionLostTimeout(0);
    }

    static TestSocket open(Simulator simulator, Role role) throws InterruptedException {
        TestSocket socket = new TestSocket(address(simulator), Map.of("X-API-Key", simulator.key(role)));
        assertThat(socket.client.connectBlocking(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return socket;
    }

    static URI address(Simulator simulator) {
        return URI.create(simulator.address().toString().replace("http:", "ws:") + "/api/engine/v2/systems/control");
    }

    void send(String text) {
        client.send(text);
    }

    void send(byte[] bytes) {
        client.send(bytes);
    }

    void sendPing(String payload) {
        PingFrame ping = new PingFrame();
        ping.setPayload(ByteBuffer.wrap(payload.getBytes(StandardCharsets.US_ASCII)));
        client.sendFrame(ping);
    }

    String pong() throws InterruptedException {
        String pong = pongs.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertThat(pong).as("a pong frame").isNotNull();
        return pong;
    }

    /// The next text that wasn't asked for yet, in the order of arrival.
    String next() throws InterruptedException {
        if (!setAside.isEmpty()) {
            return setAside.removeFirst();
        }
        String text = heard.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertThat(text).as("a frame").isNotNull();
        return text;
    }

    JsonNode nextJson() throws InterruptedException {
        return JSON.readTree(next());
    }

    /// The first frame that fits; those before it stay to be asked for.
    JsonNode first(Predicate<JsonNode> wanted) throws InterruptedException {
        for (int i = 0; i < setAside.size(); i++) {
            if (fits(setAside.get(i), wanted)) {
                return JSON.readTree(setAside.remove(i));
            }
        }
        while (true) {
            String text = heard.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            assertThat(text).as("a frame that fits; heard so far: %s", setAside).isNotNull();
            if (fits(text, wanted)) {
                return JSON.readTree(text);
            }
            setAside.add(text);
        }
    }

    /// What is answered to the request with this id.
    JsonNode answer(long id) throws InterruptedException {
        return first(frame -> frame.path("id").asLong(-1) == id
                && (frame.path("type").asString().equals("success") || frame.path("type").asString().equals("error")));
    }

    JsonNode notification(String name) throws InterruptedException {
        return first(frame -> frame.path("type").asString().equals("notify")
                && frame.path("meta").path("name").asString().equals(name));
    }

    /// Sends a request and waits for its answer.
    JsonNode ask(long id, String json) throws InterruptedException {
        send(json.replace("#", String.valueOf(id)));
        return answer(id);
    }

    /// Everything that arrives before the answer to a `ping` that is sent now, and isn't asked for yet.
    List<String> untilPong() throws InterruptedException {
        send("ping");
        List<String> before = new ArrayList<>();
        for (String text = next(); !text.equals("pong"); text = next()) {
            before.add(text);
        }
        return before;
    }

    int closeCode() throws InterruptedException {
        assertThat(ended.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).as("the socket ended").isTrue();
        return closeCode;
    }

    boolean isOpen() {
        return client.isOpen();
    }

    void leave() {
        client.close(1000, "bye");
    }

    @Override
    public void close() {
        client.close();
    }

    private static boolean fits(String text, Predicate<JsonNode> wanted) {
        return text.startsWith("{") && wanted.test(JSON.readTree(text));
    }
}
