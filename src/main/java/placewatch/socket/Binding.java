package placewatch.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.Inbound;
import placewatch.protocol.Outbound;
import placewatch.protocol.ServerError;
import placewatch.protocol.StatusKey;

/// One watched variable: who watches it, how far its bind is, and its latest value, as the server sends that only
/// once. Confined to turns.
final class Binding implements Lease.Holder {

    /// The latest value; `doubtful` if its dialect was not known when it came.
    private record Latest(String json, Instant at, boolean doubtful) { }

    private final StatusKey key;
    private final Consumer<Binding> onOver;
    private final List<Seat<BindListener>> seats = new ArrayList<>();
    private BindPhase phase;
    private @Nullable Latest latest;

    Binding(StatusKey key, BindPhase phase, Consumer<Binding> onOver) {
        this.key = key;
        this.phase = phase;
        this.onOver = onOver;
    }

    StatusKey key() {
        return key;
    }

    /// A listener comes: it is told at once what the others know.
    void join(Seat<BindListener> seat) {
        seats.add(seat);
        seat.tell(listener -> listener.onPhase(key, phase));
        Latest known = latest;
        if (known != null) {
            seat.tell(listener -> listener.onValue(key, known.json, known.at));
        }
    }

    void leave(Seat<BindListener> seat) {
        seats.remove(seat);
    }

    void enter(BindPhase next) {
        if (next instanceof BindPhase.Disconnected) {
            // who comes later must not take an old connection's value for a new one's
            latest = null;
        }
        if (!next.equals(phase)) {
            phase = next;
            tell(listener -> listener.onPhase(key, next));
        }
    }

    /// What was told before was of another module.
    void remapped(Instant at, boolean up) {
        latest = null;
        tell(listener -> listener.onRemapped(key, at));
        if (up) {
            enter(new BindPhase.Binding());
        }
    }

    /// A value came, perhaps before the answer to its bind: either proves that the bind holds. If it is not current,
    /// it is of a bind that is being left: whoever came meanwhile is told what the next bind brings.
    void value(DialectDetector.Reading value, Instant at, boolean current) {
        if (!current) {
            return;
        }
        latest = new Latest(value.json(), at, value.doubtful());
        enter(new BindPhase.Live());
        tell(listener -> listener.onValue(key, value.json(), at));
    }

    /// It has been found out how values are written: a value that was in doubt is told again if it was misread.
    void dialectKnown(DialectDetector dialect) {
        Latest known = latest;
        if (known == null || !known.doubtful) {
            return;
        }
        String json = dialect.dialect() == SocketOptions.Dialect.STRINGIFIED
                ? dialect.unwrapped(known.json) : known.json;
        latest = new Latest(json, known.at, false);
        if (!json.equals(known.json)) {
            tell(listener -> listener.onReread(key, json, known.at));
        }
    }

    @Override
    public boolean wanted() {
        return !seats.isEmpty();
    }

    @Override
    public Outbound asking(long id) {
        return new Outbound.Bind(id, key);
    }

    @Override
    public Outbound leaving(long id) {
        return new Outbound.Unbind(id, key);
    }

    @Override
    public void letGo() {
        // from now on it may change without our hearing of it
        latest = null;
        enter(new BindPhase.Binding());
    }

    @Override
    public void granted(Inbound.Success success) {
        enter(new BindPhase.Live());
    }

    @Override
    public boolean refused(ServerError error) {
        enter(new BindPhase.Refused(error));
        return false;
    }

    @Override
    public void unanswered(Duration waited) {
        if (!(phase instanceof BindPhase.Live)) {
            enter(new BindPhase.Unanswered(waited));
        }
    }

    @Override
    public void over() {
        onOver.accept(this);
    }

    private void tell(Consumer<BindListener> news) {
        List.copyOf(seats).forEach(seat -> seat.tell(news));
    }
}
