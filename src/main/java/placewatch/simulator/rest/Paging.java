package placewatch.simulator.rest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import placewatch.simulator.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Cuts a list into pages and says so in PlaceOS's headers (protocol.md, REST).
final class Paging {

    private static final long USUAL = 100;
    private static final long MOST = 10_000;

    private Paging() {
    }

    /// The page that the call asks for. The range's end is exclusive; the link is relative.
    static <T> Answer page(Call call, String kind, List<T> all, Function<T, JsonNode> record) {
        long limit = Math.min(call.query().unsigned("limit", USUAL), MOST);
        long offset = call.query().unsigned("offset", 0);
        int from = (int) Math.min(offset, all.size());
        int to = (int) Math.min(from + limit, all.size());
        long end = offset + (to - from);
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Total-Count", String.valueOf(all.size()));
        headers.put("Content-Range", kind + " " + offset + "-" + end + "/" + all.size());
        if (end < all.size() && limit > 0) {
            Map<String, String> next = new LinkedHashMap<>();
            next.put("offset", String.valueOf(end));
            next.put("limit", String.valueOf(limit));
            headers.put("Link", "<" + call.route() + "?" + call.query().encodedWith(next) + ">; rel=\"next\"");
        }
        return list(all.subList(from, to), record).with(headers);
    }

    /// A list that isn't cut. Its range ends inclusively: that is how the server writes this one.
    static <T> Answer whole(String kind, List<T> all, Function<T, JsonNode> record) {
        return list(all, record).with(Map.of(
                "X-Total-Count", String.valueOf(all.size()),
                "Content-Range", kind + " 0-" + (all.size() - 1) + "/" + all.size()));
    }

    private static <T> Answer list(List<T> items, Function<T, JsonNode> record) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode(items.size());
        items.forEach(item -> body.add(record.apply(item)));
        return new Answer(200, JsonText.of(body), Map.of());
    }
}
