package placewatch.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A module's state: `{key: stringified JSON}` becomes key → JSON text, in the server's order.
final class StateReader {

    private StateReader() {
    }

    static Map<String, String> read(Fields all) {
        Map<String, String> state = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : all.node().properties()) {
            state.put(entry.getKey(), jsonText(entry.getValue()));
        }
        return Collections.unmodifiableMap(state);
    }

    /// A value that some server did not stringify is its own JSON text.
    private static String jsonText(JsonNode value) {
        return value.isString() && isJson(value.stringValue()) ? value.stringValue() : value.toString();
    }

    private static boolean isJson(String text) {
        try {
            return !Json.read(text).isMissingNode();
        } catch (JacksonException _) {
            return false;
        }
    }
}
