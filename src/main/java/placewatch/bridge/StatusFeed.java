package placewatch.bridge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import placewatch.history.Latest;
import placewatch.history.RecentChanges;
import placewatch.history.Tape;
import placewatch.history.Track;
import placewatch.model.StatusRow;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindListener;
import placewatch.socket.BindPhase;

/// Between a binding and its row, until the next pulse. Values that follow each other are merged into the latest and
/// a count; a phase between them is kept in its place, because a value from before a lost connection is not live
/// after it. So it holds one entry more than the binding had phases since the last pulse.
/// The end of the connection is brought to the row in the very next pulse.
/// Every change goes into the row's history, shown or not; plain ones are written to the connection's tape.
final class StatusFeed implements BindListener {

    private sealed interface Arrival { }

    private record Phase(BindPhase phase, Instant at) implements Arrival { }

    private record Values(String latest, Instant at, long count) implements Arrival { }

    private record Reread(String json, Instant at) implements Arrival { }

    private record Remapped(Instant at) implements Arrival { }

    private final StatusRow row;
    private final RecentChanges recent;
    private final Track track;
    private final Consumer<Track> onGone;
    private final InstantSource clock;
    private final Inbox.Lane lane;

    /// Holds what is below, so that what was written is in order with what was told.
    private final Tape lock;
    private final Deque<Arrival> arrivals = new ArrayDeque<>(2);
    private boolean left;
    // the values that came since the latest of the arrivals, but for those on the tape; no object for each of them
    private long count;
    private @Nullable Instant at;
    // the latest value that came from this module, but for those on the tape
    private @Nullable String latest;
    private boolean heardOnThisConnection;
    private boolean lost;

    /// @param onGone hears that nothing is written to the track any more; called under the tape's lock
    StatusFeed(StatusRow row, Tape tape, InstantSource clock, Inbox inbox, Consumer<Track> onGone) {
        this.row = row;
        this.onGone = onGone;
        this.clock = clock;
        recent = row.recent();
        track = tape.open(recent);
        lock = tape;
        lane = inbox.lane(this::drain);
    }

    @Override
    public Optional<Track> track() {
        return Optional.of(track);
    }

    @Override
    public void onLeft() {
        synchronized (lock) {
            onGone.accept(track);
            track.close();
        }
    }

    @Override
    public void onPhase(StatusKey key, BindPhase phase) {
        // a loss that is noticed after a long silence began with it
        Instant now = phase instanceof BindPhase.Disconnected(Optional<Instant> heardUntil)
                ? heardUntil.orElseGet(clock::instant) : clock.instant();
        synchronized (lock) {
            if (left) {
                return;
            }
            add(new Phase(phase, now));
            boolean down = phase instanceof BindPhase.Disconnected;
            if (down) {
                heardOnThisConnection = false;
            }
            if (down != lost && (lost || !recent.isEmpty())) {
                lost = down;
                recent.event(down ? RecentChanges.Event.CONNECTION_LOST : RecentChanges.Event.CONNECTION_BACK, now);
            }
        }
        switch (phase) {
            // what looks live on screen is so no more
            case BindPhase.Disconnected(var _) -> lane.touchedFirst();
            case BindPhase.Binding(), BindPhase.Live(), BindPhase.Refused(var _), BindPhase.Unanswered(var _) ->
                lane.touched();
        }
    }

    @Override
    public void onRemapped(StatusKey key, Instant at) {
        synchronized (lock) {
            if (left) {
                return;
            }
            add(new Remapped(at));
            latest = null;
            heardOnThisConnection = false;
            recent.remapped(at);
        }
        lane.touchedFirst();
    }

    @Override
    public void onValue(StatusKey key, String json, Instant when) {
        synchronized (lock) {
            if (left) {
                return;
            }
            takeWritten();
            if (heardOnThisConnection || !json.equals(latest)) {
                recent.value(json, when);
            } else {
                recent.toldAgain(json, when);
            }
            heardOnThisConnection = true;
            latest = json;
            at = when;
            if (count++ > 0) {
                // the lane waits already, or the drain is about to take this along
                return;
            }
        }
        lane.touched();
    }

    @Override
    public void onReread(StatusKey key, String json, Instant at) {
        synchronized (lock) {
            if (left) {
                return;
            }
            takeWritten();
            recent.reread(json);
            latest = json;
            if (count == 0) {
                add(new Reread(json, at));
            }
        }
        lane.touched();
    }

    private void add(Arrival next) {
        Arrival values = values();
        if (values != null) {
            arrivals.add(values);
        }
        arrivals.add(next);
    }

    /// The values that wait, as one arrival; null for none.
    private @Nullable Arrival values() {
        takeWritten();
        String json = latest;
        Instant when = at;
        if (count == 0 || json == null || when == null) {
            return null;
        }
        Values values = new Values(json, when, count);
        count = 0;
        return values;
    }

    /// Values that were written come after those that were told: whatever is told takes them first.
    private void takeWritten() {
        long written = track.take();
        if (written > 0) {
            Latest last = track.latest().orElseThrow();
            latest = last.json();
            at = last.at();
            count += written;
        }
    }

    /// The row is looked at no more: what still waits is not delivered.
    void leave() {
        synchronized (lock) {
            left = true;
            arrivals.clear();
            count = 0;
        }
    }

    private boolean drain(long until) {
        take().run();
        return true;
    }

    /// Takes what waits; on the JavaFX thread it is to be brought to the row, before anything that is taken later.
    Runnable take() {
        List<Arrival> taken;
        synchronized (lock) {
            if (left) {
                return () -> { };
            }
            Arrival values = values();
            if (arrivals.isEmpty()) {
                return values == null ? () -> { } : () -> bring(values);
            }
            if (values != null) {
                arrivals.add(values);
            }
            taken = List.copyOf(arrivals);
            arrivals.clear();
        }
        return () -> taken.forEach(this::bring);
    }

    private void bring(Arrival arrival) {
        switch (arrival) {
            case Phase(BindPhase phase, Instant when) -> row.phase(phase, when);
            case Reread(String right, Instant when) -> row.reread(right, when);
            case Remapped(Instant when) -> row.remapped(when);
            case Values(String last, Instant when, long several) -> row.arrived(last, when, several);
        }
    }
}
