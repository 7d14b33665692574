package placewatch.simulator.socket;

import java.util.Optional;
import placewatch.protocol.ErrorCode;
import placewatch.simulator.JsonText;
import tools.jackson.databind.JsonNode;

/// Frames as the public page shows them.
final class DocumentedFrames {

    private DocumentedFrames() {
    }

    static String success(Request request) {
        return "{\"id\":" + request.id() + ",\"type\":\"success\",\"meta\":" + request.meta() + "}";
    }

    static String returned(Request request, JsonNode value) {
        return "{\"id\":" + request.id() + ",\"type\":\"success\",\"meta\":" + request.meta()
                + ",\"value\":" + JsonText.of(value) + "}";
    }

    static String debugging(Request request, String moduleId) {
        return "{\"id\":" + request.id() + ",\"type\":\"success\",\"mod_id\":" + JsonText.quoted(moduleId)
                + ",\"meta\":" + request.placeMeta() + "}";
    }

    static String ignored(Request request) {
        return "{\"id\":" + request.id() + ",\"type\":\"success\"}";
    }

    /// The page shows no example of an error; a request whose id couldn't be read is answered without one.
    static String error(Optional<String> id, ErrorCode code, String words) {
        return "{" + id.map(known -> "\"id\":" + known + ",").orElse("") + "\"type\":\"error\",\"code\":"
                + code.number() + ",\"msg\":" + JsonText.quoted(words) + "}";
    }

    /// Its id belongs to no request: the page shows 18 where the bind was 1.
    static String notification(long id, Request bind, ChangedValue value) {
        return "{\"id\":" + id + ",\"type\":\"notify\",\"value\":" + value.stringified()
                + ",\"meta\":" + bind.meta() + "}";
    }

    static String line(String moduleId, String className, DebugText text) {
        return "{\"type\":\"debug\",\"mod\":" + JsonText.quoted(moduleId) + ",\"klass\":"
                + JsonText.quoted("::" + className) + "," + text.levelAndMessage() + "}";
    }
}
