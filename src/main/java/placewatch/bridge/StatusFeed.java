package placewatch.bridge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import placewatch.model.RecentChanges;
import placewatch.model.StatusRow;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindListener;
import placewatch.socket.BindPhase;

/// Between a binding and its row, until the next pulse. Values that follow each other are merged into the latest and
/// a count; a phase between them is kept in its place, because a value from before a lost connection is not live
/// after it. So it holds one entry more than the binding had phases since the last pulse.
/// The end of the connection is brought to the row in the very next pulse.
/// Every change goes into the row's history the moment it arrives, shown or not.
final class StatusFeed implements BindListener {

    private sealed interface Arrival { }

    private record Phase(BindPhase phase, Instant at) implements Arrival { }

    private record Values(String latest, Instant at, long count) implements Arrival { }

    private record Reread(String json, Instant at) implements Arrival { }

    private record Remapped(Instant at) implements Arrival { }

    private final StatusRow row;

    /// Its lock holds what is below too: a value takes one lock, not two.
    private final RecentChanges recent;
    private final InstantSource clock;
    private final Inbox.Lane lane;
    private final Deque<Arrival> arrivals = new ArrayDeque<>(2);
    private boolean left;
    // the values that came since the latest of the arrivals, if any; no object for each of them
    private long count;
    // the moment of it as numbers: a million times a second the collector would have to be told of an object
    private long second;
    private int nano;
    // the latest value that ever came from this module
    private @Nullable String latest;
    private boolean heardOnThisConnection;
    private boolean lost;

    StatusFeed(StatusRow row, InstantSource clock, Inbox inbox) {
        this.row = row;
        this.clock = clock;
        recent = row.recent();
        lane = inbox.lane(this::drain);
    }

    @Override
    public void onPhase(StatusKey key, BindPhase phase) {
        // a loss that is noticed after a long silence began with it
        Instant now = phase instanceof BindPhase.Disconnected(Optional<Instant> heardUntil)
                ? heardUntil.orElseGet(clock::instant) : clock.instant();
        synchronized (recent) {
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
        synchronized (recent) {
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
    public void onValue(StatusKey key, String json, Instant at) {
        synchronized (recent) {
            if (left) {
                return;
            }
            if (heardOnThisConnection || !json.equals(latest)) {
                recent.value(json, at);
            } else {
                recent.toldAgain(json, at);
            }
            heardOnThisConnection = true;
            latest = json;
            second = at.getEpochSecond();
            nano = at.getNano();
            if (count++ > 0) {
                // the lane waits already, or the drain is about to take this along
                return;
            }
        }
        lane.touched();
    }

    @Override
    public void onReread(StatusKey key, String json, Instant at) {
        synchronized (recent) {
            if (left) {
                return;
            }
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
        String json = latest;
        if (count == 0 || json == null) {
            return null;
        }
        Values values = new Values(json, Instant.ofEpochSecond(second, nano), count);
        count = 0;
        return values;
    }

    /// The row is looked at no more: what still waits is not delivered.
    void leave() {
        synchronized (recent) {
            left = true;
            arrivals.clear();
            count = 0;
        }
    }

    private boolean drain(long until) {
        Arrival[] before = { };
        String json;
        Instant when;
        long merged;
        synchronized (recent) {
            if (!arrivals.isEmpty()) {
                before = arrivals.toArray(Arrival[]::new);
                arrivals.clear();
            }
            json = latest;
            when = Instant.ofEpochSecond(second, nano);
            merged = count;
            count = 0;
        }
        for (Arrival arrival : before) {
            switch (arrival) {
                case Phase(BindPhase phase, Instant at) -> row.phase(phase, at);
                case Reread(String right, Instant at) -> row.reread(right, at);
                case Remapped(Instant at) -> row.remapped(at);
                case Values(String last, Instant at, long several) -> row.arrived(last, at, several);
            }
        }
        if (merged > 0 && json != null) {
            row.arrived(json, when, merged);
        }
        return true;
    }
}
