package placewatch.simulator.building.driver;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Plain Java values as JSON.
public final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {
    }

    /// Takes null, booleans, numbers, texts, JSON itself, and lists and string maps of these.
    public static JsonNode of(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case JsonNode node -> node;
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            case String text -> NODES.stringNode(text);
            case Iterable<?> items -> {
                ArrayNode array = NODES.arrayNode();
                items.forEach(item -> array.add(of(item)));
                yield array;
            }
            case Map<?, ?> fields -> {
                ObjectNode object = NODES.objectNode();
                fields.forEach((key, field) -> object.set(String.valueOf(key), of(field)));
                yield object;
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    /// An object of alternating names and values, in this order.
    public static ObjectNode object(@Nullable Object... namesAndValues) {
        ObjectNode object = NODES.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set(String.valueOf(namesAndValues[i]), of(namesAndValues[i + 1]));
        }
        return object;
    }

    public static ArrayNode array(@Nullable Object... items) {
        ArrayNode array = NODES.arrayNode();
        for (Object item : items) {
            array.add(of(item));
        }
        return array;
    }
}
