package placewatch.simulator.rest;

import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Metadata of a system or a zone: one entry, named `about`.
final class Metadata {

    private Metadata() {
    }

    static Answer of(String parentId, String displayName, Instant createdAt, Query query) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (query.filled("name").map("about"::equals).orElse(true)) {
            ObjectNode entry = body.putObject("about");
            entry.put("name", "about").put("description", "what it is called on signs");
            entry.putObject("details").put("sign", displayName);
            entry.put("parent_id", parentId);
            entry.putArray("editors");
            entry.put("updated_at", createdAt.getEpochSecond()).put("created_at", createdAt.getEpochSecond());
        }
        return Answer.ok(body);
    }
}
