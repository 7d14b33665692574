package placewatch.simulator.building.driver;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One argument of a command.
///
/// @param schema  with `default` when it may be left out, even a null one
public record Parameter(String name, JsonNode schema) {

    static Parameter required(String name, JsonNode schema) {
        return new Parameter(name, schema);
    }

    static Parameter optional(String name, ObjectNode schema, @Nullable Object value) {
        schema.set("default", Json.of(value));
        return new Parameter(name, schema);
    }

    boolean mayBeLeftOut() {
        return schema.has("default");
    }
}
