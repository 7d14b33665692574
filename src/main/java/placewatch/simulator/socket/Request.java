package placewatch.simulator.socket;

import java.util.List;
import placewatch.simulator.JsonText;
import tools.jackson.databind.JsonNode;

/// A request that was understood.
///
/// @param id  JSON text of the id, to be echoed as it came: `1`, or `"a"` where a dialect takes strings
record Request(String id, Command command, Target target, String name, List<JsonNode> args) {

    /// `{"sys":…,"mod":…,"index":…,"name":…}`.
    String meta() {
        return placeMeta().substring(0, placeMeta().length() - 1) + ",\"name\":" + JsonText.quoted(name) + "}";
    }

    /// `{"sys":…,"mod":…,"index":…}`.
    String placeMeta() {
        return "{\"sys\":" + JsonText.quoted(target.system()) + ",\"mod\":" + JsonText.quoted(target.module())
                + ",\"index\":" + target.index() + "}";
    }

    BoundName bound() {
        return new BoundName(target, name);
    }
}
