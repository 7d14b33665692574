package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import placewatch.protocol.Failure;

class HandshakeFailureTest {

    private static final URI ADDRESS = URI.create("wss://rooms.example.com/api/engine/v2/systems/control");

    private final HandshakeFailure failures =
            new HandshakeFailure(ADDRESS, InstantSource.fixed(Instant.parse("2026-08-01T12:00:00Z")));

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(401, new Failure.KeyRejected("words")),
                Arguments.of(403, new Failure.NotAllowed("words")),
                Arguments.of(404, new Failure.NotPlaceOs("There is no control socket at " + ADDRESS + " (404)")),
                Arguments.of(200, new Failure.NotPlaceOs("The upgrade to a WebSocket was answered with 200")),
                Arguments.of(302, new Failure.NotPlaceOs("The upgrade to a WebSocket was answered with 302")),
                Arguments.of(400, new Failure.BadRequest(400, "words")),
                Arguments.of(429, new Failure.Busy(429, Optional.empty())),
                Arguments.of(500, new Failure.ServerFault(500, "words")),
                Arguments.of(502, new Failure.Busy(502, Optional.empty())),
                Arguments.of(503, new Failure.Busy(503, Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void eachStatusMeansSomethingElse(int status, Failure expected) {
        assertThat(failures.of(new HttpAnswer(status, Map.of(), "words", true))).isEqualTo(expected);
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        assertThat(failures.of(new HttpAnswer(429, Map.of("retry-after", "7"), "", true)))
                .isEqualTo(new Failure.Busy(429, Optional.of(Duration.ofSeconds(7))));
        assertThat(failures.of(new HttpAnswer(503, Map.of("retry-after", "Sat, 01 Aug 2026 12:01:30 GMT"), "", true)))
                .isEqualTo(new Failure.Busy(503, Optional.of(Duration.ofSeconds(90))));
        assertThat(failures.of(new HttpAnswer(503, Map.of("retry-after", "soon"), "", true)))
                .isEqualTo(new Failure.Busy(503, Optional.empty()));
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new UnknownHostException("rooms.example.com"), Failure.HostNotFound.class),
                Arguments.of(new ConnectException("Connection refused"), Failure.Unreachable.class),
                Arguments.of(new NoRouteToHostException("No route to host"), Failure.Unreachable.class),
                Arguments.of(new SocketTimeoutException("Connect timed out"), Failure.Unreachable.class),
                Arguments.of(new IOException("reset"), Failure.Unreachable.class),
                Arguments.of(new SSLHandshakeException("bad", new CertificateException("No name matching")),
                        Failure.NotTrusted.class),
                Arguments.of(new SSLHandshakeException("PKIX path building failed"), Failure.NotTrusted.class),
                Arguments.of(new SSLHandshakeException("Remote host terminated", new EOFException()),
                        Failure.Unreachable.class),
                Arguments.of(new SSLException("Unsupported or unrecognized SSL message"), Failure.NotPlaceOs.class));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void eachErrorMeansSomethingElse(Exception error, Class<? extends Failure> expected) {
        assertThat(failures.of(error, "")).isInstanceOf(expected);
    }

    @Test
    void aDoorThatHangsUpWithoutAWordIsUnreachable() {
        assertThat(failures.of(null, "It hung up")).isEqualTo(new Failure.Unreachable("rooms.example.com",
                "It hung up"));
    }
}
