package placewatch.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import placewatch.network.Relay;
import placewatch.network.TestAuthority;
import placewatch.network.TestProxy;
import placewatch.network.TestProxy.Mood;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.Subscription;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorFigures;
import placewatch.simulator.SimulatorOptions;

/// What the Connect form learns of a server.
class ConnectorTest {

    private static Simulator simulator;

    private final Inbox inbox = new Inbox(() -> { });
    private final Connector connector = new Connector(inbox);
    private final List<Connector.Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final ProxySelector before = ProxySelector.getDefault();

    @BeforeAll
    static void start() {
        simulator = Simulator.start(SimulatorOptions.demo());
    }

    @AfterAll
    static void end() {
        simulator.close();
    }

    @AfterEach
    void noProxy() {
        ProxySelector.setDefault(before);
    }

    private Subscription attempt(String address, String key, Path... authorities) {
        return connector.attempt(
                ServerAddress.parse(address), new Credential.ApiKey(key), List.of(authorities), outcomes::add);
    }

    private Connector.Outcome outcome(String address, String key, Path... authorities) {
        attempt(address, key, authorities);
        await().atMost(20, TimeUnit.SECONDS).until(() -> {
            inbox.drain(System.nanoTime() + 1_000_000_000L);
            return outcomes.size() == 1;
        });
        return outcomes.getFirst();
    }

    private static void assertNothingIsLeft() {
        await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> {
            assertThat(simulator.figures()).isEqualTo(new SimulatorFigures(0, 0, 0));
            assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                    .noneMatch(name -> name.matches("placewatch-(try|socket|rest).*"));
        });
    }

    @Test
    void goodMeansThatRestAndSocketBothWork() {
        String address = simulator.address().toString();
        assertThat(outcome(address, simulator.key(Role.USER))).isInstanceOfSatisfying(Connector.Outcome.Good.class,
                good -> assertThat(good.access().server()).isEqualTo(ServerAddress.parse(address)));
        assertNothingIsLeft();
    }

    @Test
    void aWrongKeyIsSaidSo() {
        assertThat(outcome(simulator.address().toString(), "wrong")).isInstanceOfSatisfying(
                Connector.Outcome.Bad.class, bad -> assertThat(bad.why()).isInstanceOf(Failure.KeyRejected.class));
        assertNothingIsLeft();
    }

    @Test
    void aProxyThatPassesRestButNotTheSocketIsNotGood() throws Exception {
        try (TestProxy proxy = new TestProxy(Mood.FORBID, simulator.address().getPort())) {
            ProxySelector.setDefault(proxy.selector());
            assertThat(outcome("http://rooms.invalid", simulator.key(Role.USER))).isEqualTo(
                    new Connector.Outcome.NoSocket(new Failure.ProxyRefused(
                            "127.0.0.1:" + proxy.port(), "rooms.invalid:80", "403 Forbidden")));
            assertThat(proxy.asked()).anyMatch(asked -> asked.startsWith("GET ")).last().asString()
                    .isEqualTo("CONNECT rooms.invalid:80");
        }
        assertNothingIsLeft();
    }

    @Test
    void theFilesOfAuthoritiesDecideWhomItTrusts() throws Exception {
        try (Relay relay = Relay.tls(TestAuthority.shared().tls(TestAuthority.Server.GOOD),
                simulator.address().getPort())) {
            String address = "https://127.0.0.1:" + relay.port();
            assertThat(outcome(address, simulator.key(Role.USER))).isInstanceOfSatisfying(
                    Connector.Outcome.Bad.class, bad -> assertThat(bad.why()).isInstanceOf(Failure.NotTrusted.class));
            outcomes.clear();
            assertThat(outcome(address, simulator.key(Role.USER), TestAuthority.shared().pem()))
                    .isInstanceOf(Connector.Outcome.Good.class);
        }
        assertNothingIsLeft();
    }

    @Test
    void aFileThatCannotBeUsedEndsTheTryBeforeAnythingIsSent() {
        Path missing = Path.of("nowhere.pem").toAbsolutePath();
        assertThat(outcome("http://127.0.0.1:1", "k", missing)).isEqualTo(new Connector.Outcome.Bad(
                new Failure.BadAuthorityFile(missing, Failure.FileFault.MISSING, "")));
    }

    @Test
    void aTryThatIsGivenUpLeavesNothingAndSaysNothing() throws Exception {
        try (TestProxy proxy = new TestProxy(Mood.THINK, simulator.address().getPort())) {
            ProxySelector.setDefault(proxy.selector());
            Subscription attempt = attempt("http://rooms.invalid", simulator.key(Role.USER));
            await().until(() -> proxy.asked().contains("CONNECT rooms.invalid:80"));
            attempt.close();
            assertNothingIsLeft();
            inbox.drain(System.nanoTime() + 1_000_000_000L);
            assertThat(outcomes).isEmpty();
        }
    }
}
