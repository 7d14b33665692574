package placewatch.simulator.building.driver;

/// The code of a driver in one module, from the module's start to its stop.
public interface Behaviour {

    /// Publishes what is known at once and sets the timers.
    void begin();
}
