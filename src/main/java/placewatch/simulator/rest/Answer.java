package placewatch.simulator.rest;

import java.util.HashMap;
import java.util.Map;
import placewatch.simulator.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What goes back. Every body is typed `application/json`, the empty ones too, as PlaceOS does.
///
/// @param body  JSON text, or empty
public record Answer(int status, String body, Map<String, String> headers) {

    static Answer ok(JsonNode body) {
        return new Answer(200, JsonText.of(body), Map.of());
    }

    static Answer empty(int status) {
        return new Answer(status, "", Map.of());
    }

    /// PlaceOS's CommonError.
    public static Answer error(int status, String words) {
        return new Answer(status, JsonText.of(JsonNodeFactory.instance.objectNode().put("error", words)), Map.of());
    }

    static Answer badParameter(String parameter, String restriction) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", "invalid parameter value").put("parameter", parameter).put("restriction", restriction);
        return new Answer(400, JsonText.of(body), Map.of());
    }

    static Answer missingParameter(String parameter, String restriction) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", "missing required parameter").put("parameter", parameter).put("restriction", restriction);
        return new Answer(422, JsonText.of(body), Map.of());
    }

    /// PlaceOS's ContentError: what the client accepts, or sent, isn't JSON.
    static Answer notJson(int status, String words) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", words);
        body.putArray("accepts").add("application/json");
        return new Answer(status, JsonText.of(body), Map.of());
    }

    Answer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Answer(status, body, Map.copyOf(all));
    }
}
