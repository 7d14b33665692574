package placewatch.model;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindPhase;

/// One status variable on screen: its value, how often and when it changed, and how far it can be trusted.
/// The same row serves every table that shows the variable.
public final class StatusRow {

    private final StatusKey key;
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

    public StatusRow(StatusKey key) {
        this.key = key;
    }

    public StatusKey key() {
        return key;
    }

    /// The binding moved on, at that moment.
    public void phase(BindPhase now, Instant at) {
        phase = now;
        if (now instanceof BindPhase.Disconnected && heardOnThisConnection) {
            heardOnThisConnection = false;
            knownUntil = at;
        }
        quality.set(judge());
    }

    /// `count` values arrived since the last call, of which this is the latest.
    public void arrived(String json, Instant at, long count) {
        // bound again, the server sends the present value: the one we had is no change
        boolean same = !heardOnThisConnection && count == 1
                && value().filter(last -> last.json().equals(json)).isPresent();
        if (!same) {
            // what the first value of a connection differs in may have changed at any time before
            changeSeen = heardOnThisConnection || count > 1;
            changes.set(changes.get() + count);
            changedAt.set(at);
            value.set(StatusValue.of(json));
        }
        heardOnThisConnection = true;
        quality.set(judge());
    }

    /// The address means another module since that moment: value, count and times of the one before go, and the next
    /// value begins anew.
    public void remapped(Instant at) {
        remappedAt.set(at);
        knownUntil = null;
        heardOnThisConnection = false;
        changeSeen = false;
        changes.set(0);
        changedAt.set(null);
        value.set(null);
        quality.set(judge());
    }

    /// The latest value was misread and is this; nothing arrived.
    public void reread(String json) {
        value.set(StatusValue.of(json));
    }

    /// The module was started or stopped.
    public void running(boolean now) {
        if (running != now) {
            running = now;
            quality.set(judge());
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

    public Quality quality() {
        return quality.get();
    }

    private Quality judge() {
        Optional<Instant> last = changedAt().map(changed -> knownUntil == null ? changed : knownUntil);
        if (!running && !(phase instanceof BindPhase.Disconnected)) {
            return new Quality.ModuleStopped();
        }
        return switch (phase) {
            case BindPhase.Binding() -> heardOnThisConnection ? new Quality.Live()
                    : last.<Quality>map(at -> new Quality.LastKnown(at, Quality.Cause.BINDING_AGAIN))
                            .orElseGet(Quality.Binding::new);
            case BindPhase.Live() -> heardOnThisConnection ? new Quality.Live()
                    : last.<Quality>map(at -> new Quality.LastKnown(at, Quality.Cause.NOT_SENT_AGAIN))
                            .orElseGet(Quality.NoValueYet::new);
            case BindPhase.Refused(var error) -> switch (error.number()) {
                case 5, 6 -> new Quality.Missing(error);
                default -> last.<Quality>map(at -> new Quality.LastKnown(at, Quality.Cause.BIND_REFUSED))
                        .orElseGet(() -> new Quality.Refused(error));
            };
            case BindPhase.Unanswered(var _) -> last
                    .<Quality>map(at -> new Quality.LastKnown(at, Quality.Cause.NO_ANSWER))
                    .orElseGet(Quality.Unanswered::new);
            case BindPhase.Disconnected() -> last
                    .<Quality>map(at -> new Quality.LastKnown(at, Quality.Cause.DISCONNECTED))
                    .orElseGet(Quality.NotConnected::new);
        };
    }
}
