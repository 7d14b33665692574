package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.socket.Patience.POWER;
import static placewatch.socket.Patience.await;
import static placewatch.socket.ProtocolStage.row;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.PongFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.socket.ProtocolStage.Row;

/// *Real-time Websocket* and *Heartbeat* of `realtime-websocket.md` (*page*), *Connecting* of `protocol.md`, and that
/// nothing which can't be read ends a session.
class ProtocolConnectionTest {

    private static final String GRANTED = "{'id':$id,'type':'success'}";
    private static final String VALUE =
            "{'type':'notify','value':%s,'meta':{'sys':'sys-1','mod':'Display','index':1,'name':'power'}}";

    static Stream<Row> connecting() {
        return Stream.of(
                row("page: the endpoint wss://<app_domain>/api/engine/v2/systems/control", stage -> {
                    stage.socket();

                    assertThat(stage.server().handshakes()).singleElement().satisfies(handshake ->
                            assertThat(handshake).containsEntry("path", "/api/engine/v2/systems/control"));
                }),
                row("page: wss:// for what people type, and nothing but the path behind it", stage ->
                    assertThat(ServerAddress.parse("PlaceOS.example.com/backoffice?api-key=k#/x").socket()).isEqualTo(
                            URI.create("wss://placeos.example.com/api/engine/v2/systems/control"))),
                row("page: API tokens are sent in the header of the request. X-API-Key: <token>", stage -> {
                    stage.socket();

                    assertThat(stage.server().handshakes()).singleElement().satisfies(handshake ->
                            assertThat(handshake).containsEntry("key", "k").containsEntry("bearer", ""));
                }),
                row("also accepted: Authorization: Bearer …", stage -> {
                    try (ControlSocket socket = new ControlSocket(stage.server().address(),
                            new Credential.BearerToken("t"), Patience.usual().options())) {
                        socket.open();
                        await().until(() -> socket.state() instanceof SocketState.Open);
                    }

                    assertThat(stage.server().handshakes()).singleElement().satisfies(handshake ->
                            assertThat(handshake).containsEntry("key", "").containsEntry("bearer", "Bearer t"));
                }),
                row("page, Heartbeat: The client can periodically send ping; the server will respond pong", stage -> {
                    stage.heartbeat(Duration.ofMillis(30), Duration.ofSeconds(20));
                    stage.socket();
                    await().until(() -> stage.server().pings() >= 3);
                    await().until(() -> stage.socket().figures().roundTrip().isPresent());

                    assertThat(stage.socket().figures().unreadable()).isZero();
                }),
                row("Every 80 s the server sends pong unasked: a sign of life that measures nothing", stage -> {
                    stage.server().ignorePings();
                    stage.socket();
                    await().until(() -> stage.server().pings() == 1);
                    stage.push("pong");
                    await().until(() -> stage.socket().figures().roundTrip().isPresent());
                    var first = stage.socket().figures().roundTrip();
                    stage.push("pong", "pong");

                    assertThat(stage.socket().figures().roundTrip()).isEqualTo(first);
                    assertThat(stage.socket().figures().unreadable()).isZero();
                    assertThat(stage.socket().strays()).isZero();
                }),
                row("A WebSocket ping frame is answered twice, the first pong empty: those are no frames of ours",
                        stage -> {
                    stage.answers("bind", GRANTED);
                    ProtocolTold told = stage.bind(POWER);
                    var connection = stage.server().commands("bind").getFirst().from();
                    connection.sendFrame(List.of(new PongFrame(), new PongFrame(), new PingFrame()));
                    stage.push(VALUE.formatted("1"));

                    assertThat(told.all()).containsExactly("Binding", "Live", "= 1");
                    assertThat(stage.socket().figures().unreadable()).isZero();
                    assertThat(stage.isOpen()).isTrue();
                }),
                row("A close frame without a code (seen as 1005) is an end like others: it is tried again", stage -> {
                    stage.answers("bind", GRANTED);
                    ProtocolTold told = stage.bind(POWER);
                    WebSocketImpl connection = (WebSocketImpl) stage.server().commands("bind").getFirst().from();
                    connection.outQueue.add(ByteBuffer.wrap(new byte[] {(byte) 0x88, 0}));
                    connection.sendPing();
                    await().until(() -> told.all().size() == 5);

                    assertThat(told.all())
                            .containsExactly("Binding", "Live", "Disconnected", "Binding", "Live");
                }));
    }

    static Stream<Row> unreadable() {
        return Stream.of(
                counted("unknown type", "{'type':'later','id':1}"),
                counted("broken JSON", "{'type':'notify','value':"),
                counted("no JSON at all", "<html><body>502 Bad Gateway</body></html>"),
                counted("nothing", ""),
                counted("wrong field types", "{'type':['notify'],'value':1}"),
                counted("wrong field types: meta", "{'type':'notify','value':1,'meta':['sys-1','Display',1,'power']}"),
                counted("wrong field types: index",
                        "{'type':'notify','meta':{'sys':'sys-1','mod':'Display','index':[1],'name':'power'}}"),
                counted("a million brackets", "{'type':'notify','value':" + "[".repeat(1_000_000)),
                counted("garbage of 20 MB", "x".repeat(20_000_000)),
                row("binary frame: counted, and the rest goes on", stage -> {
                    stage.answers("bind", GRANTED);
                    ProtocolTold told = stage.bind(POWER);
                    stage.server().commands("bind").getFirst().from().send(ByteBuffer.wrap(new byte[] {1, 0, -1}));
                    stage.server().commands("bind").getFirst().from().send(
                            ByteBuffer.wrap(VALUE.formatted("1").replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
                    stage.push(VALUE.formatted("2"));

                    assertThat(told.all()).containsExactly("Binding", "Live", "= 2");
                    assertThat(stage.socket().figures().unreadable()).isEqualTo(2);
                    assertThat(stage.isOpen()).isTrue();
                }),
                row("a value of 20 MB, raw", stage -> arrives(stage, "'" + "x".repeat(20_000_000) + "'")),
                row("a value of 20 MB, stringified",
                        stage -> arrives(stage, "'[" + "\\'on\\',".repeat(2_800_000) + "7]'")));
    }

    private static Row counted(String sentence, String frame) {
        return row(sentence + ": counted, and the rest goes on", stage -> {
            stage.answers("bind", GRANTED);
            ProtocolTold told = stage.bind(POWER);
            stage.push(frame, VALUE.formatted("1"), frame, VALUE.formatted("2"));

            assertThat(told.all()).containsExactly("Binding", "Live", "= 1", "= 2");
            assertThat(stage.socket().figures().unreadable()).isEqualTo(2);
            assertThat(stage.isOpen()).isTrue();
        });
    }

    private static void arrives(ProtocolStage stage, String value) {
        stage.answers("bind", GRANTED);
        ProtocolTold told = stage.bind(POWER);
        stage.push(VALUE.formatted(value));

        assertThat(told.all()).hasSize(3);
        assertThat(told.all().getLast().equals("= " + value.replace('\'', '"'))).isTrue();
        assertThat(stage.socket().figures().unreadable()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"connecting", "unreadable"})
    void isHeld(Row row) {
        ProtocolStage.play(row);
    }
}
