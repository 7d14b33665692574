package placewatch.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import placewatch.bridge.Connection;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.simulator.SimulatorFigures;
import placewatch.socket.ControlSocket;
import placewatch.socket.SocketState;

/// The rows that a person looks at, and what must hold of them after every drain. Rows come and go meanwhile: some are
/// left and watched anew, and now and then a second view of a variable opens for a moment. Pulse thread, except for
/// the counts.
final class Vigil {

    private static final int MOST_VISITS = 40;
    private static final int VISIT_PULSES = 20;

    private final class Watched {
        final StatusKey key;
        final String meta;
        final StatusRow row;
        final Subscription subscription;
        final long since = pulses;
        String proven = "";
        int provenOn;

        Watched(StatusKey key) {
            this.key = key;
            meta = Delivered.meta(key);
            row = new StatusRow(key);
            subscription = connection.watch(row);
        }
    }

    private final Connection connection;
    private final ControlSocket socket;
    private final FaultyLink link;
    private final DemoServer server;
    private final Delivered delivered;
    private final Violations violations;
    private final Random chance;
    private final int streams;
    private final List<Watched> rows = new ArrayList<>();
    private final List<Watched> visits = new ArrayList<>();
    private SocketState stateBefore = new SocketState.Idle();
    private boolean peopleMove = true;
    private int mostWatched;
    private volatile long pulses;
    private volatile boolean allLive;
    private volatile long sameAgain;
    private volatile long visited;
    private final Set<String> lateShown = ConcurrentHashMap.newKeySet();

    Vigil(Connection connection, ControlSocket socket, FaultyLink link, DemoServer server, Delivered delivered,
            int streams, Violations violations, Random chance) {
        this.connection = connection;
        this.socket = socket;
        this.link = link;
        this.server = server;
        this.delivered = delivered;
        this.streams = streams;
        this.violations = violations;
        this.chance = chance;
    }

    void watch(List<StatusKey> keys) {
        keys.forEach(key -> rows.add(new Watched(key)));
    }

    /// Drains so far. Any thread.
    long pulses() {
        return pulses;
    }

    /// Whether every row was live after the latest drain. Any thread.
    boolean allLive() {
        return allLive;
    }

    /// Values that were taken for live because the present connection said again what an older one had said. Any
    /// thread.
    long sameAgain() {
        return sameAgain;
    }

    /// Views that opened late on a variable that was watched already. Any thread.
    long visited() {
        return visited;
    }

    /// Values that were sent right before their connection was cut and were shown in time. Any thread.
    int lateShown() {
        return lateShown.size();
    }

    void beforeDrain() {
        stateBefore = socket.state();
    }

    void afterDrain() {
        pulses++;
        SocketState shown = connection.model().stateProperty().get();
        int line = link.latest();
        SocketState stateAfter = socket.state();
        boolean steady = stateBefore == stateAfter;
        boolean down = !(shown instanceof SocketState.Open) || steady && !(stateAfter instanceof SocketState.Open);
        boolean all = true;
        for (Watched watched : rows) {
            all &= look(watched, shown, stateAfter, down, steady && shown == stateAfter ? line : 0);
        }
        for (Watched watched : visits) {
            look(watched, shown, stateAfter, down, steady && shown == stateAfter ? line : 0);
        }
        allLive = all;
        SimulatorFigures figures = server.figures();
        mostWatched = Math.max(mostWatched, rows.size());
        if (figures.bindings() > mostWatched || figures.debugStreams() > streams) {
            violations.add("more is held on the server than is watched", figures::toString);
        }
        if (peopleMove && !rows.isEmpty()) {
            comeAndGo();
        }
    }

    /// True if it is live. `line` is the present connection's number, 0 when it can't be told.
    private boolean look(Watched watched, SocketState shown, SocketState state, boolean down, int line) {
        if (!(watched.row.quality() instanceof Quality.Live)) {
            return false;
        }
        String json = watched.row.value().orElseThrow().json();
        if (json.startsWith("\"late ")) {
            lateShown.add(json.substring(0, 12));
        }
        if (down) {
            violations.add("a value is shown live while the connection is not open",
                    () -> "pulse " + pulses + ": " + watched.key + ", shown " + shown + ", socket " + state);
        } else if (line > 0 && (watched.provenOn != line || !watched.proven.equals(json))) {
            if (delivered.on(line, watched.meta, json)) {
                Instant at = watched.row.changedAt().orElseThrow();
                if (shown instanceof SocketState.Open(Instant since) && at.isBefore(since)) {
                    sameAgain++;
                }
                watched.proven = json;
                watched.provenOn = line;
            } else {
                violations.add("a value of before the present connection is shown live",
                        () -> "pulse " + pulses + ": " + watched.key + " = " + watched.row.value().orElseThrow().shown()
                                + " of " + watched.row.changedAt() + ", shown " + shown + ", connection " + line);
            }
        }
        return true;
    }

    private void comeAndGo() {
        if (chance.nextInt(3) == 0) {
            int at = chance.nextInt(rows.size());
            StatusKey key = rows.get(at).key;
            rows.get(at).subscription.close();
            rows.set(at, new Watched(key));
        }
        if (visits.size() < MOST_VISITS) {
            visits.add(new Watched(rows.get(chance.nextInt(rows.size())).key));
            visited++;
        }
        visits.removeIf(visit -> {
            boolean over = pulses - visit.since > VISIT_PULSES;
            if (over) {
                visit.subscription.close();
            }
            return over;
        });
    }

    /// From now on nobody comes or goes.
    void settle() {
        peopleMove = false;
        visits.forEach(visit -> visit.subscription.close());
        visits.clear();
    }

    /// What is not as it should be at the end: not live, or not what the server holds.
    List<String> wrong() {
        return rows.stream().map(watched -> watched.row)
                .filter(row -> !(row.quality() instanceof Quality.Live)
                        || !server.holds(row.key(), row.value().orElseThrow().json()))
                .map(row -> row.key() + " is " + row.quality() + ": " + row.value().map(value -> value.shown())
                        + " and the server has " + server.value(row.key()))
                .limit(20).toList();
    }

    void leave() {
        rows.forEach(watched -> watched.subscription.close());
        rows.clear();
    }
}
