package placewatch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import placewatch.network.TestProxy.Mood;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.rest.ApiResult;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.socket.SocketState;

/// The way through a proxy, for REST and the socket. The server's name ends in `.invalid`, which is looked up by nobody
/// but the proxy: whoever resolves it here fails.
class ProxyTest {

    private static Simulator simulator;
    private static SSLContext trusting;

    @BeforeAll
    static void start() {
        simulator = Simulator.start(SimulatorOptions.demo());
        trusting = ((AuthorityFiles.Outcome.Ready) new AuthorityFiles(InstantSource.system())
                .route(List.of(TestAuthority.shared().pem()))).route().tls();
    }

    @AfterAll
    static void end() {
        simulator.close();
    }

    private static Visits visits(String address, ProxySelector proxies) {
        return new Visits(ServerAddress.parse(address), simulator.key(Role.USER), new Route(proxies, trusting));
    }

    private static int port() {
        return simulator.address().getPort();
    }

    @Test
    void plainRestAndSocketBothGoThroughTheProxyByName() throws Exception {
        try (TestProxy proxy = new TestProxy(Mood.LET_THROUGH, port())) {
            Visits visits = visits("http://rooms.invalid:8085", proxy.selector());
            assertThat(visits.rest()).isInstanceOf(ApiResult.Ok.class);
            assertThat(visits.socket()).isInstanceOf(SocketState.Open.class);
            assertThat(proxy.asked()).containsExactly(
                    "GET http://rooms.invalid:8085/api/engine/v2/version", "CONNECT rooms.invalid:8085");
        }
    }

    @Test
    void secureRestAndSocketBothTunnelAndVerifyTheServersName() throws Exception {
        try (Relay server = Relay.tls(TestAuthority.shared().tls(TestAuthority.Server.GOOD), port());
                TestProxy proxy = new TestProxy(Mood.LET_THROUGH, server.port())) {
            Visits visits = visits("https://rooms.invalid", proxy.selector());
            assertThat(visits.rest()).isInstanceOf(ApiResult.Ok.class);
            assertThat(visits.socket()).isInstanceOf(SocketState.Open.class);
            assertThat(proxy.asked()).containsExactly("CONNECT rooms.invalid:443", "CONNECT rooms.invalid:443");

            Visits misnamed = visits("https://other.invalid", proxy.selector());
            assertThat(misnamed.restFailure()).isInstanceOfSatisfying(Failure.NotTrusted.class,
                    it -> assertThat(it.reason()).isEqualTo(Failure.Distrust.WRONG_HOST));
            assertThat(misnamed.socketFailure()).isInstanceOfSatisfying(Failure.NotTrusted.class,
                    it -> assertThat(it.reason()).isEqualTo(Failure.Distrust.WRONG_HOST));
        }
    }

    @ParameterizedTest
    @CsvSource({"http", "https"})
    void aProxyThatWantsASignInIsSaidSo(String scheme) throws Exception {
        try (TestProxy proxy = new TestProxy(Mood.SIGN_IN, port())) {
            Visits visits = visits(scheme + "://rooms.invalid:8085", proxy.selector());
            Failure expected = new Failure.ProxyWantsSignIn("127.0.0.1:" + proxy.port());
            assertThat(visits.restFailure()).isEqualTo(expected);
            assertThat(visits.socketFailure()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"FORBID,403,403 Forbidden", "FAIL,502,502 Bad Gateway"})
    void aProxyThatRefusesTheTargetIsToldFromARefusingServer(Mood mood, String restDetail, String socketDetail)
            throws Exception {
        try (TestProxy proxy = new TestProxy(mood, port())) {
            Visits visits = visits("https://rooms.invalid:8085", proxy.selector());
            String shown = "127.0.0.1:" + proxy.port();
            assertThat(visits.restFailure())
                    .isEqualTo(new Failure.ProxyRefused(shown, "rooms.invalid:8085", restDetail));
            assertThat(visits.socketFailure())
                    .isEqualTo(new Failure.ProxyRefused(shown, "rooms.invalid:8085", socketDetail));
        }
    }

    @ParameterizedTest
    @CsvSource({"HANG_UP,It hung up without an answer", "MUMBLE,It does not speak HTTP"})
    void aProxyThatGivesNoAnswerIsNamed(Mood mood, String detail) throws Exception {
        try (TestProxy proxy = new TestProxy(mood, port())) {
            String shown = "127.0.0.1:" + proxy.port();
            assertThat(visits("http://rooms.invalid:8085", proxy.selector()).socketFailure())
                    .isEqualTo(new Failure.ProxyRefused(shown, "rooms.invalid:8085", detail));
        }
    }

    @Test
    void whereAProxyHungUpRestNamesIt() throws Exception {
        try (TestProxy proxy = new TestProxy(Mood.HANG_UP, port())) {
            assertThat(visits("https://rooms.invalid", proxy.selector()).restFailure())
                    .isInstanceOfSatisfying(Failure.ConnectionLost.class, it -> assertThat(it.detail())
                            .endsWith("on the way through the proxy 127.0.0.1:" + proxy.port()));
        }
    }

    @ParameterizedTest
    @CsvSource({"http", "https"})
    void aProxyThatIsNotThereIsToldFromAServerThatIsNotThere(String scheme) throws Exception {
        int nobody;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = probe.getLocalPort();
        }
        Told told = new Told("127.0.0.1", nobody);
        Visits visits = visits(scheme + "://rooms.invalid", told);
        assertThat(visits.restFailure()).isInstanceOfSatisfying(Failure.ProxyUnreachable.class,
                it -> assertThat(it.proxy()).isEqualTo("127.0.0.1:" + nobody));
        assertThat(visits.socketFailure()).isInstanceOfSatisfying(Failure.ProxyUnreachable.class,
                it -> assertThat(it.proxy()).isEqualTo("127.0.0.1:" + nobody));
        assertThat(told.failed).containsExactly(scheme + "://rooms.invalid/api/engine/v2/version",
                scheme + "://rooms.invalid/api/engine/v2/systems/control");
    }

