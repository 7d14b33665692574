package placewatch.settings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// [ShownLogs] as JSON text and back. Unknown fields are a newer version's and are ignored; what is there and of another
/// type makes it broken. Any thread.
public final class ShownLogsJson implements Format<ShownLogs> {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public String called() {
        return "The list of debugged modules";
    }

    @Override
    public ShownLogs initial() {
        return ShownLogs.none();
    }

    @Override
    public byte[] write(ShownLogs logs) {
        ObjectNode root = MAPPER.createObjectNode().put("filter", logs.filter());
        ArrayNode streams = root.putArray("streams");
        logs.streams().forEach(stream -> streams.addObject().put("module", stream.moduleId())
                .put("system", stream.system()).put("slug", stream.slug()).put("name", stream.systemName()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    @Override
    public ShownLogs read(byte[] text) {
        JsonNode root = MAPPER.readTree(text);
        if (!root.isObject()) {
            throw new IllegalArgumentException("the list of debugged modules should be an object");
        }
        JsonNode list = root.path("streams");
        if (!list.isArray() && !list.isMissingNode()) {
            throw new IllegalArgumentException("“streams” should be a list");
        }
        List<ShownLogs.Stream> streams = new ArrayList<>();
        for (JsonNode stream : list) {
            streams.add(new ShownLogs.Stream(text(stream, "module"), text(stream, "system"), text(stream, "slug"),
                    text(stream, "name")));
        }
        return new ShownLogs(text(root, "filter"), streams);
    }

    private static String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode()) {
            return "";
        }
        if (!value.isString()) {
            throw new IllegalArgumentException("“" + name + "” should be a text");
        }
        return value.stringValue();
    }
}
