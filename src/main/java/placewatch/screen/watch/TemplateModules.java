package placewatch.screen.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import placewatch.bridge.Connection;
import placewatch.protocol.Failure;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.SystemDetail;

/// Asks for the modules of many rooms, a few at a time. There is no one question that an ordinary key may put for
/// several rooms: the list of systems tells the ids of modules, but their names and whether they run only
/// `GET /systems/{id}?complete=true` does. The answers are heard by [Connection#onDetail]. JavaFX thread.
final class TemplateModules implements AutoCloseable {

    /// Each answer waits for a pulse before the next room is asked for: with 8, as many as the client has threads, the
    /// threads rest half of the time.
    static final int AT_ONCE = 16;

    private final Connection connection;
    private final BiConsumer<String, Failure> failed;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, Subscription> asking = new HashMap<>();

    /// @param failed hears of a room whose modules were not told
    TemplateModules(Connection connection, BiConsumer<String, Failure> failed) {
        this.connection = connection;
        this.failed = failed;
    }

    /// Asks for a room's modules, after those that were asked for before.
    void ask(String system) {
        if (!asking.containsKey(system) && wanted.add(system)) {
            waiting.add(system);
            next();
        }
    }

    /// The room is of no interest any more.
    void leave(String system) {
        if (wanted.remove(system)) {
            waiting.remove(system);
        }
    }

    private void next() {
        while (asking.size() < AT_ONCE && !waiting.isEmpty()) {
            String system = waiting.remove();
            wanted.remove(system);
            asking.put(system, connection.system(system, result -> {
                asking.remove(system);
                if (result instanceof ApiResult.Failed<SystemDetail>(Failure failure)) {
                    failed.accept(system, failure);
                }
                next();
            }));
        }
    }

    /// Rooms whose modules are not told yet.
    int open() {
        return waiting.size() + asking.size();
    }

    @Override
    public void close() {
        waiting.clear();
        asking.values().forEach(Subscription::close);
        asking.clear();
    }
}
