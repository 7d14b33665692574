package placewatch.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import placewatch.history.RecentChanges;
import placewatch.protocol.ErrorCode;
import placewatch.protocol.ServerError;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindPhase;

/// One status variable on screen: its value, how often and when it changed, and how far it can be trusted.
/// The same row serves every table that shows the variable. JavaFX thread, but for [#recent].
public sealed class StatusRow permits StatusGroup {

    private static final Quality LIVE = new Quality.Live();
    private static final Quality NOT_LISTED =
            new Quality.Missing(new ServerError(ErrorCode.MODULE_NOT_FOUND.number(), ""));
    private static final Runnable[] NOBODY = { };

    private final StatusKey key;
    private final RecentChanges recent = new RecentChanges();
    private final Trace trace = new Trace();
    private final ReadOnlyObjectWrapper<@Nullable StatusValue> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Instant> changedAt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> remappedAt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Quality> quality = new ReadOnlyObjectWrapper<>(new Quality.Binding());

    private BindPhase phase = new BindPhase.Binding();
    private @Nullable Instant knownUntil;
    private boolean heardOnThisConnection;
    private boolean changeSeen;
    private boolean running = true;
    private boolean listed = true;
    private Runnable[] touched = NOBODY;

    public StatusRow(StatusKey key) {
        this.key = key;
    }

    public StatusKey key() {
        return key;
    }

    /// Every change that arrived lately, shown or not. Written by whoever hears of them first; the module's stops and
    /// starts are added here.
    public RecentChanges recent() {
        return recent;
    }

    /// How the last minutes went.
    public Trace trace() {
        return trace;
    }

    /// The binding moved on, at that moment.
    public void phase(BindPhase now, Instant at) {
        phase = now;
        if (now instanceof BindPhase.Disconnected) {
            if (heardOnThisConnection) {
                heardOnThisConnection = false;
                knownUntil = at;
            }
            trace.stop(at.getEpochSecond());
        }
        judgeAgain();
    }

    /// `count` values arrived since the last call, of which this is the latest.
    public void arrived(String json, Instant at, long count) {
        // bound again, the server sends the present value: the one we had is no change
        boolean same = !heardOnThisConnection && count == 1
                && value().filter(last -> last.json().equals(json)).isPresent();
        StatusValue.Kind kind;
        if (same) {
            kind = value().orElseThrow().kind();
        } else {
            // what the first value of a connection differs in may have changed at any time before
            changeSeen = heardOnThisConnection || count > 1;
            StatusValue next = StatusValue.of(json);
            kind = next.kind();
            changes.set(changes.get() + count);
            changedAt.set(at);
            value.set(next);
        }
        heardOnThisConnection = true;
        if (running && listed) {
            trace.value(kind, json, at.getEpochSecond());
        }
        judgeAgain();
    }

    /// The address means another module since that moment: value, count and times of the one before go, and the next
    /// value begins anew.
    public void remapped(Instant at) {
        remappedAt.set(at);
        knownUntil = null;
        heardOnThisConnection = false;
        changeSeen = false;
        trace.clear();
        changes.set(0);
        changedAt.set(null);
        value.set(null);
        judgeAgain();
    }

    /// The latest value was misread and is this; nothing arrived.
    public void reread(String json, Instant at) {
        StatusValue right = StatusValue.of(json);
        value.set(right);
        if (running && heardOnThisConnection) {
            trace.value(right.kind(), json, at.getEpochSecond());
        }
        tell();
    }

    /// The module is known to run, or not, since about that moment.
    public void running(boolean now, Instant at) {
        if (running != now) {
            running = now;
            if (!recent.isEmpty()) {
                recent.event(now ? RecentChanges.Event.MODULE_STARTED : RecentChanges.Event.MODULE_STOPPED, at);
            }
            if (!now) {
                trace.stop(at.getEpochSecond());
            } else if (heardOnThisConnection) {
                value().ifPresent(stands -> trace.value(stands.kind(), stands.json(), at.getEpochSecond()));
            }
            judgeAgain();
        }
    }

