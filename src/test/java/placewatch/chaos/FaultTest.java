package placewatch.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.simulator.SimulatorFigures;
import placewatch.socket.ControlSocket;
import placewatch.socket.ExecResult;
import placewatch.socket.SocketOptions;
import placewatch.socket.SocketOptions.Dialect;
import placewatch.socket.SocketState;

/// What each fault of the network or the server ends in, one at a time, over real sockets.
class FaultTest {

    private static final StatusKey ZERO = new StatusKey(DemoServer.LAB, "zero");
    private static final StatusKey TEXT = new StatusKey(DemoServer.LAB, "text");
    private static final StatusKey BIG = new StatusKey(DemoServer.LAB, "big");
    private static final List<StatusKey> KEYS = List.of(ZERO, TEXT, BIG,
            new StatusKey(new ModuleAddress("sys-DemoLab308", "Display", 1), "power"),
            new StatusKey(new ModuleAddress("sys-DemoLab308", "Environment", 1), "temperature"));

    /// Held, because java.util.logging forgets the level of a logger that nobody holds: the library prints the stack
    /// of each broken frame.
    private static final Logger LIBRARY = Logger.getLogger("org.java_websocket");

    private final DemoServer server = new DemoServer(36);
    private final FaultyLink link = new FaultyLink(server.address());
    private final List<SocketState> states = new CopyOnWriteArrayList<>();
    private final List<Watcher> watchers = KEYS.stream().map(_ -> new Watcher()).toList();
    private final Watcher log = new Watcher();
    private final List<Subscription> watched = new ArrayList<>();
    private ControlSocket socket = socket(Duration.ofSeconds(20));

    /// Long deadlines; retries come at once.
    private ControlSocket socket(Duration bindDeadline) {
        return socket(bindDeadline, Duration.ofSeconds(60), Duration.ofSeconds(60));
    }

