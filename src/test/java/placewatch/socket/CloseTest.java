package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.DISPLAY;
import static placewatch.socket.Patience.INPUT;
import static placewatch.socket.Patience.POWER;
import static placewatch.socket.Patience.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;

class CloseTest {

    /// What the product promises is a second; a slow test machine gets some more.
    private static final Duration SOON = Duration.ofSeconds(3);

    private static void open(ControlSocket socket) {
        socket.open();
        await().until(() -> socket.state() instanceof SocketState.Open);
    }

    private static ControlSocket socket(ServerAddress address) {
        return new ControlSocket(address, new Credential.ApiKey("k"), Patience.usual().options());
    }

    private static Duration closing(ControlSocket socket) {
        long began = System.nanoTime();
        socket.close();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void itIgnoresAndUnbindsSaysGoodbyeAndLeavesNoThread() {
        try (ScriptedServer server = new ScriptedServer()) {
            ControlSocket socket = socket(server.address());
            List<SocketState> states = new CopyOnWriteArrayList<>();
            socket.onState(states::add);
            open(socket);
            Heard power = new Heard();
            Heard input = new Heard();
            Heard log = new Heard();
            socket.bind(POWER, power);
            socket.bind(INPUT, input);
            socket.debug(DISPLAY, "mod-1", log);
            await().until(() -> power.isLive() && input.isLive() && log.all().contains("Streaming"));
            server.forget();

            assertThat(closing(socket)).isLessThan(SOON);

            await().until(() -> server.closeCodes().equals(List.of(1000)));
            assertThat(server.transcript()).containsExactly("ignore ignore", "unbind power", "unbind input");
            assertThat(states.getLast()).isEqualTo(new SocketState.Closed());
            assertThat(power.all()).endsWith("Disconnected");
            assertThat(log.all()).endsWith("Disconnected");
            assertThat(socket.figures().bound()).isZero();
            await().untilAsserted(() -> assertThat(Threads.all()).isEmpty());
        }
    }

    @Test
    void twoThousandBindsAreAllUnbound() {
        try (ScriptedServer server = new ScriptedServer()) {
            ControlSocket socket = socket(server.address());
            open(socket);
            List<Heard> heard = IntStream.range(0, 2_000).mapToObj(i -> new Heard()).toList();
            IntStream.range(0, 2_000).forEach(i -> socket.bind(new StatusKey(DISPLAY, "v" + i), heard.get(i)));
            await().atMost(Duration.ofSeconds(30)).until(() -> heard.stream().allMatch(Heard::isLive));

            assertThat(closing(socket)).isLessThan(SOON);

            await().until(() -> server.commands("unbind").size() == 2_000);
            await().untilAsserted(() -> assertThat(Threads.all()).isEmpty());
        }
    }

    @Test
    void closedItStaysClosed() {
        try (ScriptedServer server = new ScriptedServer()) {
            ControlSocket socket = socket(server.address());
            open(socket);
            socket.close();
            List<SocketState> states = new CopyOnWriteArrayList<>();

            socket.close();
            socket.open();
            socket.retryNow();
            socket.bind(POWER, new Heard()).close();
            socket.onState(states::add).close();

            assertThat(states).containsExactly(new SocketState.Closed());
            assertThat(socket.state()).isEqualTo(new SocketState.Closed());
            assertThat(server.handshakes()).hasSize(1);
        }
    }

    @Test
    void anExecUnderWayIsLost() {
        try (ScriptedServer server = new ScriptedServer()) {
            server.script(command -> { });
            ControlSocket socket = socket(server.address());
            open(socket);
            CompletableFuture<ExecResult> result = socket.exec(DISPLAY, "power", List.of());
            await().until(() -> server.commands("exec").size() == 1);

            socket.close();

            assertThat(result.orTimeout(10, TimeUnit.SECONDS).join()).isInstanceOf(ExecResult.ConnectionLost.class);
        }
    }

    @Test
    void neverOpenedItClosesToo() {
        ControlSocket socket = socket(ServerAddress.parse("http://127.0.0.1:1"));

        assertThat(closing(socket)).isLessThan(SOON);

        assertThat(socket.state()).isEqualTo(new SocketState.Closed());
        await().untilAsserted(() -> assertThat(Threads.all()).isEmpty());
    }

    @Test
    void aServerThatAnswersNothingMoreDoesNotHoldItUp() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            CountDownLatch over = new CountDownLatch(1);
            Thread.ofPlatform().daemon().start(() -> shakeHandsAndFallSilent(listener, over));
            ControlSocket socket = socket(ServerAddress.parse("http://127.0.0.1:" + listener.getLocalPort()));
            open(socket);

            assertThat(closing(socket)).isLessThan(SOON);

            await().untilAsserted(() -> assertThat(Threads.all()).isEmpty());
            over.countDown();
        }
    }

    @Test
    void aListenerMayCloseTheSocket() {
        try (ScriptedServer server = new ScriptedServer()) {
            ControlSocket socket = socket(server.address());
            socket.onState(state -> {
                if (state instanceof SocketState.Open) {
                    socket.close();
                }
            });

            socket.open();

            await().until(() -> socket.state() instanceof SocketState.Closed);
            await().untilAsserted(() -> assertThat(Threads.all()).isEmpty());
        }
    }

    @Test
    void anInterruptedThreadClosesItAllTheSame() {
        try (ScriptedServer server = new ScriptedServer()) {
            ControlSocket socket = socket(server.address());
            open(socket);

            Thread.currentThread().interrupt();
            socket.close();

            assertThat(Thread.interrupted()).isTrue();
            await().untilAsserted(() -> assertThat(Threads.all()).isEmpty());
        }
    }

    /// Opens a WebSocket by hand and then never reads again.
    private static void shakeHandsAndFallSilent(ServerSocket listener, CountDownLatch over) {
        try (Socket visitor = listener.accept()) {
            InputStream in = visitor.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            String key = head.toString().lines().filter(line -> line.startsWith("Sec-WebSocket-Key: ")).findFirst()
                    .orElseThrow().substring(19);
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(
                    (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            OutputStream out = visitor.getOutputStream();
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            over.await();
        } catch (IOException | NoSuchAlgorithmException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
