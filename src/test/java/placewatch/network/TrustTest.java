package placewatch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import placewatch.network.TestAuthority.Server;
import placewatch.protocol.Failure;
import placewatch.protocol.Failure.Distrust;
import placewatch.protocol.ServerAddress;
import placewatch.rest.ApiResult;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.socket.SocketState;

/// Whom REST and the socket trust, with a company's own authority and without.
class TrustTest {

    private static TestAuthority authority;
    private static Simulator simulator;

    @BeforeAll
    static void start() {
        authority = TestAuthority.shared();
        simulator = Simulator.start(SimulatorOptions.demo());
    }

    @AfterAll
    static void end() {
        simulator.close();
    }

    private static Route trustingTheAuthority() throws Exception {
        Route by = ((AuthorityFiles.Outcome.Ready) new AuthorityFiles(InstantSource.system())
                .route(List.of(authority.pem()))).route();
        return new Route(Route.direct().proxies(), by.tls());
    }

    private static Relay showing(Server server) throws Exception {
        return Relay.tls(authority.tls(server), simulator.address().getPort());
    }

    private static Visits visits(String host, Relay relay, Route route) {
        return new Visits(ServerAddress.parse("https://" + host + ":" + relay.port()), simulator.key(Role.USER), route);
    }

    @Test
    void aCompanysOwnAuthorityIsTrustedOnceItsFileIsAdded() throws Exception {
        try (Relay relay = showing(Server.GOOD)) {
            Visits visits = visits("127.0.0.1", relay, trustingTheAuthority());
            assertThat(visits.rest()).isInstanceOf(ApiResult.Ok.class);
            assertThat(visits.socket()).isInstanceOf(SocketState.Open.class);
            Visits byName = visits("localhost", relay, trustingTheAuthority());
            assertThat(byName.rest()).isInstanceOf(ApiResult.Ok.class);
            assertThat(byName.socket()).isInstanceOf(SocketState.Open.class);
        }
    }

    @Test
    void javasOwnAuthoritiesStayTrusted() throws Exception {
        List<X509Certificate> ours = new AuthorityFiles(InstantSource.system()).read(authority.pem());
        assertThat(AuthorityFiles.withJavas(List.of())).hasSizeGreaterThan(50);
        assertThat(AuthorityFiles.withJavas(ours)).containsAll(AuthorityFiles.withJavas(List.of())).containsAll(ours);
    }

    @ParameterizedTest
    @CsvSource({"GOOD,UNKNOWN_ISSUER", "SELF_SIGNED,UNKNOWN_ISSUER"})
    void withoutItsFileNobodyVouchesForTheServer(Server shown, Distrust reason) throws Exception {
        try (Relay relay = showing(shown)) {
            assertBothSay(reason, visits("127.0.0.1", relay, Route.direct()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED,EXPIRED", "NOT_YET_VALID,NOT_YET_VALID", "OTHER_HOST,WRONG_HOST", "SELF_SIGNED,UNKNOWN_ISSUER"})
    void aKnownAuthorityDoesNotMakeABadCertificateGood(Server shown, Distrust reason) throws Exception {
        try (Relay relay = showing(shown)) {
            assertBothSay(reason, visits("127.0.0.1", relay, trustingTheAuthority()));
            assertBothSay(reason, visits("localhost", relay, trustingTheAuthority()));
        }
    }

    @Test
    void aServerThatHangsUpOnTheGreetingIsNotCalledUntrusted() throws Exception {
        try (Relay relay = Relay.of(visitor -> visitor.getInputStream().read())) {
            Visits visits = visits("127.0.0.1", relay, Route.direct());
            assertThat(visits.restFailure()).isInstanceOf(Failure.ConnectionLost.class);
            assertThat(visits.socketFailure()).isInstanceOf(Failure.Unreachable.class);
        }
    }

    @Test
    void aServerWithoutTlsIsNoPlaceOs() throws IOException {
        try (Relay relay = Relay.of(visitor -> {
            visitor.getOutputStream().write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes());
            visitor.getInputStream().readAllBytes();
        })) {
            Visits visits = visits("127.0.0.1", relay, Route.direct());
            Failure why = new Failure.NotPlaceOs("What listens at 127.0.0.1:" + relay.port() + " does not speak TLS");
            assertThat(visits.socketFailure()).isEqualTo(why);
        }
    }

    private static void assertBothSay(Distrust reason, Visits visits) throws Exception {
        assertThat(visits.restFailure()).isInstanceOfSatisfying(Failure.NotTrusted.class,
                failure -> assertThat(failure.reason()).as(failure.detail()).isEqualTo(reason));
        assertThat(visits.socketFailure()).isInstanceOfSatisfying(Failure.NotTrusted.class,
                failure -> assertThat(failure.reason()).as(failure.detail()).isEqualTo(reason));
    }
}
