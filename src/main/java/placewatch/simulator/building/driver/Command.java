package placewatch.simulator.building.driver;

import java.util.List;
import placewatch.simulator.Role;
import tools.jackson.databind.JsonNode;

/// A function of a driver, with its code.
///
/// @param needs  the least role that may call it
/// @param <D>    the driver's code
public record Command<D>(String name, Role needs, List<Parameter> parameters, Body<D> body) {

    public Command {
        parameters = List.copyOf(parameters);
    }

    /// Checks the arguments of a call.
    ///
    /// @throws DriverError  where they won't do
    public Arguments check(List<JsonNode> given) {
        return Arguments.of(this, given);
    }

    /// What it does: gives its answer at once, later, or never; or throws a [DriverError].
    public interface Body<D> {
        void run(D driver, Arguments args, Answer answer);
    }

    /// Takes what a command returns, once.
    public interface Answer {
        void give(JsonNode value);
    }
}
