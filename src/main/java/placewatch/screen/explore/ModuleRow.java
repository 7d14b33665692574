package placewatch.screen.explore;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.rest.Module;
import placewatch.rest.SystemDetail.Addressed;

/// One module in a system's list, with how it fares right now: `running` from REST, `connected` from its own live
/// status variable of that name as soon as there is one.
final class ModuleRow {

    /// How a module fares, in the words of the screen.
    enum Condition { CONNECTED, OFFLINE, STOPPED, LOGIC }

    /// @param since   when it came to be so, if that was seen from here
    /// @param current whether it holds now; without a connection it is only how things were
    record Health(Condition condition, Optional<Instant> since, boolean current) { }

    private final ModuleAddress address;
    private final StatusRow connected;
    private final ReadOnlyObjectWrapper<Module> module;
    private final ReadOnlyObjectWrapper<Health> health = new ReadOnlyObjectWrapper<>();
    private boolean online;

    /// @param online whether there is a connection now
    ModuleRow(Addressed addressed, boolean online) {
        this.online = online;
        address = addressed.address();
        module = new ReadOnlyObjectWrapper<>(addressed.module());
        connected = new StatusRow(new StatusKey(address, "connected"));
        connected.valueProperty().addListener(_ -> judge());
        connected.qualityProperty().addListener(_ -> judge());
        judge();
    }

    ModuleAddress address() {
        return address;
    }

    Module module() {
        return module.get();
    }

    /// What the server says of it now.
    ReadOnlyObjectProperty<Module> moduleProperty() {
        return module.getReadOnlyProperty();
    }

    void module(Module latest) {
        module.set(latest);
        judge();
    }

    /// Whether what REST tells of it is known to hold now.
    void online(boolean now) {
        online = now;
        judge();
    }

    /// Its `connected` variable, to be watched while the row is on screen.
    StatusRow connected() {
        return connected;
    }

    ReadOnlyObjectProperty<Health> healthProperty() {
        return health.getReadOnlyProperty();
    }

    private void judge() {
        Module now = module.get();
        if (!now.running()) {
            health.set(new Health(Condition.STOPPED, Optional.empty(), online));
            return;
        }
        if (now.kind() == Module.Kind.LOGIC) {
            health.set(new Health(Condition.LOGIC, Optional.empty(), online));
            return;
        }
        boolean heard = connected.quality() instanceof Quality.Live || connected.quality() instanceof Quality.LastKnown;
        boolean up = connected.value().filter(_ -> heard).map(value -> switch (value.json()) {
            case "true" -> true;
            case "false" -> false;
            default -> now.connected();
        }).orElse(now.connected());
        // the first value tells how it is, not since when
        Optional<Instant> since = heard && connected.changeSeen() ? connected.changedAt() : Optional.empty();
        boolean current = online && !(connected.quality() instanceof Quality.LastKnown);
        health.set(new Health(up ? Condition.CONNECTED : Condition.OFFLINE, since, current));
    }
}
