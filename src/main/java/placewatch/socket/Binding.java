package placewatch.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import placewatch.history.Track;
import placewatch.protocol.Inbound;
import placewatch.protocol.Outbound;
import placewatch.protocol.ServerError;
import placewatch.protocol.StatusKey;

/// One watched variable: who watches it, how far its bind is, and its latest value, as the server sends that only
/// once. Confined to turns.
final class Binding implements Lease.Holder {

    private final StatusKey key;
    private final Consumer<Binding> onOver;
    private final Consumer<Binding> onTold;
    /// Who came first, and the rest: most variables are watched by one, and each step to another object is a wait for
    /// memory when there are ten thousand.
    private @Nullable Seat<BindListener> first;
    private List<Seat<BindListener>> others = List.of();
    private BindPhase phase;
    private boolean current;
    private @Nullable String latest;
    private boolean doubtful;
    // the moment of the latest as numbers: a million times a second the collector would have to be told of an object
    private long latestSecond;
    private int latestNano;
    // where plain values are written, while they are; and how many had been before
    private @Nullable Track writtenTo;
    private long writtenBefore;

    /// @param onTold plain values are not written any more, but told
    Binding(StatusKey key, BindPhase phase, Consumer<Binding> onTold, Consumer<Binding> onOver) {
        this.key = key;
        this.phase = phase;
        this.onTold = onTold;
        this.onOver = onOver;
    }

    StatusKey key() {
        return key;
    }

    /// Where plain values may be written from now on, until `onTold` is called; empty if they are to be told.
    Optional<Track> write() {
        Seat<BindListener> only = first;
        if (only == null || !others.isEmpty() || !current || !(phase instanceof BindPhase.Live)) {
            return Optional.empty();
        }
        Optional<Track> track = only.listener().track();
        track.ifPresent(to -> {
            writtenTo = to;
            writtenBefore = to.told();
        });
        return track;
    }

    /// From now on values are told. The latest may have been written.
    private void tellAgain() {
        Track from = writtenTo;
        if (from != null) {
            writtenTo = null;
            onTold.accept(this);
            if (from.told() > writtenBefore) {
                from.latest().ifPresent(known -> latest(known.json(), false, known.at()));
            }
        }
    }

    private void latest(String json, boolean isDoubtful, Instant at) {
        latest = json;
        doubtful = isDoubtful;
        latestSecond = at.getEpochSecond();
        latestNano = at.getNano();
    }

    /// A listener comes: it is told at once what the others know.
    void join(Seat<BindListener> seat) {
        tellAgain();
        seats(Stream.concat(seats(), Stream.of(seat)).toList());
        seat.tell(listener -> listener.onPhase(key, phase));
        String known = latest;
        Instant at = latestAt();
        if (known != null) {
            seat.tell(listener -> listener.onValue(key, known, at));
        }
    }

    void leave(Seat<BindListener> seat) {
        tellAgain();
        seats(seats().filter(other -> other != seat).toList());
    }

    private Stream<Seat<BindListener>> seats() {
        return Stream.concat(Stream.ofNullable(first), others.stream());
    }

    private void seats(List<Seat<BindListener>> all) {
        first = all.isEmpty() ? null : all.getFirst();
        others = all.isEmpty() ? List.of() : List.copyOf(all.subList(1, all.size()));
    }

    void enter(BindPhase next) {
        tellAgain();
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
        tellAgain();
        latest = null;
        tell(listener -> listener.onRemapped(key, at));
        if (up) {
            enter(new BindPhase.Binding());
        }
    }

    /// A value came, perhaps before the answer to its bind: either proves that the bind holds. If it is not current,
    /// it is of a bind that is being left: whoever came meanwhile is told what the next bind brings.
    void value(DialectDetector.Reading value, Instant at) {
        if (!current) {
            return;
        }
        tellAgain();
        String json = value.json();
        latest(json, value.doubtful(), at);
        if (!(phase instanceof BindPhase.Live)) {
            enter(new BindPhase.Live());
        }
        tell(listener -> listener.onValue(key, json, at));
    }

    private Instant latestAt() {
        return Instant.ofEpochSecond(latestSecond, latestNano);
    }

    /// Whether it waits in vain for the answer to its bind, so that a value would prove it.
    boolean isUnproven() {
        return phase instanceof BindPhase.Unanswered;
    }

    /// It has been found out how values are written: a value that was in doubt is told again if it was misread.
    void dialectKnown(DialectDetector dialect) {
        String known = latest;
        if (known == null || !doubtful) {
            return;
        }
        String json = dialect.dialect() == SocketOptions.Dialect.STRINGIFIED ? dialect.unwrapped(known) : known;
        Instant at = latestAt();
        latest = json;
        doubtful = false;
        if (!json.equals(known)) {
            tell(listener -> listener.onReread(key, json, at));
        }
    }

    @Override
    public void current(boolean now) {
        tellAgain();
        current = now;
    }

    @Override
    public boolean wanted() {
        return first != null;
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
        tellAgain();
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
        Seat<BindListener> eldest = first;
        List<Seat<BindListener>> rest = others;
        if (eldest != null) {
            eldest.tell(news);
        }
        for (int i = 0; i < rest.size(); i++) {
            rest.get(i).tell(news);
        }
    }
}