    /// The module is known to be in its system's list, or not, since about that moment. The server takes a bind for a
    /// module that is not there, and says nothing.
    public void listed(boolean now, Instant at) {
        if (listed != now) {
            listed = now;
            if (!now) {
                trace.stop(at.getEpochSecond());
            } else if (heardOnThisConnection) {
                value().ifPresent(stands -> trace.value(stands.kind(), stands.json(), at.getEpochSecond()));
            }
            judgeAgain();
        }
    }

    /// Runs `task` after everything that moves, until the subscription is closed. It runs a hundred thousand times a
    /// second: it notes that something moved and no more.
    public Subscription onTouched(Runnable task) {
        Runnable[] more = Arrays.copyOf(touched, touched.length + 1);
        more[touched.length] = task;
        touched = more;
        return () -> touched = Arrays.stream(touched).filter(each -> each != task).toArray(Runnable[]::new);
    }

    private void tell() {
        for (Runnable task : touched) {
            task.run();
        }
    }

    public ReadOnlyObjectProperty<@Nullable StatusValue> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /// Whether the time of [#changedAt] is that of a change: the first value that a connection brings only says how it
    /// is, and has been so for an unknown time.
    public boolean changeSeen() {
        return changeSeen;
    }

    /// Values received, the first included; the same value sent again after a reconnect is not counted.
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Instant> changedAtProperty() {
        return changedAt.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Quality> qualityProperty() {
        return quality.getReadOnlyProperty();
    }

    /// Since when the address means another module than it did when the row was made; null when it still means that
    /// one.
    public ReadOnlyObjectProperty<@Nullable Instant> remappedAtProperty() {
        return remappedAt.getReadOnlyProperty();
    }

    /// Empty before the first value.
    public Optional<StatusValue> value() {
        return Optional.ofNullable(value.get());
    }

    /// Empty before the first value.
    public Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt.get());
    }

    public long changes() {
        return changes.get();
    }

    public Quality quality() {
        return quality.get();
    }

    private void judgeAgain() {
        Quality next = judge();
        if (next != quality.get() && !next.equals(quality.get())) {
            quality.set(next);
        }
        tell();
    }

    /// The server says that there is no such thing, which is more than that it is stopped.
    private boolean missing() {
        return phase instanceof BindPhase.Refused(var error) && (error.number() == 5 || error.number() == 6);
    }

    private Quality judge() {
        if (!listed && !(phase instanceof BindPhase.Disconnected) && !missing()) {
            return NOT_LISTED;
        }
        if (!running && !(phase instanceof BindPhase.Disconnected) && !missing()) {
            return new Quality.ModuleStopped();
        }
        if (heardOnThisConnection && (phase instanceof BindPhase.Live || phase instanceof BindPhase.Binding)) {
            return LIVE;
        }
        Optional<Instant> last = changedAt().map(changed -> knownUntil == null ? changed : knownUntil);
        return switch (phase) {
            case BindPhase.Binding() -> last
                    .<Quality>map(at -> new Quality.LastKnown(at, Quality.Cause.BINDING_AGAIN))
                    .orElseGet(Quality.Binding::new);
            case BindPhase.Live() -> last
                    .<Quality>map(at -> new Quality.LastKnown(at, Quality.Cause.NOT_SENT_AGAIN))
                    .orElseGet(Quality.NoValueYet::new);
            case BindPhase.Refused(var error) -> missing() ? new Quality.Missing(error)
                    : last.<Quality>map(at -> new Quality.LastKnown(at, Quality.Cause.BIND_REFUSED))
                            .orElseGet(() -> new Quality.Refused(error));
            case BindPhase.Unanswered(var _) -> last
                    .<Quality>map(at -> new Quality.LastKnown(at, Quality.Cause.NO_ANSWER))
                    .orElseGet(Quality.Unanswered::new);
            case BindPhase.Disconnected(var _) -> last
                    .<Quality>map(at -> new Quality.LastKnown(at, Quality.Cause.DISCONNECTED))
                    .orElseGet(Quality.NotConnected::new);
        };
    }
}