    private ControlSocket socket(Duration bindDeadline, Duration pingAfter, Duration deadAfter) {
        ControlSocket made = new ControlSocket(link.address(), server.key(), new SocketOptions(Dialect.DETECT,
                InstantSource.system(), bindDeadline, Duration.ofSeconds(20), pingAfter, deadAfter,
                Duration.ofMillis(20), Duration.ofMillis(100)));
        made.onState(states::add);
        return made;
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5));
    }

    private void open() {
        socket.open();
        await().until(() -> socket.state() instanceof SocketState.Open);
    }

    private void watchAll() {
        for (int i = 0; i < KEYS.size(); i++) {
            watched.add(socket.bind(KEYS.get(i), watchers.get(i)));
        }
        watched.add(socket.debug(DemoServer.LAB, server.moduleId(DemoServer.LAB), log));
        open();
        awaitEverythingLive();
    }

    /// Every binding live with what the server holds now, the debug stream flowing, nothing held twice.
    private void awaitEverythingLive() {
        await().untilAsserted(() -> {
            for (int i = 0; i < KEYS.size(); i++) {
                Watcher watcher = watchers.get(i);
                assertThat(watcher.isIn("Live")).as("%s: %s", KEYS.get(i), watcher.phases()).isTrue();
                assertThat(server.holds(KEYS.get(i), watcher.latest().orElse("")))
                        .as("%s: %s", KEYS.get(i), watcher.latest()).isTrue();
            }
            assertThat(log.isIn("Streaming")).isTrue();
            assertThat(server.figures()).isEqualTo(new SimulatorFigures(1, KEYS.size(), 1));
        });
        int before = log.lines();
        server.write();
        await().until(() -> log.lines() == before + 1);
    }

    /// Why the connection that was open is no more.
    private Failure why() {
        await().until(() -> states.stream().anyMatch(SocketState.Waiting.class::isInstance));
        return states.stream().filter(SocketState.Waiting.class::isInstance).map(SocketState.Waiting.class::cast)
                .findFirst().orElseThrow().why();
    }

    /// Lets the fault happen, changes a value behind the client's back, and expects all of it to be current again.
    private Failure survives(Runnable fault) {
        watchAll();
        link.door(new Door.Slammed());
        fault.run();
        Failure why = why();
        await().until(() -> watchers.stream().allMatch(watcher -> watcher.isIn("Disconnected"))
                && log.isIn("Disconnected"));
        server.set("zero", "4711");
        link.door(new Door.Open());
        awaitEverythingLive();
        assertThat(watchers.getFirst().latest()).hasValue("4711");
        assertThat(watchers.getFirst().phases())
                .containsExactly("Disconnected", "Binding", "Live", "Disconnected", "Binding", "Live");
        return why;
    }

    private void eachSocket(Consumer<LinkLine> fault) {
        link.sockets().forEach(fault);
    }

    @BeforeAll
    static void hush() {
        LIBRARY.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LIBRARY.setLevel(null);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        watched.forEach(Subscription::close);
        socket.close();
        assertThat(Residue.threads()).noneMatch(name -> name.startsWith("placewatch-"));
        await().untilAsserted(() -> assertThat(server.figures()).isEqualTo(new SimulatorFigures(0, 0, 0)));
        link.close();
        server.close();
        await().untilAsserted(() -> assertThat(Residue.threads()).isEmpty());
    }

    @Test
    void aResetIsALostConnection() {
        assertThat(survives(() -> eachSocket(LinkLine::reset))).isInstanceOf(Failure.ConnectionLost.class);
    }

    @Test
    void anEndWithoutACloseFrameIsALostConnection() {
        assertThat(survives(() -> eachSocket(LinkLine::finish)))
                .isEqualTo(new Failure.ConnectionLost("The connection broke off"));
    }

    @Test
    void aCloseFrameSaysWhy() {
        assertThat(survives(() -> eachSocket(line -> line.close(1012, "new version"))))
                .isEqualTo(new Failure.ConnectionLost("The server closed the connection to restart: new version"));
    }

    @Test
    void aHalfOpenConnectionIsFoundOutByItsSilence() {
        socket.close();
        socket = socket(Duration.ofSeconds(20), Duration.ofMillis(50), Duration.ofMillis(400));

        assertThat(survives(() -> eachSocket(line -> line.flow(Lane.Flow.LOST))))
                .isInstanceOfSatisfying(Failure.ConnectionLost.class,
                        lost -> assertThat(lost.detail()).startsWith("Nothing was received for"));
    }

    @Test
    void aConnectionThatIsMerelyHeldUpGoesOnWhereItWas() {
        watchAll();
        eachSocket(line -> line.flow(Lane.Flow.HELD));
        IntStream.rangeClosed(1, 50).forEach(i -> server.set("zero", Integer.toString(i)));
        CompletableFuture<ExecResult> exec = socket.exec(DemoServer.LAB, "no_arguments", List.of());
        eachSocket(line -> line.flow(Lane.Flow.PASSES));

        await().until(exec::isDone);
        awaitEverythingLive();
        assertThat(exec.join()).isInstanceOf(ExecResult.Returned.class);
        assertThat(watchers.getFirst().values()).endsWith("48", "49", "50").hasSize(51);
        assertThat(link.knocks()).isEqualTo(1);
    }

    @Test
    void aBlackHoleTimesOutAndIsTriedAgain() {
        socket.close();
        socket = socket(Duration.ofMillis(300));
        states.clear();
        link.door(new Door.BlackHole());
        socket.bind(ZERO, watchers.getFirst());
        socket.open();

        assertThat(why()).isEqualTo(new Failure.TimedOut(Duration.ofMillis(300)));
        await().until(() -> link.knocks() >= 2);
        link.door(new Door.Open());
        await().until(() -> watchers.getFirst().isIn("Live"));
    }

    @Test
    void aSlammedDoorIsUnreachableAndTriedAgain() {
        link.door(new Door.Slammed());
        socket.bind(ZERO, watchers.getFirst());
        socket.open();

        assertThat(why()).isInstanceOf(Failure.Unreachable.class);
        link.door(new Door.Open());
        await().until(() -> watchers.getFirst().isIn("Live"));
    }

    @Test
    void aDelayIsShownAndKeepsTheOrder() {
        socket.close();
        socket = socket(Duration.ofSeconds(20), Duration.ofMillis(400), Duration.ofSeconds(20));
        watchAll();
        link.pace(new Pace.Delayed(Duration.ofMillis(150)));
        IntStream.rangeClosed(1, 50).forEach(i -> server.set("zero", Integer.toString(i)));

        await().until(() -> watchers.getFirst().latest().equals(Optional.of("50")));
        assertThat(watchers.getFirst().values())
                .endsWith(IntStream.rangeClosed(1, 50).mapToObj(Integer::toString).toArray(String[]::new));
        await().until(() -> socket.figures().roundTrip().filter(trip -> trip.toMillis() >= 150).isPresent());
        assertThat(link.knocks()).isEqualTo(1);
    }

    @Test
    void answersInAnyOrderFindTheirRequests() {
        link.pace(new Pace.Shuffled(Duration.ofMillis(40), new Random(11)));
        open();
        List<CompletableFuture<ExecResult>> execs = IntStream.range(0, 100).mapToObj(i -> socket.exec(DemoServer.LAB,
                "set", List.of("\"answer_" + i + "\"", Integer.toString(i)))).toList();
        watchAll();

        await().until(() -> execs.stream().allMatch(CompletableFuture::isDone));
        assertThat(execs).extracting(exec -> exec.join() instanceof ExecResult.Returned(String json, _) ? json : "")
                .isEqualTo(IntStream.range(0, 100).mapToObj(Integer::toString).toList());
    }

    @Test
    void aTrickleArrivesWhole() {
        link.pace(new Pace.Trickling(4_000, Duration.ofMillis(2)));
        watchAll();
        assertThat(watchers.get(KEYS.indexOf(BIG)).latest()).hasValueSatisfying(
                json -> assertThat(json).hasSizeGreaterThan(100_000));
        assertThat(link.knocks()).isEqualTo(1);
    }

    static Stream<Arguments> garbage() {
        return Garbage.frames().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbage")
    void garbageIsCountedAndHarmsNobody(String what, byte[] frame) {
        watchAll();
        long before = socket.figures().unreadable();
        eachSocket(line -> line.say(frame));

        await().until(() -> socket.figures().unreadable() == before + 1);
        server.set("zero", "815");
        awaitEverythingLive();
        assertThat(link.knocks()).as(what).isEqualTo(1);
    }

    static Stream<Arguments> strays() {
        return Garbage.strays().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strays")
    void whatMeansNothingToAnybodyHarmsNobody(String what, byte[] frame) {
        watchAll();
        eachSocket(line -> line.say(frame));
        server.set("zero", "815");
        awaitEverythingLive();
        assertThat(socket.figures().unreadable()).as(what).isZero();
        assertThat(link.knocks()).isEqualTo(1);
    }

    static Stream<Arguments> brokenBytes() {
        return Garbage.bytes().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenBytes")
    void bytesThatAreNoFrameEndTheConnectionAndItComesBack(String what, byte[] bytes) {
        assertThat(survives(() -> eachSocket(line -> line.say(bytes)))).as(what)
                .isInstanceOfSatisfying(Failure.ConnectionLost.class, lost -> assertThat(lost.detail())
                        .startsWith("The connection was closed here over a fault in the protocol"));
    }

    static Stream<Arguments> refusals() {
        String html = "<!doctype html><title>502</title><h1>Bad gateway</h1>";
        return Stream.of(
                Arguments.of(Door.Answering.with("401 Unauthorized", "", "{\"error\":\"unknown key\"}"),
                        new Failure.KeyRejected("{\"error\":\"unknown key\"}"), true),
                Arguments.of(Door.Answering.with("403 Forbidden", "Content-Type: application/json\r\n", ""),
                        new Failure.NotAllowed(""), true),
                Arguments.of(Door.Answering.with("404 Not Found", "", ""), null, true),
                Arguments.of(Door.Answering.with("200 OK", "Content-Type: text/html\r\n", "<h1>A shop</h1>"),
                        new Failure.NotPlaceOs("The upgrade to a WebSocket was answered with 200"), true),
                Arguments.of(Door.Answering.with("429 Too Many Requests", "Retry-After: 1\r\n", ""),
                        new Failure.Busy(429, Optional.of(Duration.ofSeconds(1))), false),
                Arguments.of(Door.Answering.with("502 Bad Gateway", "Content-Type: text/html\r\n", html),
                        new Failure.Busy(502, Optional.empty()), false),
                Arguments.of(Door.Answering.with("503 Service Unavailable", "Retry-After: 1\r\n", html),
                        new Failure.Busy(503, Optional.of(Duration.ofSeconds(1))), false),
                Arguments.of(Door.Answering.with("500 Internal Server Error", "", "it broke"),
                        new Failure.ServerFault(500, "it broke"), false));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsToldAndOnlyWhatAPersonMustMendWaitsForThem(
            Door refusal, @Nullable Failure expected, boolean waitsForPerson) {
        Failure why = expected != null ? expected : new Failure.NotPlaceOs(
                "There is no control socket at " + link.address().socket() + " (404)");
        link.door(refusal);
        socket.bind(ZERO, watchers.getFirst());
        Instant began = Instant.now();
        socket.open();

        await().until(() -> states.size() >= 3);
        if (waitsForPerson) {
            assertThat(states.get(2)).isEqualTo(new SocketState.Refused(why));
            assertThat(link.knocks()).isEqualTo(1);
            link.door(new Door.Open());
            socket.retryNow();
        } else {
            assertThat(states.get(2)).isInstanceOfSatisfying(SocketState.Waiting.class, waiting -> {
                assertThat(waiting.why()).isEqualTo(why);
                if (why instanceof Failure.Busy(_, Optional<Duration> asked) && asked.isPresent()) {
                    assertThat(waiting.retryAt()).isAfterOrEqualTo(began.plus(asked.get()));
                }
            });
            link.door(new Door.Open());
        }
        await().until(() -> watchers.getFirst().isIn("Live"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aServerThatWasPlaceOsIsTriedAgainUnlessTheKeyIsRefused(
            Door refusal, @Nullable Failure expected, boolean waitsForPerson) {
        watchAll();
        link.door(refusal);
        eachSocket(LinkLine::reset);
        await().until(() -> link.knocks() >= 2);
        boolean aboutTheKey = expected instanceof Failure.KeyRejected || expected instanceof Failure.NotAllowed;

        if (aboutTheKey) {
            await().until(() -> socket.state() instanceof SocketState.Refused);
            socket.retryNow();
        }
        server.set("zero", "4711");
        link.door(new Door.Open());
        if (aboutTheKey) {
            await().until(() -> {
                socket.retryNow();
                return socket.state() instanceof SocketState.Open;
            });
        }
        awaitEverythingLive();
    }

    @Test
    void aRestartedServerIsAskedForEverythingAgain() {
        watchAll();
        server.set("zero", "1");
        server.set("text", "\"of the first\"");
        link.door(new Door.Slammed());
        server.restart();
        server.set("text", "\"of the second\"");
        link.leadTo(server.address());
        link.door(new Door.Open());

        awaitEverythingLive();
        assertThat(watchers.getFirst().latest()).hasValue("0");
        assertThat(watchers.get(1).latest()).hasValue("\"of the second\"");
    }

    @Test
    void anExecInFlightEndsUnknownAndIsNeverSentTwice() {
        watchAll();
        CompletableFuture<ExecResult> exec = socket.exec(DemoServer.LAB, "never", List.of());
        await().until(() -> server.timesLogged("nobody will hear of this call again") == 1);
        eachSocket(LinkLine::reset);

        await().until(exec::isDone);
        assertThat(exec.join()).isInstanceOf(ExecResult.ConnectionLost.class);
        awaitEverythingLive();
        CompletableFuture<ExecResult> next = socket.exec(DemoServer.LAB, "no_arguments", List.of());
        await().until(next::isDone);
        assertThat(next.join()).isInstanceOf(ExecResult.Returned.class);
        assertThat(server.timesLogged("nobody will hear of this call again")).isEqualTo(1);
    }

    @Test
    void anExecWhoseAnswerIsLostEndsUnknownAndHappenedOnce() {
        watchAll();
        eachSocket(LinkLine::holdAnswers);
        CompletableFuture<ExecResult> exec = socket.exec(DemoServer.LAB, "fail", List.of("\"once\""));
        await().until(() -> server.timesLogged("once") == 1);
        assertThat(exec).isNotDone();
        eachSocket(LinkLine::reset);

        await().until(exec::isDone);
        assertThat(exec.join()).isInstanceOf(ExecResult.ConnectionLost.class);
        awaitEverythingLive();
        assertThat(server.timesLogged("once")).isEqualTo(1);
    }

    @Test
    void closingInTheMiddleOfAnyFaultLeavesNothing() {
        watchAll();
        eachSocket(line -> line.flow(Lane.Flow.HELD));
        link.door(new Door.BlackHole());
        socket.close();
        await().untilAsserted(() -> assertThat(Residue.threads()).noneMatch(name -> name.startsWith("placewatch-")));
    }
}
