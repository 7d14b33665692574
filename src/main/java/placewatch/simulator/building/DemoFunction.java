package placewatch.simulator.building;

import java.util.List;
import placewatch.simulator.Role;
import tools.jackson.databind.JsonNode;

/// A function of a driver, as its metadata describes it.
///
/// @param parameters  in the order of the arguments
/// @param needs       the least role that sees it and may call it
public record DemoFunction(String name, List<Parameter> parameters, Role needs) {

    /// One argument.
    ///
    /// @param schema  its JSON Schema with `title`, and `default` when it is optional
    public record Parameter(String name, JsonNode schema) { }
}
