package placewatch.bridge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import placewatch.model.StatusRow;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindListener;
import placewatch.socket.BindPhase;

/// Between a binding and its row, until the next pulse. Values that follow each other are merged into the latest and
/// a count; a phase between them is kept in its place, because a value from before a lost connection is not live
/// after it. So it holds one entry more than the binding had phases since the last pulse.
/// The end of the connection is brought to the row in the very next pulse.
final class StatusFeed implements BindListener {

    private sealed interface Arrival { }

    private record Phase(BindPhase phase, Instant at) implements Arrival { }

    private record Values(String latest, Instant at, long count) implements Arrival { }

    private record Reread(String json) implements Arrival { }

    private record Remapped(Instant at) implements Arrival { }

    private final StatusRow row;
    private final InstantSource clock;
    private final Inbox.Lane lane;
    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private boolean left;

    StatusFeed(StatusRow row, InstantSource clock, Inbox inbox) {
        this.row = row;
        this.clock = clock;
        lane = inbox.lane(this::drain);
    }

    @Override
    public void onPhase(StatusKey key, BindPhase phase) {
        synchronized (this) {
            arrivals.add(new Phase(phase, clock.instant()));
        }
        switch (phase) {
            // what looks live on screen is so no more
            case BindPhase.Disconnected() -> lane.touchedFirst();
            case BindPhase.Binding(), BindPhase.Live(), BindPhase.Refused(var _), BindPhase.Unanswered(var _) ->
                lane.touched();
        }
    }

    @Override
    public void onRemapped(StatusKey key, Instant at) {
        synchronized (this) {
            arrivals.add(new Remapped(at));
        }
        lane.touchedFirst();
    }

    @Override
    public void onValue(StatusKey key, String json, Instant at) {
        synchronized (this) {
            long before = arrivals.peekLast() instanceof Values ? ((Values) arrivals.removeLast()).count() : 0;
            arrivals.add(new Values(json, at, before + 1));
        }
        lane.touched();
    }

    @Override
    public void onReread(StatusKey key, String json, Instant at) {
        synchronized (this) {
            arrivals.add(arrivals.peekLast() instanceof Values
                    ? new Values(json, at, ((Values) arrivals.removeLast()).count()) : new Reread(json));
        }
        lane.touched();
    }

    /// The row is looked at no more: what still waits is not delivered.
    synchronized void leave() {
        left = true;
        arrivals.clear();
    }

    private boolean drain(long until) {
        Arrival[] due;
        synchronized (this) {
            due = left ? new Arrival[0] : arrivals.toArray(Arrival[]::new);
            arrivals.clear();
        }
        for (Arrival arrival : due) {
            switch (arrival) {
                case Phase(BindPhase phase, Instant at) -> row.phase(phase, at);
                case Reread(String json) -> row.reread(json);
                case Remapped(Instant at) -> row.remapped(at);
                case Values(String latest, Instant at, long count) -> row.arrived(latest, at, count);
            }
        }
        return true;
    }
}
