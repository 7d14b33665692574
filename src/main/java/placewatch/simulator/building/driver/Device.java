package placewatch.simulator.building.driver;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a driver's code sees of the module that it runs in, from start to stop. Called under the room's lock only.
public interface Device {

    String slug();

    /// Stable over restarts of the module and of the building.
    long identity();

    String roomName();

    int capacity();

    ZoneId timezone();

    /// How the room was found; [Condition#SOUND] once the module was restarted.
    Condition condition();

    Instant now();

    /// Repeats itself for the same building seed, module and number of starts.
    RandomGenerator random();

    Optional<JsonNode> status(String key);

    /// Sets a status variable to a value that [Json#of] takes. The value that it has already publishes nothing; null
    /// removes it.
    void publish(String key, @Nullable Object value);

    boolean connected();

    /// Tells that the device answers, or no longer does. Publishes `connected` too.
    void connected(boolean answers);

    void log(Level level, String text);

    /// Runs once, unless the module is stopped before.
    void after(Duration delay, Runnable work);

    /// Runs again and again until the module is stopped, a fifth earlier or later each time.
    void every(Duration period, Runnable work);

    /// The modules of that name in this room, in order of index.
    List<Peer> peers(String moduleName);

    /// Hears a variable of every module of that name in this room: its value now if it has one, and each change.
    void watch(String moduleName, String key, PeerListener listener);

    /// Called after the change that it tells of is complete.
    interface PeerListener {
        void changed(Peer peer, JsonNode value);
    }

    default void debug(String text) {
        log(Level.DEBUG, text);
    }

    default void info(String text) {
        log(Level.INFO, text);
    }

    default void warn(String text) {
        log(Level.WARN, text);
    }
}
