package placewatch.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The server's own words in an answer that failed: PlaceOS puts them into `error`, with the `parameter` it
/// minds and the `restriction` it broke; a proxy into a page's title.
final class ServerText {

    private static final int MOST = 16_000;
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]*>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ServerText() {
    }

    /// Empty when it said nothing.
    static String of(Answer answer) {
        String text = answer.isHtml() ? title(answer.text()) : words(answer.text());
        return text.length() > MOST ? text.substring(0, MOST) + " …" : text;
    }

    private static String title(String page) {
        Matcher title = TITLE.matcher(page);
        return title.find() ? title.group(1).strip() : "";
    }

    private static String words(String text) {
        try {
            JsonNode node = Json.read(text);
            if (node.isString()) {
                return node.stringValue();
            }
            String error = first(node, "error", "message", "msg");
            return error.isEmpty() ? text : error + noted(node, "parameter") + noted(node, "restriction");
        } catch (JacksonException _) {
            // not JSON, so the text as it came is all there is
            return text;
        }
    }

    private static String first(JsonNode node, String... names) {
        for (String name : names) {
            if (node.path(name).isString()) {
                return node.path(name).stringValue();
            }
        }
        return "";
    }

    private static String noted(JsonNode node, String name) {
        return node.path(name).isString() ? " (" + name + ": " + node.path(name).stringValue() + ")" : "";
    }
}
