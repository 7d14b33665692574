package placewatch.model;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON text for those who look at what is in it.
public final class JsonRead {

    private static final Logger LOG = LoggerFactory.getLogger(JsonRead.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonRead() {
    }

    /// The text as a tree; text that is no JSON as a string. Any thread; takes its time.
    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            LOG.warn("a value of {} characters is not JSON: {}", json.length(), e.getOriginalMessage());
            return JSON.getNodeFactory().stringNode(json);
        }
    }
}
