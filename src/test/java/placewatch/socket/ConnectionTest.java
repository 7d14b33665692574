package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.POWER;
import static placewatch.socket.Patience.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.network.Relay;
import placewatch.network.TestAuthority;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Utf8;

class ConnectionTest {

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<SocketState> states = new CopyOnWriteArrayList<>();

    private <C extends AutoCloseable> C keep(C closeable) {
        opened.addFirst(closeable);
        return closeable;
    }

    private ControlSocket socket(ServerAddress address, Credential credential, Patience patience) {
        ControlSocket socket = keep(new ControlSocket(address, credential, patience.options()));
        socket.onState(states::add);
        return socket;
    }

    private ControlSocket socket(int port, Patience patience) {
        return socket(ServerAddress.parse("http://127.0.0.1:" + port), new Credential.ApiKey("k"), patience);
    }

    private List<String> kinds() {
        return states.stream().map(state -> state.getClass().getSimpleName()).toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : opened) {
            closeable.close();
        }
    }

    @Test
    void theKeyTravelsInAHeaderToTheDocumentedPath() {
        ScriptedServer server = keep(new ScriptedServer());
        socket(server.address(), new Credential.ApiKey("secret"), Patience.usual()).open();
        await().until(() -> server.handshakes().size() == 1);
        socket(server.address(), new Credential.BearerToken("token"), Patience.usual()).open();
        await().until(() -> server.handshakes().size() == 2);

        assertThat(server.handshakes().getFirst()).containsEntry("path", "/api/engine/v2/systems/control")
                .containsEntry("key", "secret");
        assertThat(server.handshakes().getLast()).containsEntry("bearer", "Bearer token");
    }

    @Test
    void itConnectsLosesTheLineAndComesBack() {
        ScriptedServer server = keep(new ScriptedServer());
        ControlSocket socket = socket(server.port(), Patience.usual());
        await().until(() -> kinds().equals(List.of("Idle")));

        socket.open();
        await().until(() -> kinds().equals(List.of("Idle", "Connecting", "Open")));
        server.goAway();
        await().until(() -> states.getLast() instanceof SocketState.Waiting(var _, int attempt, var _) && attempt >= 3);
        server.comeBack();
        await().until(() -> states.getLast() instanceof SocketState.Open);

        assertThat(states).filteredOn(SocketState.Waiting.class::isInstance).first()
                .extracting(state -> ((SocketState.Waiting) state).why())
                .isEqualTo(new Failure.ConnectionLost("the server closed it as it is going away"));
        assertThat(states).filteredOn(SocketState.Waiting.class::isInstance).last()
                .extracting(state -> ((SocketState.Waiting) state).why())
                .isInstanceOf(Failure.Unreachable.class);
        assertThat(states).filteredOn(SocketState.Connecting.class::isInstance).startsWith(
                new SocketState.Connecting(1), new SocketState.Connecting(2), new SocketState.Connecting(3));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(FixedDoor.http("401 Unauthorized", "Content-Type: application/json\r\n",
                        "{\"error\":\"unknown kéy\"}"), new Failure.KeyRejected("{\"error\":\"unknown kéy\"}")),
                Arguments.of(FixedDoor.http("403 Forbidden", "", ""), new Failure.NotAllowed("")),
                Arguments.of(FixedDoor.http("404 Not Found", "", "<html>no such page</html>"),
                        new Failure.NotPlaceOs("There is no control socket at %s (404)")),
                Arguments.of(FixedDoor.http("200 OK", "", "<html>a shop</html>"),
                        new Failure.NotPlaceOs("The upgrade to a WebSocket was answered with 200")),
                Arguments.of("SSH-2.0-OpenSSH_9.9\r\n",
                        new Failure.NotPlaceOs("It answered, but not as a WebSocket server")),
                Arguments.of("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: bm8=\r\n\r\n",
                        new Failure.NotPlaceOs("It answered, but not as a WebSocket server")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalWaitsForThePerson(String answer, Failure why) throws IOException {
        FixedDoor door = keep(new FixedDoor(answer));
        ControlSocket socket = socket(door.port(), Patience.usual());

        socket.open();

        await().until(() -> socket.state() instanceof SocketState.Refused);
        Failure expected = why instanceof Failure.NotPlaceOs(String detail) ? new Failure.NotPlaceOs(
                detail.formatted("ws://127.0.0.1:" + door.port() + "/api/engine/v2/systems/control")) : why;
        assertThat(socket.state()).as(door.lastTrouble()).isEqualTo(new SocketState.Refused(expected));
        assertThat(door.knocks()).isEqualTo(1);
    }

    @Test
    void afterARefusalItTriesAgainOnlyWhenAsked() throws IOException {
        FixedDoor door = keep(new FixedDoor(FixedDoor.http("401 Unauthorized", "", "no")));
        ControlSocket socket = socket(door.port(), Patience.usual().withRetry(Duration.ofMillis(1)));
        socket.open();
        await().until(() -> socket.state() instanceof SocketState.Refused);

        socket.open();
        socket.retryNow();

        await().until(() -> door.knocks() == 2 && socket.state() instanceof SocketState.Refused);
        await().until(() -> kinds().equals(
                List.of("Idle", "Connecting", "Refused", "Connecting", "Refused")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"429 Too Many Requests", "502 Bad Gateway", "503 Service Unavailable"})
    void aDateToComeBackAtIsObeyed(String status) throws IOException {
        Instant then = Instant.now().plusSeconds(90);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(then.atZone(ZoneOffset.UTC));
        FixedDoor door = keep(new FixedDoor(FixedDoor.http(status, "Retry-After: " + date + "\r\n", "<html>")));
        ControlSocket socket = socket(door.port(), Patience.usual());

        socket.open();

        await().until(() -> socket.state() instanceof SocketState.Waiting(var _, var _, Failure.Busy _));
        assertThat(((SocketState.Waiting) socket.state()).retryAt())
                .isBetween(then.minusSeconds(2), then.plusSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503})
    void aBusyServerIsLeftAloneForAsLongAsItAsks(int status) throws IOException {
        FixedDoor door = keep(new FixedDoor(FixedDoor.http(status + " Not now", "Retry-After: 120\r\n", "")));
        ControlSocket socket = socket(door.port(), Patience.usual());

        socket.open();

        await().until(() -> socket.state() instanceof SocketState.Waiting);
        SocketState.Waiting waiting = (SocketState.Waiting) socket.state();
        assertThat(waiting.why()).isEqualTo(new Failure.Busy(status, Optional.of(Duration.ofSeconds(120))));
        assertThat(waiting.retryAt()).isAfter(Instant.now().plusSeconds(60));

        socket.retryNow();
        await().until(() -> door.knocks() == 2);
    }

    @Test
    void aPortWhereNobodyListensIsTriedAgain() throws IOException {
        ControlSocket socket = socket(freePort(), Patience.usual());

        socket.open();

        await().until(() -> kinds().stream().filter("Waiting"::equals).count() >= 2);
        assertThat(states).filteredOn(SocketState.Waiting.class::isInstance)
                .allMatch(state -> ((SocketState.Waiting) state).why() instanceof Failure.Unreachable);
    }

    @Test
    void aNameThatIsNotInDnsIsSaidSo() {
        ControlSocket socket = socket(ServerAddress.parse("http://nowhere.invalid"), new Credential.ApiKey("k"),
                Patience.usual());

        socket.open();

        await().atMost(Duration.ofSeconds(18)).until(() -> socket.state() instanceof SocketState.Waiting);
        assertThat(((SocketState.Waiting) socket.state()).why()).isEqualTo(new Failure.HostNotFound("nowhere.invalid"));
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsNotPlaceOs() throws IOException {
        FixedDoor door = keep(new FixedDoor(FixedDoor.http("400 Bad Request", "", "")));
        ControlSocket socket = socket(ServerAddress.parse("https://127.0.0.1:" + door.port()),
                new Credential.ApiKey("k"), Patience.usual());

        socket.open();

        await().until(() -> socket.state() instanceof SocketState.Refused);
        assertThat(socket.state()).isEqualTo(new SocketState.Refused(new Failure.NotPlaceOs(
                "What listens at 127.0.0.1:" + door.port() + " does not speak TLS")));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
        ScriptedServer server = keep(new ScriptedServer());
        Relay relay = keep(Relay.tls(TestAuthority.shared().tls(TestAuthority.Server.SELF_SIGNED), server.port()));
        ControlSocket socket = socket(ServerAddress.parse("https://127.0.0.1:" + relay.port()),
                new Credential.ApiKey("k"), Patience.usual().withRetry(Duration.ofSeconds(60)));

        socket.open();

        await().until(() -> socket.state() instanceof SocketState.Waiting);
        assertThat(((SocketState.Waiting) socket.state()).why()).isInstanceOf(Failure.NotTrusted.class);
        assertThat(server.handshakes()).isEmpty();
        await().untilAsserted(() -> assertThat(Threads.ofConnections()).isEmpty());
    }

    @Test
    void aDoorThatNeverAnswersIsGivenUpAfterTheDeadline() throws IOException {
        ServerSocket silent = keep(new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1")));
        ControlSocket socket = socket(silent.getLocalPort(),
                Patience.usual().withBind(Duration.ofMillis(200)).withRetry(Duration.ofSeconds(60)));

        socket.open();

        await().until(() -> socket.state() instanceof SocketState.Waiting);
        assertThat(((SocketState.Waiting) socket.state()).why())
                .isEqualTo(new Failure.TimedOut(Duration.ofMillis(200)));
        await().untilAsserted(() -> assertThat(Threads.ofConnections()).isEmpty());
    }

    @Test
    void aKeyWithALineBreakNeverReachesTheWire() {
        ScriptedServer server = keep(new ScriptedServer());
        ControlSocket socket = socket(server.address(), new Credential.ApiKey("k\r\nX-Other: 1"), Patience.usual());

        socket.open();

        await().until(() -> socket.state() instanceof SocketState.Refused(Failure.KeyRejected _));
        assertThat(server.handshakes()).isEmpty();
    }

    @Test
    void aLineThatFallsSilentIsPingedAndTakenForDead() {
        ScriptedServer server = keep(new ScriptedServer());
        server.ignorePings();
        ControlSocket socket = socket(server.port(),
                Patience.usual().withHeartbeat(Duration.ofMillis(150), Duration.ofMillis(600)));

        socket.open();

        await().until(() -> server.handshakes().size() >= 2);
        assertThat(server.pings()).isGreaterThanOrEqualTo(1);
        assertThat(states).filteredOn(SocketState.Waiting.class::isInstance).first()
                .extracting(state -> ((SocketState.Waiting) state).why())
                .isInstanceOf(Failure.ConnectionLost.class);
    }

    @Test
    void aLineThatAnswersPingsStaysOpenAndIsMeasured() {
        ScriptedServer server = keep(new ScriptedServer());
        ControlSocket socket = socket(server.port(),
                Patience.usual().withHeartbeat(Duration.ofMillis(50), Duration.ofSeconds(20)));

        socket.open();

        await().until(() -> server.pings() >= 5 && socket.figures().roundTrip().isPresent());
        assertThat(server.handshakes()).hasSize(1);
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
    }

    @Test
    void anOlderConnectionCannotDeliverAnyMore() {
        List<Wire.Events> attempts = new CopyOnWriteArrayList<>();
        ControlSocket socket = keep(new ControlSocket(ServerAddress.parse("http://127.0.0.1:1"),
                new Credential.ApiKey("k"), Patience.usual().withRetry(Duration.ofMillis(1)).options(),
                (address, credential, generation, events) -> {
                    attempts.add(events);
                    return new DeadWire();
                }, new SocketThread("placewatch-socket"), Set::of));
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        socket.open();
        await().until(() -> attempts.size() == 1);
        attempts.getFirst().opened();
        attempts.getFirst().ended(new Failure.ConnectionLost("test"));
        await().until(() -> attempts.size() == 2);
        attempts.getLast().opened();
        await().until(() -> socket.state() instanceof SocketState.Open);

        String frame = "{\"type\":\"notify\",\"value\":%s,\"meta\":{\"sys\":\"sys-1\",\"mod\":\"Display\","
                + "\"index\":1,\"name\":\"power\"}}";
        tell(attempts.getFirst(), frame.formatted("\"old\""));
        attempts.getFirst().ended(new Failure.ConnectionLost("again"));
        tell(attempts.getLast(), frame.formatted("\"new\""));

        assertThat(heard.all()).containsExactly(
                "Disconnected", "Binding", "Disconnected", "Binding", "Live", "= \"new\"");
        assertThat(socket.state()).isInstanceOf(SocketState.Open.class);
        assertThat(socket.figures().changes()).isEqualTo(1);
    }

    @Test
    void whatComesInOnePieceIsToldInItsOrderHoweverItIsRead() {
        List<Wire.Events> attempts = new CopyOnWriteArrayList<>();
        ControlSocket socket = keep(new ControlSocket(ServerAddress.parse("http://127.0.0.1:1"),
                new Credential.ApiKey("k"), Patience.usual().options(), (address, credential, generation, events) -> {
                    attempts.add(events);
                    return new DeadWire();
                }, new SocketThread("placewatch-socket"), Set::of));
        Heard heard = new Heard();
        socket.bind(POWER, heard);
        socket.bind(new StatusKey(POWER.module(), "level"), heard);
        socket.open();
        await().until(() -> attempts.size() == 1);
        attempts.getFirst().opened();
        await().until(() -> socket.state() instanceof SocketState.Open);

        String frame = "{\"type\":\"notify\",\"value\":%s,\"meta\":{\"sys\":\"sys-1\",\"mod\":\"Display\","
                + "\"index\":1,\"name\":\"%s\"}}";
        tell(attempts.getFirst(), frame.formatted("1", "power"), frame.formatted("2", "power"),
                frame.formatted("3", "power"), frame.formatted("4", "level"), "rubbish",
                frame.formatted("5", "power"), frame.formatted("\"\u00fc\"", "power"), frame.formatted("6", "level"),
                frame.formatted("7", "nobody"), frame.formatted("8", "nobody"), frame.formatted("9", "power"));

        assertThat(heard.all()).filteredOn(news -> news.startsWith("= "))
                .containsExactly("= 1", "= 2", "= 3", "= 4", "= 5", "= \"\u00fc\"", "= 6", "= 9");
        assertThat(socket.figures().changes()).isEqualTo(10);
        assertThat(socket.figures().unreadable()).isEqualTo(1);
        assertThat(socket.strays()).isEqualTo(2);
    }

    private static void tell(Wire.Events events, String... frames) {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        for (String frame : frames) {
            piece.writeBytes(Utf8.bytes(frame));
        }
        byte[] utf8 = piece.toByteArray();
        events.received();
        int at = 0;
        for (String frame : frames) {
            int end = at + Utf8.bytes(frame).length;
            events.text(utf8, at, end);
            at = end;
        }
        events.over();
    }

    /// A connection that does nothing by itself.
    private static final class DeadWire implements Wire {
        @Override
        public void start() { }

        @Override
        public boolean send(String frame) {
            return true;
        }

        @Override
        public void goodbye() { }

        @Override
        public void cut() { }

        @Override
        public boolean awaitEnd(Duration patience) {
            return true;
        }
    }
}
