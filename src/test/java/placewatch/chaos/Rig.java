package placewatch.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.simulator.SimulatorFigures;
import placewatch.socket.ControlSocket;
import placewatch.socket.SocketOptions;
import placewatch.socket.SocketOptions.Dialect;
import placewatch.socket.SocketState;

/// A small server behind a faulty link, a client of it, and what it watches: four values, a large one among them, and a
/// debug stream. Closing it expects that nothing is left.
final class Rig implements AutoCloseable {

    static final StatusKey ZERO = new StatusKey(DemoServer.LAB, "zero");
    static final StatusKey TEXT = new StatusKey(DemoServer.LAB, "text");
    static final StatusKey BIG = new StatusKey(DemoServer.LAB, "big");
    static final List<StatusKey> KEYS = List.of(ZERO, TEXT, BIG,
            new StatusKey(new ModuleAddress("sys-DemoLab308", "Display", 1), "power"),
            new StatusKey(new ModuleAddress("sys-DemoLab308", "Environment", 1), "temperature"));

    /// Held, because java.util.logging forgets the level of a logger that nobody holds: the library prints the stack
    /// of each broken frame.
    private static final Logger LIBRARY = Logger.getLogger("org.java_websocket");

    final DemoServer server = new DemoServer(36);
    final FaultyLink link = new FaultyLink(server.address());
    final List<SocketState> states = new CopyOnWriteArrayList<>();
    final List<Watcher> watchers = KEYS.stream().map(_ -> new Watcher()).toList();
    private final Watcher log = new Watcher();
    private final List<Subscription> watched = new ArrayList<>();
    private ControlSocket socket = socket(Duration.ofSeconds(20));

    Rig() {
        LIBRARY.setLevel(Level.OFF);
    }

    /// Long deadlines; retries come at once.
    private ControlSocket socket(Duration bindDeadline) {
        return socket(bindDeadline, Duration.ofSeconds(60), Duration.ofSeconds(60));
    }

    private ControlSocket socket(Duration bindDeadline, Duration pingAfter, Duration deadAfter) {
        ControlSocket made = new ControlSocket(link.address(), server.key(), new SocketOptions(Dialect.DETECT,
                InstantSource.system(), bindDeadline, Duration.ofSeconds(20), pingAfter, deadAfter,
                Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1)));
        made.onState(states::add);
        return made;
    }

    ControlSocket socket() {
        return socket;
    }

    /// Takes another client, with this deadline for connecting and for answers.
    void with(Duration bindDeadline) {
        replace(socket(bindDeadline));
    }

    void with(Duration bindDeadline, Duration pingAfter, Duration deadAfter) {
        replace(socket(bindDeadline, pingAfter, deadAfter));
    }

    private void replace(ControlSocket other) {
        socket.close();
        socket = other;
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5));
    }

    void open() {
        socket.open();
        await().until(() -> socket.state() instanceof SocketState.Open);
    }

    void watchAll() {
        for (int i = 0; i < KEYS.size(); i++) {
            watched.add(socket.bind(KEYS.get(i), watchers.get(i)));
        }
        watched.add(socket.debug(DemoServer.LAB, server.moduleId(DemoServer.LAB), log));
        open();
        awaitEverythingLive();
    }

    /// Every binding live with what the server holds now, the debug stream flowing, nothing held twice.
    void awaitEverythingLive() {
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
    Failure why() {
        await().until(() -> states.stream().anyMatch(SocketState.Waiting.class::isInstance));
        return states.stream().filter(SocketState.Waiting.class::isInstance).map(SocketState.Waiting.class::cast)
                .findFirst().orElseThrow().why();
    }

    /// Lets the fault happen, changes a value behind the client's back, and expects all of it to be current again.
    Failure survives(Runnable fault) {
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

    void eachSocket(Consumer<LinkLine> fault) {
        link.sockets().forEach(fault);
    }

    @Override
    public void close() {
        try (server; link) {
            watched.forEach(Subscription::close);
            socket.close();
            await().untilAsserted(() -> assertThat(Residue.threads())
                    .noneMatch(name -> name.startsWith("placewatch-") || name.startsWith("WebSocket")));
            await().untilAsserted(() -> assertThat(server.figures()).isEqualTo(new SimulatorFigures(0, 0, 0)));
        } finally {
            LIBRARY.setLevel(null);
        }
        await().untilAsserted(() -> assertThat(Residue.threads()).isEmpty());
    }
}
