package placewatch.simulator;

import java.net.URI;
import java.time.Duration;
import placewatch.simulator.building.Building;

/// A running look-alike of a PlaceOS server. Every method may be called on any thread.
public final class Simulator implements AutoCloseable {

    private Simulator() {
    }

    /// Starts listening; returns once the port is open.
    public static Simulator start(SimulatorOptions options) {
        throw new UnsupportedOperationException();
    }

    /// `http://127.0.0.1:PORT`.
    public URI address() {
        throw new UnsupportedOperationException();
    }

    /// The API key of that role.
    public String key(Role role) {
        throw new UnsupportedOperationException();
    }

    public Building building() {
        throw new UnsupportedOperationException();
    }

    public SimulatorFigures figures() {
        throw new UnsupportedOperationException();
    }

    /// Moves the clock of a building that was started frozen, running everything that falls due on the way.
    public void advance(Duration time) {
        throw new UnsupportedOperationException();
    }

    /// Cuts every open connection without a close frame, as a network would; keeps listening.
    public void dropConnections() {
        throw new UnsupportedOperationException();
    }

    /// Ends it at once; leaves no thread.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
