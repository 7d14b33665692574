package placewatch.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.model.log.LogStream;
import placewatch.network.Route;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.simulator.SimulatorFigures;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import placewatch.socket.ControlSocket;
import placewatch.socket.SocketFigures;
import placewatch.socket.SocketOptions;
import placewatch.socket.SocketOptions.Dialect;
import placewatch.socket.SocketState;

/// 2,000 watched variables and 20 debug streams, while everything goes wrong 300 times. `mvn -Pchaos verify`, with
/// `-Dchaos.seed=` to choose the faults of an earlier run again.
@Tag("chaos")
class ChaosTest {

    private static final int FAULTS = 300;
    private static final int VARIABLES = 2_000;
    private static final int STREAMS = 20;
    private static final int SYSTEMS = 120;

    /// Faults come in the time that is left, so that the run is bounded on a slow computer too.
    private static final Duration TIME = Duration.ofSeconds(140);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// These are removed at times, and a removed variable has no value to be live with.
    private static final List<String> COME_AND_GO =
            List.of("current_booking", "preset", "comes_and_goes", "fault");

    private static final SocketOptions HASTE = new SocketOptions(Dialect.DETECT, InstantSource.system(),
            Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ofMillis(150), Duration.ofMillis(600),
            Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofSeconds(1));

    /// Held, because java.util.logging forgets the level of a logger that nobody holds: all of these say at each fault
    /// what the fault is.
    private static final List<Logger> TALKERS = List.of(Logger.getLogger("org.java_websocket"),
            Logger.getLogger("placewatch.socket"), Logger.getLogger("org.eclipse.jetty"));

    private final long seed = Optional.ofNullable(System.getProperty("chaos.seed")).filter(text -> !text.isBlank())
            .map(Long::valueOf).orElseGet(() -> new Random().nextLong(1_000_000));
    private final Random chance = new Random(seed);
    private final Violations violations = new Violations();
    private final List<Long> reconnects = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();

