package placewatch.simulator;

import java.time.Instant;
import java.util.Optional;

/// How a simulator is started.
///
/// @param host     address to listen on; loopback unless told otherwise
/// @param port     0 lets the operating system pick
/// @param systems  rooms in the building; 36 make the demo building, more make it grow
/// @param seed     repeats a building exactly
/// @param frozenAt when given, the building's clock stands at that moment and moves only by
///                 [Simulator#advance]; otherwise it follows the real one
public record SimulatorOptions(
        String host, int port, int systems, long seed, Dialect dialect, Optional<Instant> frozenAt) {

    /// The demo building on a port that the system picks.
    public static SimulatorOptions demo() {
        return new SimulatorOptions("127.0.0.1", 0, 36, 7, Dialect.CURRENT, Optional.empty());
    }

    public SimulatorOptions port(int newPort) {
        return new SimulatorOptions(host, newPort, systems, seed, dialect, frozenAt);
    }

    public SimulatorOptions systems(int newSystems) {
        return new SimulatorOptions(host, port, newSystems, seed, dialect, frozenAt);
    }

    public SimulatorOptions speaking(Dialect newDialect) {
        return new SimulatorOptions(host, port, systems, seed, newDialect, frozenAt);
    }

    public SimulatorOptions frozenAt(Instant moment) {
        return new SimulatorOptions(host, port, systems, seed, dialect, Optional.of(moment));
    }
}
