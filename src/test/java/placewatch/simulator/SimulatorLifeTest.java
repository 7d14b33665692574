package placewatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How a simulator begins and ends.
class SimulatorLifeTest {

    private static final String BIND = """
            {"id":#,"cmd":"bind","sys":"sys-board","mod":"Display","index":1,"name":"power"}""";

    @Test
    void thePortIsTheSystemsChoiceAndOnLoopback() {
        try (Simulator simulator = start(new FakeBuilding())) {
            assertThat(simulator.address().getHost()).isEqualTo("127.0.0.1");
            assertThat(simulator.address().getPort()).isPositive();
        }
    }

    @Test
    void theSameSeedGivesTheSameKeysAndTheyLookLikeKeys() {
        ApiKeys keys = new ApiKeys(7);
        Set<String> all = Stream.of(Role.values()).map(keys::of).collect(Collectors.toSet());
        assertThat(all).hasSize(3).allMatch(key -> key.matches("[0-9a-f]{20}\\.[A-Za-z0-9_-]{43}"));
        assertThat(new ApiKeys(7).of(Role.ADMIN)).isEqualTo(keys.of(Role.ADMIN));
        assertThat(new ApiKeys(8).of(Role.ADMIN)).isNotEqualTo(keys.of(Role.ADMIN));
    }

    @Test
    void closingLeavesNoThreadAndNoClientAndClosesTheBuilding() throws InterruptedException {
        Set<Thread> before = threads();
        FakeBuilding building = new FakeBuilding();
        Simulator simulator = start(building);
        TestSocket client = TestSocket.open(simulator, Role.USER);
        client.ask(1, BIND);
        client.ask(2, BIND.replace("bind", "debug"));
        assertThat(simulator.figures()).isEqualTo(new SimulatorFigures(1, 1, 1));
        assertThat(threads()).anyMatch(thread -> thread.getName().startsWith("simulator-"));

        simulator.close();
        simulator.close();

        assertThat(simulator.figures()).isEqualTo(new SimulatorFigures(0, 0, 0));
        assertThat(building.closed()).isTrue();
        assertThat(client.closeCode()).as("no close frame").isEqualTo(1006);
        await().untilAsserted(() -> assertThat(threads().stream()
                .filter(thread -> !before.contains(thread) && !thread.getName().startsWith("ForkJoinPool"))
                .map(Thread::getName)).noneMatch(name -> name.contains("simulator") || name.contains("jetty")
                        || name.contains("Scheduler") || name.startsWith("qtp")));
    }

    @Test
    void whoCallsBeforeItStartsWaitsAtTheDoor() throws Exception {
        SimulatorOptions options = SimulatorOptions.demo();
        HeldPort port = HeldPort.take(options);
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                    HttpRequest.newBuilder(port.address().resolve("/api/engine/v2/zones"))
                            .header("X-API-Key", new ApiKeys(options.seed()).of(Role.USER)).build(),
                    HttpResponse.BodyHandlers.ofString());
            try (Simulator simulator = Simulator.start(options, port)) {
                assertThat(simulator.address()).isEqualTo(port.address());
                assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aNewOneOnTheSamePortWorksRightAfter() throws InterruptedException {
        int port;
        try (Simulator first = start(new FakeBuilding()); TestSocket client = TestSocket.open(first, Role.USER)) {
            port = first.address().getPort();
            client.ask(1, BIND);
        }
        for (int i = 0; i < 3; i++) {
            try (Simulator again = Simulator.start(
                    SimulatorOptions.demo().port(port), new FakeBuilding(), Limits.likeTheServer());
                    TestSocket client = TestSocket.open(again, Role.USER)) {
                assertThat(again.address().getPort()).isEqualTo(port);
                client.ask(1, BIND);
            }
        }
    }

    @Test
    void aTakenPortIsToldAndTheBuildingIsClosed() {
        try (Simulator first = start(new FakeBuilding())) {
            FakeBuilding second = new FakeBuilding();
            assertThatThrownBy(() -> Simulator.start(SimulatorOptions.demo().port(first.address().getPort()),
                    second, Limits.likeTheServer())).isInstanceOf(UncheckedIOException.class);
            assertThat(second.closed()).isTrue();
        }
    }

    @Test
    void droppedConnectionsSeeNoCloseFrameAndNewOnesAreTaken() throws IOException, InterruptedException {
        try (Simulator simulator = start(new FakeBuilding())) {
            TestSocket client = TestSocket.open(simulator, Role.USER);
            client.ask(1, BIND);
            try (RawSocket raw = new RawSocket(simulator)) {
                simulator.dropConnections();
                assertThat(raw.wasCut()).isTrue();
            }
            assertThat(client.closeCode()).isEqualTo(1006);
            await().untilAsserted(() -> assertThat(simulator.figures()).isEqualTo(new SimulatorFigures(0, 0, 0)));
            try (TestSocket again = TestSocket.open(simulator, Role.USER)) {
                again.ask(1, BIND);
                assertThat(simulator.figures().bindings()).isEqualTo(1);
            }
        }
    }

    @Test
    void figuresGoToZeroWhenClientsLeave() throws InterruptedException {
        try (Simulator simulator = start(new FakeBuilding())) {
            List<TestSocket> clients = List.of(
                    TestSocket.open(simulator, Role.USER), TestSocket.open(simulator, Role.ADMIN));
            for (TestSocket client : clients) {
                client.ask(1, BIND);
                client.ask(2, BIND.replace("bind", "debug"));
            }
            assertThat(simulator.figures()).isEqualTo(new SimulatorFigures(2, 2, 2));
            clients.forEach(TestSocket::close);
            await().untilAsserted(() -> assertThat(simulator.figures()).isEqualTo(new SimulatorFigures(0, 0, 0)));
        }
    }

    private static Simulator start(FakeBuilding building) {
        return Simulator.start(SimulatorOptions.demo(), building, Limits.likeTheServer());
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }
}
