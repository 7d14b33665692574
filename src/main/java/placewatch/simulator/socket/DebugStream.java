package placewatch.simulator.socket;

import java.util.function.Consumer;

/// One client's watch of one module's debug output.
///
/// @param moduleId  what it watches; an id that names no module is watched in vain
/// @param deliver   takes each line; must return at once
record DebugStream(String moduleId, Consumer<DebugText> deliver) {

    /// Streams are told apart by who they are, not by what they hold.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
