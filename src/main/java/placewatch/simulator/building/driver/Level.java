package placewatch.simulator.building.driver;

import java.util.Locale;

/// How grave a debug line is.
public enum Level {
    DEBUG, INFO, NOTICE, WARN, ERROR, FATAL;

    /// As on the wire: `warn`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
