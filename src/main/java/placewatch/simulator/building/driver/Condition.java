package placewatch.simulator.building.driver;

/// How a module is found when its room is first looked into.
public enum Condition {
    SOUND,
    /// Its device does not answer; it comes back later.
    OFFLINE,
    /// Its device answers, and reports a fault.
    FAULTY,
    /// Somebody stopped the module.
    STOPPED
}
