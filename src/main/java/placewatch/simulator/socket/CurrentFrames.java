package placewatch.simulator.socket;

import placewatch.protocol.ErrorCode;
import placewatch.simulator.JsonText;
import tools.jackson.databind.JsonNode;

/// Frames as today's server writes them (protocol.md, Replies).
final class CurrentFrames {

    private CurrentFrames() {
    }

    static String success(Request request) {
        return "{\"id\":" + request.id() + ",\"type\":\"success\",\"meta\":" + request.meta() + "}";
    }

    /// What unbind, debug and ignore are answered with.
    static String bareSuccess(Request request) {
        return "{\"id\":" + request.id() + ",\"type\":\"success\"}";
    }

    static String returned(Request request, JsonNode value) {
        return "{\"id\":" + request.id() + ",\"type\":\"success\",\"code\":200,\"value\":" + JsonText.of(value)
                + ",\"meta\":" + request.meta() + "}";
    }

    /// `error_code` is the table's number, `code` looks like a status of HTTP.
    static String error(Request request, ErrorCode code, String words) {
        return "{\"id\":" + request.id() + ",\"type\":\"error\",\"error_code\":" + code.number()
                + ",\"code\":500,\"msg\":" + JsonText.quoted(words) + "}";
    }

    static String notification(Request bind, ChangedValue value) {
        return "{\"id\":" + bind.id() + ",\"type\":\"notify\",\"value\":" + value.raw()
                + ",\"meta\":" + bind.meta() + "}";
    }

    static String line(Request debug, DebugText text) {
        return "{\"id\":" + debug.id() + ",\"type\":\"debug\"," + text.levelAndMessage()
                + ",\"mod\":" + JsonText.quoted(debug.target().module()) + ",\"meta\":" + debug.meta() + "}";
    }
}
