package placewatch.settings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// [DangerousCalls] as JSON text and back.
public final class DangerousCallsJson implements Format<DangerousCalls> {

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public String called() {
        return "The functions that ask first";
    }

    @Override
    public DangerousCalls initial() {
        return DangerousCalls.usual();
    }

    @Override
    public byte[] write(DangerousCalls kept) {
        ObjectNode root = mapper.createObjectNode();
        ArrayNode patterns = root.putArray("patterns");
        kept.patterns().forEach(patterns::add);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    @Override
    public DangerousCalls read(byte[] text) {
        JsonNode patterns = mapper.readTree(text).path("patterns");
        // a list that is not there must not make every call go unasked
        if (!patterns.isArray()) {
            throw new IllegalArgumentException("it holds no list of patterns");
        }
        List<String> all = new ArrayList<>();
        for (JsonNode one : patterns) {
            if (!one.isString()) {
                throw new IllegalArgumentException("a pattern should be a text");
            }
            all.add(one.stringValue());
        }
        return new DangerousCalls(all);
    }
}
