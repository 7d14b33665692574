package placewatch.settings;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// [ShownScreen] as JSON text and back. Unknown fields are a newer version's and are ignored. Any thread.
public final class ShownScreenJson implements Format<ShownScreen> {

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public String called() {
        return "The words on the screen that was shown last";
    }

    @Override
    public ShownScreen initial() {
        return new ShownScreen("");
    }

    @Override
    public byte[] write(ShownScreen shown) {
        return mapper.writeValueAsBytes(mapper.createObjectNode().put("screen", shown.name()));
    }

    @Override
    public ShownScreen read(byte[] text) {
        JsonNode name = mapper.readTree(text).path("screen");
        if (!name.isString()) {
            throw new IllegalArgumentException("“screen” should be a text");
        }
        return new ShownScreen(name.stringValue());
    }
}
