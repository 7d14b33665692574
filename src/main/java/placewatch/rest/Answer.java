package placewatch.rest;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What the server sent back to a call, not yet looked at.
record Answer(Call call, int status, HttpHeaders headers, byte[] body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// A page for people, from a proxy or from another program; some of them mistype it as something else.
    boolean isHtml() {
        boolean typed = headers.firstValue("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT).contains("html"))
                .orElse(false);
        return typed || text().startsWith("<");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8).strip();
    }

    JsonNode json() {
        JsonNode node;
        try {
            node = Json.read(body);
        } catch (JacksonException e) {
            throw BadAnswer.unreadable(call, "it is not JSON (" + e.getOriginalMessage() + ")");
        }
        if (node.isMissingNode()) {
            throw BadAnswer.unreadable(call, "it is empty");
        }
        return node;
    }

    /// The answer as one JSON object.
    Fields object() {
        JsonNode node = json();
        if (!node.isObject()) {
            throw BadAnswer.unreadable(call, "it should be an object, but is " + Fields.kind(node));
        }
        return new Fields(call, node);
    }

    /// The answer as a JSON array of objects.
    Iterable<Fields> objects() {
        JsonNode node = json();
        if (!node.isArray()) {
            throw BadAnswer.unreadable(call, "it should be a list, but is " + Fields.kind(node));
        }
        return Fields.each(call, "the list", node);
    }
}
