package placewatch.simulator.building;

import tools.jackson.databind.JsonNode;

/// Hears what happens in the building. Called on the building's thread, or on the thread that called `exec`, `start`
/// or `stop`; must return at once. Calls for one module come in order.
public interface BuildingListener {

    /// A status variable changed (never with the value it had); JSON null means that it was removed.
    default void statusChanged(DemoModule module, String key, JsonNode value) {
    }

    /// A module wrote a debug line; `level` is one of debug, info, notice, warn, error, fatal.
    default void logged(DemoModule module, String level, String text) {
    }

    /// The module list of a system changed, so that addresses may mean other modules.
    default void modulesChanged(DemoSystem system) {
    }

    /// A module that stood still runs again: its debug output reaches no one who watched it before.
    default void started(DemoModule module) {
    }
}
