package placewatch.settings;

import java.util.List;
import java.util.Optional;

/// The charts of one server as a restart brings them back, without their points. Immutable.
///
/// @param chosen the number of the one on screen; 0 if there is none
public record Charts(List<Chart> charts, int chosen) {

    /// Series that a chart may have.
    public static final int MOST_SERIES = 8;

    /// Which axis a series is read on: the one that its unit says, or one that the person chose.
    public enum Axis { BY_UNIT, LEFT, RIGHT }

    /// How numbers are drawn: each holds until the next, or straight from one to the next.
    public enum Lines { STEPS, STRAIGHT }

    /// One chart.
    ///
    /// @param name  what the person calls it
    /// @param range which stretch of time it follows; a name that a newer version may have added is taken for the usual
    public record Chart(String name, String range, Lines lines, List<Series> series) {

        public Chart {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a chart needs a name");
            }
            series = List.copyOf(series);
            if (series.size() > MOST_SERIES) {
                throw new IllegalArgumentException("chart “" + name + "” can't have " + series.size() + " series");
            }
        }
    }

    /// One variable in a chart.
    ///
    /// @param system id of the system
    /// @param module name of the module
    /// @param index  of the module among those of its name, from 1
    /// @param name   of the variable
    public record Series(String system, String module, int index, String name, boolean hidden, Axis axis) {

        public Series {
            if (system.isBlank() || module.isBlank() || name.isBlank()) {
                throw new IllegalArgumentException("a series needs a system, a module and a variable");
            }
            if (index < 1) {
                throw new IllegalArgumentException("a module's index starts at 1, not " + index);
            }
        }
    }

    public Charts {
        charts = List.copyOf(charts);
        if (chosen < 0 || chosen > Math.max(0, charts.size() - 1)) {
            throw new IllegalArgumentException("there is no chart " + chosen + " among " + charts.size());
        }
    }

    /// Before there was any.
    public static Charts none() {
        return new Charts(List.of(), 0);
    }

    /// The one on screen.
    public Optional<Chart> onScreen() {
        return charts.isEmpty() ? Optional.empty() : Optional.of(charts.get(chosen));
    }
}
