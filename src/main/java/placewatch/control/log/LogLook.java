package placewatch.control.log;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import placewatch.log.LogFilter;
import placewatch.log.LogSource;

/// How lines look on a sheet. JavaFX thread.
public final class LogLook {

    /// Which lines' module is told.
    public enum Modules {
        /// Each line's.
        SHOWN,
        /// None's: all are of one module.
        LEFT_OUT
    }

    private final Modules modules;
    private final Function<LogSource, Optional<Integer>> colours;
    private final LineLinks links;
    private final BooleanProperty ansi = new SimpleBooleanProperty(true);
    private final ObjectProperty<LogFilter> sought = new SimpleObjectProperty<>(LogFilter.EVERYTHING);

    /// @param colours of 8 colours the one that a module's lines have, from 0
    /// @param links   what words of a line lead to
    public LogLook(Modules modules, Function<LogSource, Optional<Integer>> colours, LineLinks links) {
        this.modules = modules;
        this.colours = colours;
        this.links = links;
    }

    Modules modules() {
        return modules;
    }

    Optional<Integer> colour(LogSource source) {
        return colours.apply(source);
    }

    LineLinks links() {
        return links;
    }

    /// Whether the colours that a message asks for are shown.
    public BooleanProperty ansiProperty() {
        return ansi;
    }

    /// What is being found: it is marked apart from what is filtered for.
    public ObjectProperty<LogFilter> soughtProperty() {
        return sought;
    }
}
