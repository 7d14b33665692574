package placewatch.chaos;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorFigures;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.BuildingListener;
import placewatch.simulator.building.DemoModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A simulator whose building lives only as long as its clock is moved, so that at the end of a test its values stand
/// still; it can be started anew and then knows nothing of before. Any thread.
final class DemoServer implements AutoCloseable {

    /// Its Lab module, which does as it is told.
    static final ModuleAddress LAB = new ModuleAddress("sys-DemoLab308", "Lab", 1);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant MONDAY = Instant.parse("2026-08-03T01:00:00Z");

    private final int systems;
    private final Map<String, AtomicInteger> logged = new ConcurrentHashMap<>();
    private volatile Simulator simulator;

    DemoServer(int systems) {
        this.systems = systems;
        simulator = start();
    }

    private Simulator start() {
        Simulator next = Simulator.start(SimulatorOptions.demo().systems(systems).frozenAt(MONDAY));
        next.building().observe(new BuildingListener() {
            @Override
            public void logged(DemoModule module, String level, String text) {
                if (module.name().equals(LAB.module())) {
                    String first = text.lines().findFirst().orElse("");
                    logged.computeIfAbsent(first, _ -> new AtomicInteger()).incrementAndGet();
                }
            }
        });
        return next;
    }

    /// Ends it and starts it anew, on another port and on the same Monday: all that was bound, streamed and set is
    /// forgotten.
    synchronized void restart() {
        simulator.close();
        simulator = start();
    }

    /// Lets the building live for a while.
    synchronized void advance(Duration time) {
        simulator.advance(time);
    }

    URI address() {
        return simulator.address();
    }

    Building building() {
        return simulator.building();
    }

    SimulatorFigures figures() {
        return simulator.figures();
    }

    Credential key() {
        return new Credential.ApiKey(simulator.key(Role.SUPPORT));
    }

    String moduleId(ModuleAddress module) {
        return building().resolve(module).orElseThrow().id();
    }

    /// Sets a variable of the Lab.
    void set(String variable, String json) {
        call("set", JSON.getNodeFactory().stringNode(variable), JSON.readTree(json));
    }

    /// Has the Lab write a debug line.
    void write() {
        call("spam", JSON.readTree("1"), JSON.readTree("\"info\""));
    }

    private void call(String function, JsonNode... args) {
        building().resolve(LAB).orElseThrow().exec(function, List.of(args));
    }

    /// How often the Lab wrote a line that begins with this one, over all restarts.
    int timesLogged(String firstLine) {
        return Optional.ofNullable(logged.get(firstLine)).map(AtomicInteger::get).orElse(0);
    }

    /// A variable's value now, or empty.
    Optional<JsonNode> value(StatusKey key) {
        return building().resolve(key.module()).flatMap(module -> module.status(key.name())).map(DemoServer::canonical);
    }

    /// Whether JSON text says what the server holds.
    boolean holds(StatusKey key, String json) {
        return value(key).filter(JSON.readTree(json)::equals).isPresent();
    }

    /// As it reads when it comes from text: `42.0` and `42` differ, the Java types of numbers don't.
    private static JsonNode canonical(JsonNode value) {
        return JSON.readTree(value.toString());
    }

    @Override
    public synchronized void close() {
        simulator.close();
    }
}
