package placewatch.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds answers against the real server's own document. Where that document is wrong, it says so itself, in
/// `x-wrong-in-this-document`: those sentences are taken into account here, nothing else is.
final class OpenApi {

    /// Numbers where the document has words; text where it has an object; seconds where it has date-time text.
    private static final Map<String, String> WRONG = Map.of(
            "role", "integer", "encryption_level", "integer", "timezone", "string");
    private static final Set<String> SECONDS = Set.of("created_at", "last_login");

    private final JsonNode document;

    OpenApi() throws IOException {
        try (InputStream in = OpenApi.class.getResourceAsStream("/placewatch/simulator/openapi-subset.json")) {
            document = new JsonMapper().readTree(Objects.requireNonNull(in));
        }
    }

    /// `GET /api/engine/v2/systems/{sys_id}` and so on.
    List<String> calls() {
        List<String> calls = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method ->
                calls.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    /// What doesn't fit; empty if all does.
    List<String> faults(String call, int status, String body) {
        String[] parts = call.split(" ");
        JsonNode operation = document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
        JsonNode response = resolved(operation.path("responses").path(String.valueOf(status)));
        if (response.isMissingNode()) {
            return List.of(call + " may not answer " + status);
        }
        JsonNode schema = response.path("content").path("application/json").path("schema");
        if (schema.isMissingNode()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        JsonNode json;
        try {
            json = new JsonMapper().readTree(body);
        } catch (JacksonException e) {
            return List.of("not JSON: " + body);
        }
        check(schema, json, "$", null, faults);
        return faults;
    }

    private void check(JsonNode given, JsonNode value, String at, @Nullable String field, List<String> faults) {
        if (given.path("$ref").asString("").endsWith("/JSON__Any")) {
            return;
        }
        JsonNode schema = resolved(given);
        if (value.isMissingNode() || value.isNull()) {
            faults.add(at + " is null or missing");
            return;
        }
        if (schema.has("anyOf")) {
            boolean fits = false;
            for (JsonNode alternative : schema.path("anyOf")) {
                List<String> own = new ArrayList<>();
                check(alternative, value, at, field, own);
                fits |= own.isEmpty();
            }
            if (!fits) {
                faults.add(at + " fits none of anyOf");
            }
        }
        for (JsonNode part : schema.path("allOf")) {
            check(part, value, at, field, faults);
        }
        String type = schema.path("type").asString("");
        if (field != null && WRONG.containsKey(field)) {
            type = WRONG.get(field);
        } else if (field != null && SECONDS.contains(field)) {
            type = "integer";
        } else if (type.equals("object") && !schema.has("properties") && !schema.has("additionalProperties")) {
            return;
        } else if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            faults.add(at + " is none of " + schema.path("enum") + ": " + value);
        }
        if (!isOfType(type, value)) {
            faults.add(at + " is not " + type + ": " + value);
            return;
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.stringValue())) {
                faults.add(at + " lacks " + name.stringValue());
            }
        });
        JsonNode others = schema.path("additionalProperties");
        value.properties().forEach(entry -> {
            JsonNode property = schema.path("properties").path(entry.getKey());
            String place = at + "." + entry.getKey();
            if (!property.isMissingNode()) {
                check(property, entry.getValue(), place, entry.getKey(), faults);
            } else if (others.isObject()) {
                check(others, entry.getValue(), place, null, faults);
            } else if (schema.has("properties") && !entry.getKey().equals("associated_metadata")) {
                faults.add(place + " is not in the document");
            }
        });
        if (value.isArray() && schema.path("items").isObject()) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.get(i), at + "[" + i + "]", null, faults);
            }
        }
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "" -> true;
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new IllegalStateException("type " + type);
        };
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolved(document.at(reference.substring(1)));
    }
}
