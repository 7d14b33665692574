package placewatch.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static placewatch.rest.Results.failed;
import static placewatch.rest.Results.ok;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.rest.CannedServer.Canned;

/// Threads, cancelling and closing.
class HttpCallsTest {

    private static final Credential KEY = new Credential.ApiKey("k");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// The client's own threads, and the one that the JDK's HTTP client starts beside them.
    private static Set<Thread> restThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("placewatch-rest-")
                        || thread.getName().startsWith("HttpClient-"))
                .collect(Collectors.toSet());
    }

    @Test
    void futuresCompleteOnNamedDaemonThreads() throws Exception {
        try (CannedServer server = CannedServer.start();
                HttpCalls calls = new HttpCalls(KEY, Route.direct(), Deadlines.usual(), InstantSource.system())) {
            server.on("GET", "/version", Canned.json("{}"));
            List<Thread> seen = new ArrayList<>();
            ok(calls.send(Call.get(server.address().rest("/version"), "version"), answer -> {
                seen.add(Thread.currentThread());
                return answer.status();
            }));
            assertThat(seen).singleElement().satisfies(thread -> {
                assertThat(thread.getName()).matches("placewatch-rest-\\d+");
                assertThat(thread.isDaemon()).isTrue();
            });
        }
    }

    @Test
    void aClosedClientLeavesNoThread() throws Exception {
        Set<Thread> before = restThreads();
        try (CannedServer server = CannedServer.start(); RawServer silent = new RawServer(RawServer::waitForEnd)) {
            server.on("GET", "/version", Canned.json("{}"));
            PlaceApi answered = new PlaceApi(server.address(), KEY, Route.direct());
            PlaceApi waiting = new PlaceApi(silent.address(), KEY, Route.direct());
            ok(answered.version());
            CompletableFuture<?> pending = waiting.version();
            assertThat(silent.heard().await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(restThreads()).hasSizeGreaterThan(before.size());

            answered.close();
            waiting.close();

            assertThat(pending).isDone();
            await().atMost(PATIENCE).untilAsserted(() -> {
                Set<Thread> left = restThreads();
                left.removeAll(before);
                assertThat(left).isEmpty();
            });
        }
    }

    @Test
    void closingEndsWhatWaits() throws Exception {
        try (RawServer silent = new RawServer(RawServer::waitForEnd)) {
            PlaceApi api = new PlaceApi(silent.address(), KEY, Route.direct());
            CompletableFuture<ApiResult<ServerVersion>> one = api.version();
            CompletableFuture<ApiResult<List<Zone>>> all = api.zones();
            assertThat(silent.heard().await(20, TimeUnit.SECONDS)).isTrue();

            api.close();
            api.close();

            Failure closed = new Failure.ConnectionLost("this client was closed");
            assertThat(failed(one)).isEqualTo(closed);
            assertThat(failed(all)).isEqualTo(closed);
            assertThat(failed(api.currentUser())).isEqualTo(closed);
        }
    }

    @Test
    void cancellingACallCutsItsLine() throws Exception {
        try (RawServer silent = new RawServer(RawServer::waitForEnd);
                PlaceApi api = new PlaceApi(silent.address(), KEY, Route.direct())) {
            CompletableFuture<ApiResult<CurrentUser>> call = api.currentUser();
            assertThat(silent.heard().await(20, TimeUnit.SECONDS)).isTrue();

            call.cancel(false);

            assertThat(silent.left().await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(call).isCancelled();
        }
    }

    @Test
    void cancellingTheGatheringOfZonesCutsThePageUnderWay() throws Exception {
        try (RawServer silent = new RawServer(RawServer::waitForEnd);
                PlaceApi api = new PlaceApi(silent.address(), KEY, Route.direct())) {
            CompletableFuture<ApiResult<List<Zone>>> call = api.zones();
            assertThat(silent.heard().await(20, TimeUnit.SECONDS)).isTrue();

            call.cancel(false);

            assertThat(silent.left().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aDeadlineCutsTheLineToo() throws Exception {
        Deadlines soon = new Deadlines(Duration.ofMillis(300), Duration.ofSeconds(5));
        try (RawServer silent = new RawServer(RawServer::waitForEnd);
                PlaceApi api = new PlaceApi(silent.address(), KEY, Route.direct(), soon, InstantSource.system())) {
            assertThat(failed(api.currentUser())).isInstanceOf(Failure.TimedOut.class);
            assertThat(silent.left().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aReaderThatBreaksIsAFailureAndNotASilence() throws Exception {
        try (CannedServer server = CannedServer.start();
                HttpCalls calls = new HttpCalls(KEY, Route.direct(), Deadlines.usual(), InstantSource.system())) {
            server.on("GET", "/version", Canned.json("{}"));
            Failure failure = failed(calls.send(Call.get(server.address().rest("/version"), "version"), _ -> {
                throw new IllegalStateException("a bug");
            }));
            assertThat(failure).isInstanceOfSatisfying(Failure.Unreadable.class,
                    it -> assertThat(it.detail()).contains("version").contains("a bug"));
        }
    }

    @Test
    void manyCallsAtOnceAllComeBack() throws Exception {
        try (CannedServer server = CannedServer.start();
                PlaceApi api = new PlaceApi(server.address(), KEY, Route.direct())) {
            server.on("GET", "/version", Canned.json("{\"version\":\"1\"}"));
            List<CompletableFuture<ApiResult<ServerVersion>>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(api.version());
            }
            for (CompletableFuture<ApiResult<ServerVersion>> call : all) {
                assertThat(ok(call).version()).isEqualTo("1");
            }
        }
    }
}