    private static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
    }

    @Test
    void threeHundredFaultsLaterEverythingIsAsItShouldBeAndWasNeverShownOtherwise() {
        System.out.println("Chaos with seed " + seed);
        TALKERS.forEach(logger -> logger.setLevel(Level.SEVERE));
        TALKERS.getFirst().setLevel(Level.OFF);
        List<String> threadsBefore = Residue.threads();
        OptionalLong socketsBefore = Residue.sockets();
        long began = System.nanoTime();
        try (DemoServer server = new DemoServer(SYSTEMS); FaultyLink link = new FaultyLink(server.address());
                Screen screen = new Screen()) {
            run(server, link, screen, began);
        } finally {
            TALKERS.forEach(logger -> logger.setLevel(null));
        }
        await().untilAsserted(() -> assertThat(Residue.threads()).isEqualTo(threadsBefore));
        if (socketsBefore.isPresent()) {
            await().untilAsserted(() -> assertThat(Residue.sockets().orElseThrow())
                    .isLessThanOrEqualTo(socketsBefore.getAsLong()));
        }
    }

    private void run(DemoServer server, FaultyLink link, Screen screen, long began) {
        Delivered delivered = new Delivered();
        link.listen(delivered);
        link.admitOnce(() -> link.sockets().isEmpty() && server.figures().sockets() == 0);
        List<StatusKey> keys = variables(server);
        Map<String, ModuleAddress> modules = modules(server);
        Connection connection = screen.ask(() ->
                new Connection("chaos", new Access(link.address(), server.key(), Route.direct()), HASTE,
                        screen.inbox()));
        ControlSocket socket = socketOf(connection);
        socket.onState(state -> opened.addAndGet(state instanceof SocketState.Open ? 1 : 0));
        Vigil vigil = new Vigil(connection, socket, link, server, delivered, STREAMS, violations,
                new Random(chance.nextLong()));
        Calls calls = new Calls(connection, server, violations, new Random(chance.nextLong()));
        Map<String, LogStream> consoles = new TreeMap<>();
        screen.begin(vigil::beforeDrain, vigil::afterDrain);
        screen.run(() -> {
            vigil.watch(keys);
            modules.forEach((id, module) -> {
                LogStream stream = connection.logs().stream(module, id, "");
                consoles.put(id, stream);
                connection.logs().start(stream);
            });
            connection.open();
        });
        await().until(vigil::allLive);

        Trouble trouble = new Trouble(link, server, () -> screen.run(calls::nudge),
                () -> screen.run(connection::retryNow), new Random(chance.nextLong()));
        ScheduledThreadPoolExecutor life = live(server, screen, calls);
        try {
            makeFaults(trouble, link, screen, vigil, connection);
        } catch (AssertionError e) {
            throw new AssertionError("After " + trouble.made() + ", of which " + trouble.latest()
                    + " was the latest, and with these violations: " + violations, e);
        }
        Duration troubled = Duration.ofNanos(System.nanoTime() - began);

        // quiet
        shutDown(life);
        screen.run(vigil::settle);
        awaitAllLive(() -> true, screen, vigil, connection);
        Map<String, Long> linesBefore = screen.ask(() -> received(consoles));
        await().pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            server.advance(Duration.ofSeconds(10));
            assertThat(screen.ask(() -> received(consoles))).allSatisfy((id, lines) ->
                    assertThat(lines).as("lines of " + modules.get(id)).isGreaterThan(linesBefore.get(id)));
        });
        await().untilAsserted(() -> assertThat(screen.ask(vigil::wrong)).isEmpty());
        assertThat(server.figures()).isEqualTo(new SimulatorFigures(1, VARIABLES, STREAMS));
        await().until(() -> screen.ask(calls::allEnded));
        screen.ask(() -> {
            calls.checkAgain();
            return "";
        });
        SocketFigures figures = connection.figures();
        assertThat(figures.bound()).isEqualTo(VARIABLES);
        assertThat(figures.debugStreams()).isEqualTo(STREAMS);
        await().untilAsserted(() -> assertThat(GapMarks.in(connection.logs().store().window()).lines())
                .as("each line is there once").isEqualTo(screen.ask(() -> received(consoles))));
        GapMarks marks = GapMarks.in(connection.logs().store().window());
        assertThat(marks.unmarked()).isEmpty();
        assertThat(marks.gaps()).as("gaps in all streams").isPositive();

        screen.run(vigil::leave);
        screen.run(() -> consoles.values().forEach(connection.logs()::stop));
        await().untilAsserted(() -> assertThat(server.figures()).isEqualTo(new SimulatorFigures(1, 0, 0)));
        connection.close();
        await().untilAsserted(() -> assertThat(server.figures()).isEqualTo(new SimulatorFigures(0, 0, 0)));

        print(trouble, vigil, calls, figures, marks, troubled, Duration.ofNanos(System.nanoTime() - began));
        assertThat(screen.fault()).isNull();
        assertThat(violations.isEmpty()).as("%s", violations).isTrue();
        assertThat(trouble.made().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(FAULTS);
    }

    private void makeFaults(
            Trouble trouble, FaultyLink link, Screen screen, Vigil vigil, Connection connection) {
        long began = System.nanoTime();
        for (int i = 0; i < FAULTS; i++) {
            int before = link.latest();
            boolean lost = trouble.make();
            long mended = System.nanoTime();
            int then = link.latest();
            boolean early = mended - began < TIME.toNanos() * (i + 1) / FAULTS;
            if (early && chance.nextInt(5) > 0) {
                awaitAllLive(() -> !lost || link.latest() > before, screen, vigil, connection);
                if (link.latest() > then) {
                    reconnects.add((System.nanoTime() - mended) / 1_000_000);
                }
            } else {
                trouble.pause(0, 200);
            }
        }
    }

    /// While a person presses the button whenever that is all that is left to do.
    private void awaitAllLive(BooleanSupplier also, Screen screen, Vigil vigil, Connection connection) {
        try {
            await().until(() -> {
                screen.run(() -> {
                    if (connection.model().stateProperty().get() instanceof SocketState.Refused) {
                        connection.retryNow();
                    }
                });
                return also.getAsBoolean() && vigil.allLive();
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Not all live in time: " + screen.ask(() ->
                    connection.model().stateProperty().get() + ", " + connection.figures() + vigil.wrong()), e);
        }
    }

    /// The building lives sixty times as fast as people, and people press buttons.
    private static ScheduledThreadPoolExecutor live(DemoServer server, Screen screen, Calls calls) {
        ScheduledThreadPoolExecutor life =
                new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("chaos-life").factory());
        life.scheduleWithFixedDelay(() -> {
            server.advance(Duration.ofMillis(1_500));
            screen.run(calls::next);
        }, 0, 25, TimeUnit.MILLISECONDS);
        return life;
    }

    private static void shutDown(ScheduledThreadPoolExecutor life) {
        life.shutdown();
        await().until(life::isTerminated);
    }

    /// Variables that exist and stay; among them all of the Lab, which holds the largest and those that calls set.
    private List<StatusKey> variables(DemoServer server) {
        List<StatusKey> all = new ArrayList<>();
        addresses(server).forEach((id, address) -> server.building().module(id).orElseThrow().state().keySet().stream()
                .filter(name -> !COME_AND_GO.contains(name))
                .forEach(name -> all.add(new StatusKey(address, name))));
        Collections.shuffle(all, chance);
        List<StatusKey> chosen = new ArrayList<>(
                all.stream().filter(key -> key.module().equals(DemoServer.LAB)).toList());
        all.removeAll(chosen);
        chosen.addAll(all.subList(0, VARIABLES - chosen.size()));
        assertThat(chosen).hasSize(VARIABLES).doesNotHaveDuplicates();
        return chosen;
    }

    private Map<String, ModuleAddress> modules(DemoServer server) {
        List<Map.Entry<String, ModuleAddress>> all = new ArrayList<>(addresses(server).entrySet());
        all.removeIf(entry -> !server.building().module(entry.getKey()).orElseThrow().running());
        Collections.shuffle(all, chance);
        Map<String, ModuleAddress> chosen = new TreeMap<>();
        chosen.put(server.moduleId(DemoServer.LAB), DemoServer.LAB);
        all.stream().takeWhile(_ -> chosen.size() < STREAMS)
                .forEach(entry -> chosen.put(entry.getKey(), entry.getValue()));
        return chosen;
    }

    private static Map<String, ModuleAddress> addresses(DemoServer server) {
        Map<String, ModuleAddress> addresses = new TreeMap<>();
        for (DemoSystem system : server.building().systems()) {
            Map<String, Integer> seen = new TreeMap<>();
            for (String id : system.modules()) {
                DemoModule module = server.building().module(id).orElseThrow();
                addresses.put(id, new ModuleAddress(
                        system.id(), module.name(), seen.merge(module.name(), 1, Integer::sum)));
            }
        }
        return addresses;
    }

    private static Map<String, Long> received(Map<String, LogStream> consoles) {
        Map<String, Long> received = new TreeMap<>();
        consoles.forEach((id, console) -> received.put(id, console.tally().total()));
        return received;
    }

    /// The socket's own word is to be compared with what the screen shows; the product has no use for it.
    private static ControlSocket socketOf(Connection connection) {
        try {
            Field field = Connection.class.getDeclaredField("socket");
            field.setAccessible(true);
            return (ControlSocket) field.get(connection);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private void print(
            Trouble trouble, Vigil vigil, Calls calls, SocketFigures figures, GapMarks marks, Duration troubled,
            Duration all) {
        Collections.sort(reconnects);
        StringBuilder table = new StringBuilder("%nChaos with seed %d%n".formatted(seed));
        trouble.made().forEach((fault, count) -> row(table, fault.words(), "%d", count));
        row(table, "faults", "%d in %d s", trouble.made().values().stream().mapToInt(Integer::intValue).sum(),
                troubled.toSeconds());
        row(table, "  while none was open", "%d", trouble.intoNothing());
        row(table, "connections opened", "%d", opened.get());
        row(table, "all live again after", "%s ms (least, median, most of %d)", reconnects.isEmpty() ? "-"
                : reconnects.getFirst() + ", " + reconnects.get(reconnects.size() / 2) + ", " + reconnects.getLast(),
                reconnects.size());
        row(table, "changes received", "%,d", figures.changes());
        row(table, "debug lines received", "%,d", figures.debugLines());
        row(table, "gaps marked in the streams", "%,d", marks.gaps());
        row(table, "unreadable set aside", "%,d", figures.unreadable());
        row(table, "same value said again", "%,d", vigil.sameAgain());
        row(table, "late values refused", "%d of %d sent, the others shown while their connection was open",
                trouble.lateValues() - vigil.lateShown(), trouble.lateValues());
        row(table, "late views opened", "%,d", vigil.visited());
        row(table, "pulses checked", "%,d", vigil.pulses());
        row(table, "execs", "%s", calls.outcomes());
        row(table, "violations", "%s", violations.isEmpty() ? "none" : violations);
        row(table, "time taken", "%d s", all.toSeconds());
        System.out.println(table);
    }

    private static void row(StringBuilder table, String what, String format, Object... values) {
        table.append("  %-24s %s%n".formatted(what, format.formatted(values)));
    }
}
