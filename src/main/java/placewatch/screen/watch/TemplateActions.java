package placewatch.screen.watch;

import java.util.List;
import java.util.function.Consumer;
import placewatch.protocol.StatusKey;
import placewatch.rest.ControlSystem;

/// Where a template leads to; who wires the screens says how. JavaFX thread.
///
/// @param open  shows a system in Explore
/// @param pin   puts variables into a watch table
/// @param chart draws variables
public record TemplateActions(
        Consumer<ControlSystem> open, Consumer<List<StatusKey>> pin, Consumer<List<StatusKey>> chart) {

    /// Leads nowhere.
    public static TemplateActions none() {
        return new TemplateActions(_ -> { }, _ -> { }, _ -> { });
    }
}
