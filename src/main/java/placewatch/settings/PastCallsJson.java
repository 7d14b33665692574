package placewatch.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// [PastCalls] as JSON text and back. Unknown fields, and calls whose end is unknown, are a newer version's and are left
/// out; anything else that is not as it should be makes the text broken.
public final class PastCallsJson implements Format<PastCalls> {

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public String called() {
        return "The calls of before";
    }

    @Override
    public PastCalls initial() {
        return PastCalls.none();
    }

    @Override
    public byte[] write(PastCalls past) {
        ObjectNode root = mapper.createObjectNode();
        ArrayNode calls = root.putArray("calls");
        for (PastCalls.Call call : past.calls()) {
            ObjectNode one = calls.addObject().put("at", call.at().toString()).put("system", call.system())
                    .put("title", call.title()).put("module", call.module()).put("index", call.index())
                    .put("driver", call.driver()).put("function", call.function());
            arguments(one, call.arguments());
            one.put("end", lower(call.end())).put("code", call.code()).put("size", call.size())
                    .put("millis", call.took().toMillis());
        }
        ArrayNode favourites = root.putArray("favourites");
        for (PastCalls.Favourite favourite : past.favourites()) {
            arguments(favourites.addObject().put("name", favourite.name()).put("driver", favourite.driver())
                    .put("function", favourite.function()), favourite.arguments());
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void arguments(ObjectNode into, List<PastCalls.Argument> arguments) {
        ArrayNode all = into.putArray("arguments");
        for (PastCalls.Argument argument : arguments) {
            all.addObject().put("text", argument.text()).put("extent", lower(argument.extent()));
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public PastCalls read(byte[] text) {
        JsonNode root = mapper.readTree(text);
        if (!root.isObject()) {
            throw new IllegalArgumentException("it holds no list of calls");
        }
        List<PastCalls.Call> calls = new ArrayList<>();
        for (JsonNode one : list(root, "calls")) {
            word(PastCalls.End.values(), text(one, "end")).ifPresent(end -> calls.add(new PastCalls.Call(
                    at(one), text(one, "system"), text(one, "title"), text(one, "module"),
                    (int) number(one, "index"), text(one, "driver"), text(one, "function"), arguments(one), end,
                    (int) number(one, "code"), number(one, "size"), Duration.ofMillis(number(one, "millis")))));
        }
        List<PastCalls.Favourite> favourites = new ArrayList<>();
        for (JsonNode one : list(root, "favourites")) {
            favourites.add(new PastCalls.Favourite(text(one, "name"), text(one, "driver"), text(one, "function"),
                    arguments(one)));
        }
        return new PastCalls(calls, favourites);
    }

    private static List<PastCalls.Argument> arguments(JsonNode parent) {
        List<PastCalls.Argument> arguments = new ArrayList<>();
        for (JsonNode one : list(parent, "arguments")) {
            // what a newer version calls otherwise is not all of it
            arguments.add(new PastCalls.Argument(text(one, "text"),
                    word(PastCalls.Extent.values(), text(one, "extent")).orElse(PastCalls.Extent.CUT)));
        }
        return arguments;
    }

    private static <E extends Enum<E>> Optional<E> word(E[] known, String word) {
        for (E each : known) {
            if (lower(each).equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static JsonNode list(JsonNode parent, String field) {
        JsonNode list = parent.path(field);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new IllegalArgumentException("“" + field + "” should be a list");
        }
        return list;
    }

    private static Instant at(JsonNode call) {
        try {
            return Instant.parse(text(call, "at"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("“at” of a call should be a time", e);
        }
    }

    private static String text(JsonNode parent, String field) {
        return read(parent, field, JsonNode::isString, JsonNode::stringValue);
    }

    private static long number(JsonNode parent, String field) {
        return read(parent, field, JsonNode::canConvertToLong, JsonNode::longValue);
    }

    private static <T> T read(JsonNode parent, String field, Function<JsonNode, Boolean> fits, Function<JsonNode, T> value) {
        JsonNode found = parent.path(field);
        if (!fits.apply(found)) {
            throw new IllegalArgumentException("“" + field + "” is missing or not what it should be");
        }
        return value.apply(found);
    }
}
