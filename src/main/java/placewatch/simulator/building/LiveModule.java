package placewatch.simulator.building;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import placewatch.simulator.building.driver.Arguments;
import placewatch.simulator.building.driver.Command;
import placewatch.simulator.building.driver.Condition;
import placewatch.simulator.building.driver.Driver;
import placewatch.simulator.building.driver.DriverError;
import placewatch.simulator.building.driver.Json;
import placewatch.simulator.building.driver.Kind;
import tools.jackson.databind.JsonNode;

/// A module of the demo building: its status, and the run of its driver's code from start to stop.
final class LiveModule implements DemoModule {
    private final Fitting fitting;
    private final Room room;
    private final Status status = new Status();
    private volatile boolean running;
    private volatile boolean connected;
    private @Nullable ModuleRun run;
    private int runs;

    LiveModule(Fitting fitting, Room room) {
        this.fitting = fitting;
        this.room = room;
        this.running = fitting.condition() != Condition.STOPPED;
        this.connected = fitting.condition() != Condition.OFFLINE;
    }

    @Override
    public String id() {
        return fitting.id();
    }

    @Override
    public DemoDriver driver() {
        Driver<?> driver = fitting.driver();
        return new DemoDriver(driver.id(), driver.name(), driver.className(), driver.moduleName(),
                driver.kind().number(), driver.description());
    }

    @Override
    public String name() {
        return fitting.name();
    }

    @Override
    public String customName() {
        return fitting.customName();
    }

    @Override
    public String systemId() {
        return fitting.systemId();
    }

    @Override
    public String ip() {
        return fitting.ip();
    }

    @Override
    public int port() {
        return fitting.driver().port();
    }

    @Override
    public String uri() {
        return fitting.driver().uri();
    }

    @Override
    public String notes() {
        return fitting.notes();
    }

    @Override
    public Instant createdAt() {
        return fitting.createdAt();
    }

    @Override
    public boolean running() {
        return running;
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public Map<String, JsonNode> state() {
        room.wake();
        return status.all();
    }

    @Override
    public Optional<JsonNode> status(String key) {
        room.wake();
        return status.value(key);
    }

    @Override
    public List<DemoFunction> functions() {
        room.wake();
        return fitting.driver().commands().stream().map(LiveModule::function).toList();
    }

    private static DemoFunction function(Command<?> command) {
        return new DemoFunction(
                command.name(),
                command.parameters().stream()
                        .map(parameter -> new DemoFunction.Parameter(parameter.name(), parameter.schema()))
                        .toList(),
                command.needs());
    }

    @Override
    public CompletableFuture<JsonNode> exec(String function, List<JsonNode> args) {
        room.wake();
        if (fitting.driver().command(function).isEmpty()) {
            throw new IllegalArgumentException(name() + " has no function " + function);
        }
        CompletableFuture<JsonNode> result = new CompletableFuture<>();
        List<JsonNode> given = List.copyOf(args);
        room.act(() -> {
            ModuleRun present = presentRun();
            Duration lag = room.timeline().lag(present.latency());
            if (lag.isZero()) {
                answer(present, function, given, result);
            } else {
                room.timeline().at(present.inTurn(lag), () -> room.act(() -> answer(present, function, given, result)));
            }
        });
        return result;
    }

    private void answer(ModuleRun present, String function, List<JsonNode> args, CompletableFuture<JsonNode> result) {
        try {
            if (present.ended()) {
                throw DriverError.of("PlaceOS::Driver::Terminated", "the module was stopped");
            }
            call(present, function, args, value -> room.afterNews(() -> result.complete(value)));
        } catch (DriverError error) {
            DriverFault fault = new DriverFault(error.wording());
            room.afterNews(() -> result.completeExceptionally(fault));
        }
    }

    /// Runs a function now, under the room's lock.
    ///
    /// @throws DriverError  as the driver raised it
    void call(ModuleRun present, String function, List<JsonNode> args, Command.Answer answer) {
        Command<?> command = fitting.driver().command(function).orElseThrow();
        Arguments checked = command.check(args);
        if (!connected && kind() == Kind.DEVICE) {
            throw DriverError.of("IO::TimeoutError", "no answer from " + fitting.ip() + ":" + port());
        }
        present.exec(function, checked, answer);
    }

    @Override
    public void start() {
        room.wake();
        room.act(() -> {
            if (!running) {
                status.keys().forEach(key -> publish(key, Json.of(null)));
                running = true;
                begin(Condition.SOUND);
                room.tell(listener -> listener.started(this));
            }
        });
    }

    @Override
    public void stop() {
        room.wake();
        room.act(this::end);
    }

    /// First run; its room tells nobody of it.
    void bringToLife() {
        begin(fitting.condition());
    }

    /// Comes after every module of the room was brought to life.
    void settle() {
        if (fitting.condition() == Condition.STOPPED) {
            end();
        }
    }

    private void begin(Condition condition) {
        ModuleRun next = new ModuleRun(this, room, condition, runs++);
        run = next;
        connect(condition != Condition.OFFLINE);
        next.begin();
    }

    private void end() {
        running = false;
        if (run != null) {
            run.end();
            run = null;
        }
    }

    /// The run that goes on now.
    ///
    /// @throws IllegalStateException  stopped
    ModuleRun presentRun() {
        if (run == null) {
            throw new IllegalStateException(name() + " in " + systemId() + " is stopped");
        }
        return run;
    }

    void publish(String key, JsonNode value) {
        if (status.set(key, value)) {
            room.changed(this, key, value);
        }
    }

    void connect(boolean answers) {
        connected = answers;
        publish("connected", Json.of(answers));
    }

    Optional<JsonNode> published(String key) {
        return status.value(key);
    }

    Fitting fitting() {
        return fitting;
    }

    Kind kind() {
        return fitting.driver().kind();
    }

    @Override
    public String toString() {
        return name() + " (" + id() + ")";
    }
}
