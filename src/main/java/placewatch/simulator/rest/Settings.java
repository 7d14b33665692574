package placewatch.simulator.rest;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The collated settings of a system or a module: one block, at encryption level 0.
final class Settings {

    private Settings() {
    }

    /// @param kind  `control_system` or `module`
    static Answer of(String kind, String id, String timezone, Instant createdAt) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        long created = createdAt.getEpochSecond();
        record.put("created_at", created).put("updated_at", created);
        record.put("encryption_level", 0);
        record.put("settings_string", "timezone: " + timezone + "\n");
        record.putArray("keys").add("timezone");
        record.put("parent_type", kind).put("parent_id", id);
        record.put("id", "sets-" + id.substring(id.indexOf('-') + 1));
        return Paging.whole("sets", List.of(record), one -> one);
    }
}
