package placewatch.model.log;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import placewatch.log.LogSource;
import placewatch.log.Severity;
import placewatch.protocol.ModuleAddress;
import placewatch.socket.DebugPhase;

/// One module's debug stream: whether it is wanted, how it stands, and what it brought. JavaFX thread.
public final class LogStream {

    private final String moduleId;
    private final String systemName;
    private final int place;
    private final StreamTally tally = new StreamTally();
    private final ReadOnlyObjectWrapper<ModuleAddress> address;
    private final ReadOnlyObjectWrapper<DebugPhase> phase = new ReadOnlyObjectWrapper<>(new DebugPhase.Disconnected());
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
    private final BooleanProperty muted = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper rate = new ReadOnlyLongWrapper();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

    /// @param systemName what people call the module's system
    /// @param place      which of the streams it is, from 0: by that it gets its colour
    public LogStream(ModuleAddress address, String moduleId, String systemName, int place) {
        this.address = new ReadOnlyObjectWrapper<>(address);
        this.moduleId = moduleId;
        this.systemName = systemName;
        this.place = place;
    }

    public String moduleId() {
        return moduleId;
    }

    public String systemName() {
        return systemName;
    }

    public int place() {
        return place;
    }

    /// Counts what comes, on the thread on which it comes.
    public StreamTally tally() {
        return tally;
    }

    /// Whose its lines are from now on.
    public LogSource source() {
        return LogSource.of(address.get(), moduleId, systemName);
    }

    /// Where the module is now, or was last.
    public ReadOnlyObjectProperty<ModuleAddress> addressProperty() {
        return address.getReadOnlyProperty();
    }

    public void address(ModuleAddress now) {
        address.set(now);
    }

    public ReadOnlyObjectProperty<DebugPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public void phase(DebugPhase now) {
        phase.set(now);
    }

    /// Whether it is wanted; how it stands is the phase.
    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    public void on(boolean wanted) {
        on.set(wanted);
    }

    /// Whether the module is not in its system any more.
    public ReadOnlyBooleanProperty goneProperty() {
        return gone.getReadOnlyProperty();
    }

    public void gone(boolean is) {
        gone.set(is);
    }

    /// Whether its lines are hidden in the console of all streams. They are kept all the same.
    public BooleanProperty mutedProperty() {
        return muted;
    }

    /// Lines that came, as counted last.
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// Lines in the last second.
    public ReadOnlyLongProperty rateProperty() {
        return rate.getReadOnlyProperty();
    }

    /// Lines of that severity that came, as counted last.
    public long count(Severity severity) {
        return counts.getOrDefault(severity, 0L);
    }

    /// Shows what was counted, once a second.
    public void tick() {
        for (Severity severity : Severity.values()) {
            counts.put(severity, tally.of(severity));
        }
        long now = counts.values().stream().mapToLong(Long::longValue).sum();
        rate.set(now - total.get());
        total.set(now);
    }
}
