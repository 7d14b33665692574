package placewatch.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Schemas of every kind, values that fit them, and drafts as somebody may leave them.
final class RandomForms {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of("", "\"\"", " ", "null", "1", "true", "größe 東京 🏢", "a\nb\tc",
            "\"quoted\"", "[1]", "{\"a\":1}", "2026-11-26T09:30:00+01:00", "\\", "\u0000");
    private final RandomGenerator random;

    RandomForms(RandomGenerator random) {
        this.random = random;
    }

    /// A schema, with one value that fits it.
    record Case(ObjectNode schema, JsonNode value) {
        Case {
            // as it would come from a text
            value = JsonList.value(value.toString());
        }
    }

    Case any(int depth) {
        return switch (random.nextInt(depth > 2 ? 8 : 12)) {
            case 0 -> of("boolean", NODES.booleanNode(random.nextBoolean()));
            case 1 -> of("integer", NODES.numberNode(random.nextLong()));
            case 2 -> bounded();
            case 3 -> of("number", number());
            case 4 -> of("string", NODES.stringNode(text()));
            case 5 -> choice();
            case 6 -> new Case(NODES.objectNode(), json(0));
            case 7 -> new Case(NODES.objectNode().put("type", "string").put("format", "date-time"),
                    NODES.stringNode("2026-0%d-11T08:30:00Z".formatted(1 + random.nextInt(9))));
            case 8 -> list(depth);
            case 9 -> object(depth);
            case 10 -> map(depth);
            default -> union(depth);
        };
    }

    private static Case of(String type, JsonNode value) {
        return new Case(NODES.objectNode().put("type", type), value);
    }

    private Case bounded() {
        long least = random.nextLong(-1000, 1000);
        long most = least + random.nextLong(0, 500);
        return new Case(NODES.objectNode().put("type", "integer").put("minimum", least).put("maximum", most),
                NODES.numberNode(random.nextLong(least, most + 1)));
    }

    private JsonNode number() {
        return JsonList.value(List.of("42.0", "-0.5", "1.0e-7", "0", "123456789.125", "1E+20", "1.50")
                .get(random.nextInt(7)));
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private Case choice() {
        ArrayNode values = NODES.arrayNode().add("a").add("1").add(1).addNull().add(true).add("");
        return new Case(NODES.objectNode().set("enum", values), values.get(random.nextInt(values.size())));
    }

    private Case list(int depth) {
        Case item = any(depth + 1);
        ArrayNode all = NODES.arrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(item.value());
        }
        ObjectNode schema = NODES.objectNode().put("type", "array");
        return new Case(schema.set("items", item.schema()), all);
    }

    private Case object(int depth) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        ObjectNode value = NODES.objectNode();
        for (int i = 0; i <= random.nextInt(4); i++) {
            Case part = any(depth + 1);
            properties.set("part " + i, part.schema());
            boolean needed = random.nextBoolean();
            if (needed) {
                required.add("part " + i);
            }
            if (needed || random.nextBoolean()) {
                value.set("part " + i, part.value());
            }
        }
        return new Case(schema, value);
    }

    private Case map(int depth) {
        Case part = any(depth + 1);
        ObjectNode value = NODES.objectNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            value.set(text() + i, part.value());
        }
        ObjectNode schema = NODES.objectNode().put("type", "object");
        return new Case(schema.set("additionalProperties", part.schema()), value);
    }

    private Case union(int depth) {
        Case one = any(depth + 1);
        Case other = any(depth + 1);
        ArrayNode both = NODES.arrayNode().add(one.schema()).add(other.schema())
                .add(NODES.objectNode().put("type", "null"));
        JsonNode value = switch (random.nextInt(3)) {
            case 0 -> one.value();
            case 1 -> other.value();
            default -> NODES.nullNode();
        };
        return new Case(NODES.objectNode().set("anyOf", both), value);
    }

    private JsonNode json(int depth) {
        return switch (random.nextInt(depth > 2 ? 4 : 6)) {
            case 0 -> NODES.nullNode();
            case 1 -> number();
            case 2 -> NODES.stringNode(text());
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> NODES.arrayNode().add(json(depth + 1)).add(json(depth + 1));
            default -> NODES.objectNode().set(text(), json(depth + 1));
        };
    }

    /// What somebody may have left in the editors of a shape.
    Draft draft(Shape shape) {
        if (random.nextInt(6) == 0) {
            return Draft.NONE;
        }
        return switch (shape) {
            case Shape.ListOf(Shape item, int _, var _) -> {
                List<Draft> items = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    items.add(draft(item));
                }
                yield new Draft.Items(items);
            }
            case Shape.Fields(var fields, var free) -> {
                Map<String, Draft> named = new LinkedHashMap<>();
                fields.forEach(field -> named.put(field.name(), draft(field.shape())));
                List<Draft.Free> keys = new ArrayList<>();
                free.ifPresent(part -> keys.add(new Draft.Free(text(), draft(part))));
                yield new Draft.Parts(named, keys);
            }
            case Shape.OneOf(var options) -> {
                int at = random.nextInt(options.size());
                yield new Draft.Picked(at, draft(options.get(at).shape()));
            }
            case Shape.YesNo _, Shape.Nothing _, Shape.Whole _, Shape.Real _, Shape.Choice _, Shape.Text _,
                    Shape.IsoMoment _, Shape.UnixMoment _, Shape.AnyJson _, Shape.Unfit _ -> Draft.typed(text());
        };
    }
}
