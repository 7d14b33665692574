package placewatch.screen.chart;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person where a file goes. JavaFX thread; returns once they have chosen.
public interface SaveAs {

    /// @param name   to begin with
    /// @param ending `png`
    /// @param what   what the ending stands for: `Picture`
    /// @return empty if they thought better of it
    Optional<Path> ask(String name, String ending, String what);
}