    @ParameterizedTest
    @CsvSource({"http", "https"})
    void aProxyWhoseNameIsNotInDnsIsSaidSo(String scheme) throws Exception {
        Visits visits = visits(scheme + "://rooms.example.com",
                ProxySelector.of(InetSocketAddress.createUnresolved("proxy.invalid", 3128)));
        assertThat(visits.restFailure()).isEqualTo(new Failure.ProxyNotFound("proxy.invalid"));
        assertThat(visits.socketFailure()).isEqualTo(new Failure.ProxyNotFound("proxy.invalid"));
    }

    @Test
    void theSocketGoesThroughSocksByName() throws Exception {
        try (TestSocks proxy = new TestSocks(0, port())) {
            assertThat(visits("http://rooms.invalid:8085", proxy.selector()).socket())
                    .isInstanceOf(SocketState.Open.class);
            assertThat(proxy.asked()).containsExactly("rooms.invalid:8085");
        }
    }

    @Test
    void aSocksProxyThatForbidsTheTargetIsSaidSo() throws Exception {
        try (TestSocks proxy = new TestSocks(2, port())) {
            assertThat(visits("http://rooms.invalid:8085", proxy.selector()).socketFailure())
                    .isEqualTo(new Failure.ProxyRefused("127.0.0.1:" + proxy.port(), "rooms.invalid:8085",
                            "SOCKS: Connection not allowed by ruleset"));
        }
    }

    @Test
    void restThatGoesPastSocksDoesNotBlameIt() throws Exception {
        try (TestSocks proxy = new TestSocks(0, port())) {
            Visits visits = visits("http://rooms.invalid:8085", proxy.selector());
            assertThat(visits.restFailure()).isEqualTo(new Failure.HostNotFound("rooms.invalid"));
        }
    }

    @Test
    void theSelectorIsAskedInTheWebsSchemes() {
        List<URI> asked = new CopyOnWriteArrayList<>();
        Route route = new Route(new Told("127.0.0.1", 3128) {
            @Override
            public List<Proxy> select(URI uri) {
                asked.add(uri);
                return List.of(Proxy.NO_PROXY);
            }
        }, trusting);
        assertThat(route.proxyTo(URI.create("wss://rooms.invalid/x"))).isEmpty();
        assertThat(route.proxyTo(URI.create("ws://rooms.invalid:81/x"))).isEmpty();
        assertThat(asked).containsExactly(
                URI.create("https://rooms.invalid/x"), URI.create("http://rooms.invalid:81/x"));
    }

    @Test
    void aDialThatWaitsForAProxyEndsAtOnceWhenCut() throws Exception {
        try (TestProxy proxy = new TestProxy(Mood.THINK, port())) {
            Dial dial = new Dial(new Route(proxy.selector(), trusting), URI.create("wss://rooms.invalid/x"),
                    Duration.ofSeconds(60));
            CompletableFuture<Dial.Outcome> end = CompletableFuture.supplyAsync(dial::run);
            await().until(() -> proxy.asked().size() == 1);
            dial.cut();
            assertThat(end.get(5, TimeUnit.SECONDS)).isInstanceOf(Dial.Outcome.Failed.class);
            await().until(() -> proxy.visitors() == 0);
        }
    }

    @Test
    void aDialThatWasCutBeforeItBeganReachesNobody() throws Exception {
        try (TestProxy proxy = new TestProxy(Mood.LET_THROUGH, port())) {
            Dial dial = new Dial(new Route(proxy.selector(), trusting), URI.create("ws://rooms.invalid/x"),
                    Duration.ofSeconds(60));
            dial.cut();
            assertThat(dial.run()).isInstanceOf(Dial.Outcome.Failed.class);
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void aDialCutWithinTheTlsHandshakeEndsAtOnce() throws Exception {
        CompletableFuture<Void> greeted = new CompletableFuture<>();
        try (Relay silent = Relay.of(visitor -> {
            visitor.getInputStream().read();
            greeted.complete(null);
            visitor.getInputStream().readAllBytes();
        })) {
            Dial dial = new Dial(Route.direct(), URI.create("wss://127.0.0.1:" + silent.port() + "/x"),
                    Duration.ofSeconds(60));
            CompletableFuture<Dial.Outcome> end = CompletableFuture.supplyAsync(dial::run);
            greeted.get(10, TimeUnit.SECONDS);
            dial.cut();
            assertThat(end.get(5, TimeUnit.SECONDS)).isInstanceOf(Dial.Outcome.Failed.class);
        }
    }

    /// Says HTTP proxy for every address, and writes down what failed.
    private static class Told extends ProxySelector {

        private final List<String> failed = new CopyOnWriteArrayList<>();
        private final Proxy proxy;

        Told(String host, int port) {
            proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException why) {
            failed.add(uri.toString());
        }
    }
}
