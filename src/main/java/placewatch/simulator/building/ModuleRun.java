package placewatch.simulator.building;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import placewatch.simulator.building.driver.Arguments;
import placewatch.simulator.building.driver.Command;
import placewatch.simulator.building.driver.Condition;
import placewatch.simulator.building.driver.Device;
import placewatch.simulator.building.driver.Driver;
import placewatch.simulator.building.driver.DriverError;
import placewatch.simulator.building.driver.Json;
import placewatch.simulator.building.driver.Level;
import placewatch.simulator.building.driver.Peer;
import tools.jackson.databind.JsonNode;

/// A module from its start to its stop, as the driver's code sees it. Used under the room's lock.
final class ModuleRun implements Device {
    private static final int LEAST_LATENCY_MILLIS = 5;
    private static final int MOST_LATENCY_MILLIS = 60;
    private final LiveModule module;
    private final Room room;
    private final Condition condition;
    private final long identity;
    private final RandomGenerator random;
    private final Driver.Running<?> code;
    private Instant lastTurn = Instant.MIN;
    private boolean ended;

    ModuleRun(LiveModule module, Room room, Condition condition, int number) {
        this.module = module;
        this.room = room;
        this.condition = condition;
        this.identity = Seeds.of(0, module.id());
        this.random = new SplittableRandom(Seeds.of(number, module.id()));
        this.code = module.fitting().driver().run(this);
    }

    void begin() {
        code.begin();
    }

    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    void exec(String function, Arguments args, Command.Answer answer) {
        code.exec(function, args, answer);
    }

    /// How long the device takes for the next call.
    Duration latency() {
        return Duration.ofMillis(random.nextInt(LEAST_LATENCY_MILLIS, MOST_LATENCY_MILLIS + 1));
    }

    /// When a call is answered that takes so long: never before the one that came before it.
    Instant inTurn(Duration lag) {
        Instant turn = now().plus(lag);
        lastTurn = turn.isAfter(lastTurn) ? turn : lastTurn;
        return lastTurn;
    }

    @Override
    public String slug() {
        return room.slug(module);
    }

    @Override
    public long identity() {
        return identity;
    }

    @Override
    public String roomName() {
        return room.system().name();
    }

    @Override
    public int capacity() {
        return room.system().capacity();
    }

    @Override
    public ZoneId timezone() {
        return room.timezone();
    }

    @Override
    public Condition condition() {
        return condition;
    }

    @Override
    public Instant now() {
        return room.timeline().now();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public Optional<JsonNode> status(String key) {
        return module.published(key);
    }

    @Override
    public void publish(String key, @Nullable Object value) {
        if (!ended) {
            module.publish(key, Json.of(value));
        }
    }

    @Override
    public boolean connected() {
        return module.connected();
    }

    @Override
    public void connected(boolean answers) {
        if (!ended) {
            module.connect(answers);
        }
    }

    @Override
    public void log(Level level, String text) {
        if (!ended) {
            room.tell(listener -> listener.logged(module, level.word(), text));
        }
    }

    @Override
    public void after(Duration delay, Runnable work) {
        room.timeline().at(now().plus(delay), () -> room.act(() -> {
            if (!ended) {
                work.run();
            }
        }));
    }

    @Override
    public void every(Duration period, Runnable work) {
        Duration next = Duration.ofMillis((long) (period.toMillis() * random.nextDouble(0.8, 1.2)));
        after(next, () -> {
            work.run();
            every(period, work);
        });
    }

    @Override
    public List<Peer> peers(String moduleName) {
        return room.named(moduleName).stream().map(this::peer).toList();
    }

    @Override
    public void watch(String moduleName, String key, PeerListener listener) {
        room.watch(this, moduleName, key, listener);
    }

    Peer peer(LiveModule other) {
        return new Neighbour(other);
    }

    private final class Neighbour implements Peer {
        private final LiveModule other;

        Neighbour(LiveModule other) {
            this.other = other;
        }

        @Override
        public String slug() {
            return room.slug(other);
        }

        @Override
        public int index() {
            return Math.max(1, room.named(other.name()).indexOf(other) + 1);
        }

        @Override
        public Optional<JsonNode> status(String key) {
            return other.published(key);
        }

        @Override
        public void call(String function, List<? extends @Nullable Object> args) {
            List<JsonNode> given = args.stream().<JsonNode>map(Json::of).toList();
            if (!other.running()) {
                warn(slug() + " is stopped, " + function + " skipped");
                return;
            }
            try {
                other.call(other.presentRun(), function, given, ignored -> { });
            } catch (DriverError error) {
                warn(slug() + "." + function + " failed: " + error.wording());
            }
        }
    }
}
