package placewatch.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.rest.Results.failed;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;
import placewatch.network.Route;
import placewatch.network.TestAuthority;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;

/// What becomes of a call when the line, the name or the certificate is bad.
class ExchangeFailuresTest {

    private static final Credential KEY = new Credential.ApiKey("secret-key");
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static Failure failureAt(ServerAddress address) throws Exception {
        return failureAt(address, Deadlines.usual());
    }

    private static Failure failureAt(ServerAddress address, Deadlines deadlines) throws Exception {
        try (PlaceApi api = new PlaceApi(address, KEY, Route.direct(), deadlines, InstantSource.system())) {
            return failed(api.currentUser());
        }
    }

    @Test
    void aNameThatDoesNotExistIsNotFound() throws Exception {
        // RFC 6761: .invalid never resolves
        assertThat(failureAt(ServerAddress.parse("http://no-such-host.invalid")))
                .isEqualTo(new Failure.HostNotFound("no-such-host.invalid"));
    }

    @Test
    void aPortThatNobodyListensOnIsUnreachable() throws Exception {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }
        assertThat(failureAt(ServerAddress.parse("http://127.0.0.1:" + port)))
                .isInstanceOfSatisfying(Failure.Unreachable.class, it -> {
                    assertThat(it.address()).isEqualTo("127.0.0.1:" + port);
                    assertThat(it.detail()).isNotBlank();
                });
    }

    @Test
    void aServerThatSaysNothingTimesOut() throws Exception {
        try (RawServer silent = new RawServer(RawServer::waitForEnd)) {
            Duration patience = Duration.ofMillis(300);
            assertThat(failureAt(silent.address(), new Deadlines(patience, patience)))
                    .isEqualTo(new Failure.TimedOut(patience));
        }
    }

    @Test
    void aBodyThatNeverEndsTimesOut() throws Exception {
        try (RawServer halfway = new RawServer(peer -> {
            RawServer.say(peer, HEAD + "Content-Length: 100\r\n\r\n{\"id\":");
            RawServer.waitForEnd(peer);
        })) {
            Duration patience = Duration.ofMillis(300);
            assertThat(failureAt(halfway.address(), new Deadlines(patience, patience)))
                    .isEqualTo(new Failure.TimedOut(patience));
        }
    }

    @Test
    void aLineCutBeforeTheAnswerIsLost() throws Exception {
        try (RawServer cutting = new RawServer(_ -> { })) {
            assertThat(failureAt(cutting.address())).isInstanceOf(Failure.ConnectionLost.class);
        }
    }

    @Test
    void aLineCutWithinTheAnswerIsLost() throws Exception {
        try (RawServer cutting = new RawServer(peer -> RawServer.say(peer, HEAD + "Content-Length: 100\r\n\r\n{"))) {
            assertThat(failureAt(cutting.address())).isInstanceOf(Failure.ConnectionLost.class);
        }
    }

    @Test
    void whatDoesNotSpeakHttpIsNotPlaceOs() throws Exception {
        try (RawServer ssh = new RawServer(peer -> RawServer.say(peer, "SSH-2.0-OpenSSH_9.6\r\n\r\n"))) {
            assertThat(failureAt(ssh.address())).isInstanceOf(Failure.NotPlaceOs.class);
        }
    }

    @Test
    void aBodyWithoutBoundsIsNotReadToTheEnd() throws Exception {
        byte[] piece = new byte[1 << 20];
        Arrays.fill(piece, (byte) ' ');
        try (RawServer flood = new RawServer(peer -> {
            RawServer.say(peer, HEAD + "Connection: close\r\n\r\n");
            for (int sent = 0; sent < 80; sent++) {
                peer.getOutputStream().write(piece);
            }
        })) {
            assertThat(failureAt(flood.address(), new Deadlines(Duration.ofSeconds(25), Duration.ofSeconds(5))))
                    .isInstanceOfSatisfying(Failure.Unreadable.class, it -> assertThat(it.detail())
                            .contains("user of this key").contains("larger than 67108864 bytes"));
        }
    }

    @Test
    void aCertificateThatNobodySignedIsNotTrusted() throws Exception {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(TestAuthority.shared().tls(TestAuthority.Server.SELF_SIGNED));
        try (CannedServer server = CannedServer.startTls(tls)) {
            assertThat(failureAt(server.address())).isInstanceOfSatisfying(Failure.NotTrusted.class,
                    it -> {
                        assertThat(it.reason()).isEqualTo(Failure.Distrust.UNKNOWN_ISSUER);
                        assertThat(it.detail()).contains("certification path");
                    });
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aServerWithoutTlsIsNotPlaceOsWhenAskedForTls() throws Exception {
        try (CannedServer plain = CannedServer.start()) {
            URI origin = URI.create(plain.address().origin().toString().replace("http:", "https:"));
            assertThat(failureAt(new ServerAddress(origin))).isEqualTo(new Failure.NotPlaceOs(
                    "What listens at " + origin.getAuthority() + " does not speak TLS"));
            assertThat(plain.asked()).isEmpty();
        }
    }
}
