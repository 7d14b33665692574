package placewatch.simulator.socket;

import java.util.Optional;
import placewatch.protocol.ModuleAddress;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.DemoModule;

/// The address in a request, as the client wrote it: it may name nothing.
record Target(String system, String module, int index) {

    Optional<DemoModule> in(Building building) {
        if (system.isBlank() || module.isBlank() || index < 1) {
            return Optional.empty();
        }
        return building.resolve(new ModuleAddress(system, module, index));
    }

    /// Modules such as `_TRIGGER_` are the server's own.
    boolean internal() {
        return module.startsWith("_");
    }
}
