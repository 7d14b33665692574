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

    /// @param since when it came to be so, if that was seen from here
    record Health(Condition condition, Optional<Instant> since) { }

    private final ModuleAddress address;
    private final StatusRow connected;
    private final ReadOnlyObjectWrapper<Module> module;
    private final ReadOnlyObjectWrapper<Health> health = new ReadOnlyObjectWrapper<>();

    ModuleRow(Addressed addressed) {
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
            health.set(new Health(Condition.STOPPED, Optional.empty()));
            return;
        }
        if (now.kind() == Module.Kind.LOGIC) {
            health.set(new Health(Condition.LOGIC, Optional.empty()));
            return;
        }
        boolean live = connected.quality() instanceof Quality.Live;
        boolean up = live ? connected.value().map(value -> value.json().equals("true")).orElse(now.connected())
                : now.connected();
        // the first value tells how it is, not since when
        Optional<Instant> since = live && connected.changeSeen()
                ? connected.changedAt() : Optional.empty();
        health.set(new Health(up ? Condition.CONNECTED : Condition.OFFLINE, since));
    }
}
