package placewatch.simulator.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads requests as strictly as today's server: whatever isn't exactly right stays unanswered (protocol.md, Requests).
/// Safe on any thread.
final class CurrentRequests {

    private static final Set<String> FIELDS = Set.of("id", "cmd", "sys", "mod", "index", "name", "args");

    private final JsonMapper mapper =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    Parsed parse(String text) {
        JsonNode json;
        try {
            json = mapper.readTree(text);
        } catch (JacksonException e) {
            return new Parsed.Unanswered("not JSON");
        }
        if (!json.isObject()) {
            return new Parsed.Unanswered("not an object");
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                return new Parsed.Unanswered("unknown field " + field.getKey());
            }
        }
        JsonNode id = json.path("id");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            return new Parsed.Unanswered("id is not an integer of 64 bits");
        }
        Optional<Command> command = json.path("cmd").isString()
                ? Command.named(json.path("cmd").stringValue()) : Optional.empty();
        if (command.isEmpty()) {
            return new Parsed.Unanswered("no known cmd");
        }
        if (!json.path("sys").isString() || !json.path("mod").isString() || !json.path("name").isString()) {
            return new Parsed.Unanswered("sys, mod and name must be strings");
        }
        JsonNode index = json.path("index");
        boolean indexLeftOut = index.isMissingNode() || index.isNull();
        if (!indexLeftOut && (!index.isIntegralNumber() || !index.canConvertToInt())) {
            return new Parsed.Unanswered("index is not an integer of 32 bits");
        }
        List<JsonNode> args = arguments(json.get("args"));
        if (args == null) {
            return new Parsed.Unanswered("args is not an array of what the server can hold");
        }
        Target target = new Target(json.get("sys").stringValue(), json.get("mod").stringValue(),
                indexLeftOut ? 1 : index.intValue());
        return new Parsed.Understood(new Request(
                Long.toString(id.longValue()), command.get(), target, json.get("name").stringValue(), args));
    }

    private static @Nullable List<JsonNode> arguments(@Nullable JsonNode args) {
        if (args == null || args.isNull()) {
            return List.of();
        }
        if (!args.isArray() || holdsTooLargeInteger(args)) {
            return null;
        }
        List<JsonNode> list = new ArrayList<>(args.size());
        args.forEach(list::add);
        return List.copyOf(list);
    }

    private static boolean holdsTooLargeInteger(JsonNode node) {
        if (node.isIntegralNumber()) {
            return !node.canConvertToLong();
        }
        for (JsonNode child : node) {
            if (holdsTooLargeInteger(child)) {
                return true;
            }
        }
        return false;
    }
}
