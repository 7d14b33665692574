package placewatch.simulator.building.driver;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Whether a value fits a schema of [Schemas]; the answer is the complaint, if there is one.
final class SchemaCheck {
    private static final Map<String, Integer> BITS = Map.of("8", 8, "16", 16, "32", 32, "64", 64);

    private SchemaCheck() {
    }

    static Optional<String> complaint(String name, JsonNode value, JsonNode schema) {
        JsonNode alternatives = schema.path("anyOf");
        if (alternatives.isArray()) {
            boolean fits = alternatives.values().stream().anyMatch(kind -> complaint(name, value, kind).isEmpty());
            return fits ? Optional.empty() : wrongType(name, value, schema);
        }
        return switch (schema.path("type").asString("")) {
            case "boolean" -> unless(value.isBoolean(), name, value, schema);
            case "null" -> unless(value.isNull(), name, value, schema);
            case "string" -> value.isString() ? text(name, value, schema) : wrongType(name, value, schema);
            case "integer" -> integer(name, value, schema);
            case "number" -> value.isNumber() ? bounds(name, value, schema) : wrongType(name, value, schema);
            case "array" -> value.isArray() ? items(name, value, schema) : wrongType(name, value, schema);
            case "object" -> schema.has("properties") ? fields(name, value, schema) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(String name, JsonNode value, JsonNode schema) {
        List<String> known = schema.path("enum").values().stream().map(JsonNode::asString).toList();
        return known.isEmpty() || known.contains(value.asString())
                ? Optional.empty()
                : Optional.of(name + " " + value + " is not one of " + String.join(", ", known));
    }

    private static Optional<String> integer(String name, JsonNode value, JsonNode schema) {
        if (!value.isIntegralNumber()) {
            return wrongType(name, value, schema);
        }
        String format = schema.path("format").asString("Int64");
        boolean unsigned = format.startsWith("U");
        int bits = BITS.getOrDefault(format.replaceAll("\\D", ""), 64);
        BigInteger number = value.bigIntegerValue();
        boolean holds = unsigned
                ? number.signum() >= 0 && number.bitLength() <= bits
                : number.bitLength() < bits;
        return holds
                ? bounds(name, value, schema)
                : Optional.of(name + " " + value + " does not fit into " + format);
    }

    private static Optional<String> bounds(String name, JsonNode value, JsonNode schema) {
        BigDecimal number = value.decimalValue();
        if (schema.has("minimum") && number.compareTo(schema.path("minimum").decimalValue()) < 0) {
            return Optional.of(name + " " + value + " is below " + schema.path("minimum"));
        }
        if (schema.has("maximum") && number.compareTo(schema.path("maximum").decimalValue()) > 0) {
            return Optional.of(name + " " + value + " is above " + schema.path("maximum"));
        }
        return Optional.empty();
    }

    private static Optional<String> items(String name, JsonNode value, JsonNode schema) {
        for (int i = 0; i < value.size(); i++) {
            Optional<String> found = complaint(name + "[" + i + "]", value.get(i), schema.path("items"));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fields(String name, JsonNode value, JsonNode schema) {
        if (!value.isObject()) {
            return wrongType(name, value, schema);
        }
        String missing = schema.path("required").values().stream().map(JsonNode::asString)
                .filter(field -> !value.has(field)).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return Optional.of(name + " lacks " + missing);
        }
        return schema.path("properties").properties().stream()
                .filter(field -> value.has(field.getKey()))
                .flatMap(field -> complaint(
                        name + "." + field.getKey(), value.get(field.getKey()), field.getValue()).stream())
                .findFirst();
    }

    private static Optional<String> unless(boolean fits, String name, JsonNode value, JsonNode schema) {
        return fits ? Optional.empty() : wrongType(name, value, schema);
    }

    private static Optional<String> wrongType(String name, JsonNode value, JsonNode schema) {
        String text = value.toString();
        return Optional.of("argument \"" + name + "\" must be "
                + schema.path("title").asString(schema.path("type").asString("something else"))
                + ", got " + (text.length() > 60 ? text.substring(0, 60) + "…" : text));
    }
}
