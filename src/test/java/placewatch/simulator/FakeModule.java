package placewatch.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import placewatch.simulator.building.BuildingListener;
import placewatch.simulator.building.DemoDriver;
import placewatch.simulator.building.DemoFunction;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DriverFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// A module that does what the test says, and tells its listeners.
final class FakeModule implements DemoModule {

    static final Instant CREATED = Instant.ofEpochSecond(1_700_000_000);
    private static final JsonMapper JSON = new JsonMapper();

    private final String id;
    private final String systemId;
    private final String customName;
    private final DemoDriver driver;
    private final Map<String, JsonNode> state = new LinkedHashMap<>();
    private final List<BuildingListener> listeners;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private CompletableFuture<JsonNode> pending = new CompletableFuture<>();
    private boolean running = true;
    private boolean connected = true;

    FakeModule(String id, String systemId, String customName, DemoDriver driver, List<BuildingListener> listeners) {
        this.id = id;
        this.systemId = systemId;
        this.customName = customName;
        this.driver = driver;
        this.listeners = listeners;
    }

    /// Publishes a value written as JSON, if it is another than before.
    void publish(String key, String json) {
        JsonNode value = JSON.readTree(json);
        synchronized (state) {
            JsonNode before = value.isNull() ? state.remove(key) : state.put(key, value);
            if (value.equals(before)) {
                return;
            }
        }
        listeners.forEach(listener -> listener.statusChanged(this, key, value));
    }

    void log(String level, String text) {
        listeners.forEach(listener -> listener.logged(this, level, text));
    }

    void connected(boolean now) {
        connected = now;
    }

    /// Lets what waits in `later` return.
    void answerLater(String json) {
        pending.complete(JSON.readTree(json));
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DemoDriver driver() {
        return driver;
    }

    @Override
    public String name() {
        return customName.isBlank() ? driver.moduleName() : customName;
    }

    @Override
    public String customName() {
        return customName;
    }

    @Override
    public String systemId() {
        return systemId;
    }

    @Override
    public String ip() {
        return driver.kind() == 99 ? "" : "10.0.0.7";
    }

    @Override
    public int port() {
        return driver.kind() == 99 ? 0 : 1515;
    }

    @Override
    public String uri() {
        return "";
    }

    @Override
    public String notes() {
        return "above the table";
    }

    @Override
    public Instant createdAt() {
        return CREATED;
    }

    @Override
    public synchronized boolean running() {
        return running;
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public Map<String, JsonNode> state() {
        synchronized (state) {
            return new LinkedHashMap<>(state);
        }
    }

    @Override
    public Optional<JsonNode> status(String key) {
        synchronized (state) {
            return Optional.ofNullable(state.get(key));
        }
    }

    @Override
    public List<DemoFunction> functions() {
        return List.of(
                new DemoFunction("power", List.of(new DemoFunction.Parameter("state",
                        JSON.readTree("{\"type\":\"boolean\",\"title\":\"Bool\"}"))), Role.USER),
                new DemoFunction("say", List.of(new DemoFunction.Parameter("text",
                        JSON.readTree("{\"type\":\"string\",\"title\":\"String | Nil\","
                                + "\"default\":\"good morning\"}"))),
                        Role.USER),
                new DemoFunction("raise", List.of(), Role.USER),
                new DemoFunction("later", List.of(), Role.USER),
                new DemoFunction("never", List.of(), Role.USER),
                new DemoFunction("calibrate", List.of(), Role.SUPPORT),
                new DemoFunction("reset!", List.of(), Role.ADMIN));
    }

    @Override
    public CompletableFuture<JsonNode> exec(String function, List<JsonNode> args) {
        calls.add(function + args);
        return switch (function) {
            case "power" -> {
                publish("power", args.getFirst().toString());
                yield CompletableFuture.completedFuture(args.getFirst());
            }
            case "raise" -> CompletableFuture.failedFuture(
                    new DriverFault("module raised: input \"vga\" is unknown (ArgumentError)"));
            case "later" -> pending;
            case "never" -> new CompletableFuture<>();
            default -> CompletableFuture.completedFuture(JSON.readTree("[42.0,1.0e-7,9007199254740993]"));
        };
    }

    @Override
    public void start() {
        List<Map.Entry<String, JsonNode>> held;
        synchronized (this) {
            running = true;
            held = new ArrayList<>(state().entrySet());
        }
        listeners.forEach(listener -> listener.started(this));
        held.forEach(entry -> listeners.forEach(listener ->
                listener.statusChanged(this, entry.getKey(), JsonNodeFactory.instance.nullNode())));
        held.forEach(entry -> listeners.forEach(listener ->
                listener.statusChanged(this, entry.getKey(), entry.getValue())));
    }

    @Override
    public synchronized void stop() {
        running = false;
    }
}
