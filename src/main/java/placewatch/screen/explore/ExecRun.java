package placewatch.screen.explore;

import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import placewatch.socket.ExecResult;

/// One call that was made from here: running until its result is there.
final class ExecRun {

    private final String function;
    private final String arguments;
    private final Instant startedAt;
    private final ReadOnlyObjectWrapper<@Nullable ExecResult> result = new ReadOnlyObjectWrapper<>();

    ExecRun(String function, String arguments, Instant startedAt) {
        this.function = function;
        this.arguments = arguments;
        this.startedAt = startedAt;
    }

    String function() {
        return function;
    }

    /// As they were sent: `"hdmi2", 3`.
    String arguments() {
        return arguments;
    }

    Instant startedAt() {
        return startedAt;
    }

    void result(ExecResult end) {
        result.set(end);
    }

    /// Null while it runs.
    ReadOnlyObjectProperty<@Nullable ExecResult> resultProperty() {
        return result.getReadOnlyProperty();
    }
}
