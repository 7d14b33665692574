package placewatch.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads a JSON Schema as PlaceOS derives it from a driver's types, or as somebody wrote it by hand. What no form can
/// be made for comes out as [Shape.Unfit]; nothing is ever fetched for a reference.
public final class ShapeReader {

    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 300;
    private static final int MOST_CHOICES = 5_000;
    private static final Set<String> NO_FORM = Set.of("not", "if", "patternProperties", "dependentSchemas",
            "dependentRequired", "dependencies", "propertyNames", "minProperties", "maxProperties", "contains",
            "prefixItems", "uniqueItems", "unevaluatedProperties", "unevaluatedItems");
    /// Say something about a value; all other keywords only speak to people.
    private static final Set<String> STRUCTURE = Set.of("type", "properties", "items", "enum", "const", "anyOf",
            "oneOf", "allOf", "$ref");

    private final JsonNode root;
    private final Set<String> openRefs = new HashSet<>();
    private int parts;

    private ShapeReader(JsonNode root) {
        this.root = root;
    }

    /// Why there is no form.
    private static final class Misfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean checked;

        Misfit(String why, boolean checked) {
            super(why, null, false, false);
            this.checked = checked;
        }
    }

    /// @param name of the argument: *ends_at* of an integer says that it is a moment
    public static Shape read(String name, JsonNode schema) {
        try {
            return new ShapeReader(schema).shape(name, schema, 0, Set.of());
        } catch (Misfit e) {
            return new Shape.Unfit(e.getMessage(), e.checked);
        }
    }

    /// @param here references that were followed without a step into a part
    private Shape shape(String name, JsonNode schema, int depth, Set<String> here) throws Misfit {
        if (++parts > MOST_PARTS) {
            throw new Misfit("Its schema is too large for a form.", false);
        }
        if (depth > DEEPEST) {
            throw new Misfit("Its schema is nested too deep for a form.", false);
        }
        if (schema.isBoolean() && !schema.asBoolean()) {
            throw new Misfit("Its schema contradicts itself: no value fits.", false);
        }
        if (schema.isMissingNode()) {
            return new Shape.AnyJson();
        }
        if (!schema.isObject()) {
            return saysNothing();
        }
        for (String keyword : NO_FORM) {
            if (schema.has(keyword) && !schema.path(keyword).equals(JsonNodeFactory.instance.booleanNode(false))) {
                throw new Misfit("Its schema has rules (" + keyword + ") that a form can't show.", true);
            }
        }
        if (schema.path("$ref").isString()) {
            return referred(name, schema, depth, here);
        }
        if (schema.path("allOf").isArray()) {
            return shape(name, merged(schema), depth, here);
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (schema.path(keyword).isArray()) {
                return alternatives(name, schema, keyword, depth, here);
            }
        }
        if (schema.has("const")) {
            return choice(schema, List.of(schema.get("const")));
        }
        if (schema.has("enum")) {
            return choice(schema, schema.path("enum").valueStream().toList());
        }
        return typed(name, schema, depth, here);
    }

    private Shape typed(String name, JsonNode schema, int depth, Set<String> here) throws Misfit {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            List<Shape.Option> options = new ArrayList<>();
            for (JsonNode one : type) {
                ObjectNode only = ((ObjectNode) schema).deepCopy();
                only.set("type", one);
                only.remove("title");
                add(options, shape(name, only, depth, here), "");
            }
            return oneOf(options);
        }
        return switch (type.asString(guessed(schema))) {
            case "boolean" -> new Shape.YesNo();
            case "null" -> new Shape.Nothing();
            case "integer" -> NumberSchema.whole(name, schema).orElseThrow(ShapeReader::contradicts);
            case "number" -> NumberSchema.real(schema).orElseThrow(ShapeReader::contradicts);
            case "string" -> text(name, schema);
            case "array" -> list(name, schema, depth);
            case "object" -> object(schema, depth);
            case "" -> saysNothing();
            default -> throw new Misfit("Its schema asks for " + type.asString() + ", which is no kind of JSON.", false);
        };
    }

    /// Hand-written schemas leave the type out where their other keywords tell it.
    private static String guessed(JsonNode schema) {
        return schema.has("properties") || schema.path("additionalProperties").isObject() ? "object"
                : schema.has("items") ? "array" : "";
    }

    private static Shape saysNothing() {
        return new Shape.Unfit("Its schema doesn't say what kind of value it takes.", true);
    }

    private static Misfit contradicts() {
        return new Misfit("Its schema contradicts itself: no value fits.", false);
    }

    private Shape referred(String name, JsonNode schema, int depth, Set<String> here) throws Misfit {
        String ref = schema.path("$ref").asString();
        if (!ref.equals("#") && !ref.startsWith("#/")) {
            throw new Misfit("Its schema refers to " + (ref.length() > 80 ? ref.substring(0, 80) + "…" : ref)
                    + ", which is not part of it and is not fetched.", false);
        }
        if (here.contains(ref)) {
            throw new Misfit("Its schema refers to itself and says nothing else.", false);
        }
        if (openRefs.contains(ref) || ref.equals("#")) {
            // from the root to the root without a step between them is the same circle
            throw new Misfit("Its schema refers to itself, which a form can't end.", !(ref.equals("#") && depth == 0));
        }
        JsonNode target = at(ref);
        if (target.isMissingNode()) {
            throw new Misfit("Its schema refers to " + ref + ", which it doesn't have.", false);
        }
        if (schema.propertyNames().stream().anyMatch(keyword -> STRUCTURE.contains(keyword) && !keyword.equals("$ref"))) {
            throw new Misfit("Its schema mixes a reference with other rules, which a form can't show.", true);
        }
        Set<String> further = new HashSet<>(here);
        further.add(ref);
        openRefs.add(ref);
        try {
            return shape(name, target, depth, further);
        } finally {
            openRefs.remove(ref);
        }
    }

    private JsonNode at(String ref) {
        try {
            return root.at(ref.substring(1));
        } catch (IllegalArgumentException _) {
            return root.path("no such place");
        }
    }

    /// Parts that speak of different keywords are one schema.
    private static JsonNode merged(JsonNode schema) throws Misfit {
        ObjectNode all = ((ObjectNode) schema).deepCopy();
        all.remove("allOf");
        for (JsonNode part : schema.path("allOf")) {
            for (Map.Entry<String, JsonNode> keyword : part.properties()) {
                JsonNode there = all.get(keyword.getKey());
                if (there == null) {
                    all.set(keyword.getKey(), keyword.getValue());
                } else if (keyword.getKey().equals("type") && !there.equals(keyword.getValue())) {
                    throw contradicts();
                } else if (!there.equals(keyword.getValue()) && !keyword.getKey().equals("title")) {
                    throw new Misfit("Its schema joins rules (allOf) that a form can't show together.", true);
                }
            }
        }
        return all;
    }

    private Shape alternatives(String name, JsonNode schema, String keyword, int depth, Set<String> here)
            throws Misfit {
        if (schema.has("properties") || schema.has("items") || schema.has("enum")) {
            throw new Misfit("Its schema mixes alternatives with other rules, which a form can't show.", true);
        }
        List<Shape.Option> options = new ArrayList<>();
        for (JsonNode one : schema.path(keyword)) {
            if (one.isBoolean() && !one.asBoolean()) {
                continue;
            }
            Shape shape = shape(name, one, depth, here);
            add(options, shape, one.path("title").asString(""));
        }
        return oneOf(options);
    }

    private static void add(List<Shape.Option> options, Shape shape, String title) {
        String words = shape instanceof Shape.Choice || shape instanceof Shape.Fields || title.isBlank()
                ? ShapeWords.kind(shape) : ShapeWords.kind(shape) + " (" + title + ")";
        String name = words;
        for (int i = 2; taken(options, name); i++) {
            name = words + " " + i;
        }
        options.add(new Shape.Option(name, shape));
    }

    private static boolean taken(List<Shape.Option> options, String name) {
        return options.stream().anyMatch(option -> option.name().equals(name));
    }

    private static Shape oneOf(List<Shape.Option> options) throws Misfit {
        if (options.isEmpty()) {
            throw contradicts();
        }
        return options.size() == 1 ? options.getFirst().shape() : new Shape.OneOf(options);
    }

    private static Shape choice(JsonNode schema, List<JsonNode> values) throws Misfit {
        String type = schema.path("type").asString("");
        List<JsonNode> fitting = values.stream().filter(value -> switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        }).distinct().toList();
        if (fitting.isEmpty()) {
            throw contradicts();
        }
        if (fitting.size() > MOST_CHOICES) {
            throw new Misfit("Its schema has " + fitting.size() + " values to choose from, too many for a form.", false);
        }
        return new Shape.Choice(fitting);
    }

    private static Shape text(String name, JsonNode schema) throws Misfit {
        int least = count(schema, "minLength").orElse(0);
        OptionalInt most = count(schema, "maxLength");
        if (most.isPresent() && most.getAsInt() < least) {
            throw contradicts();
        }
        Optional<String> pattern = Optional.of(schema.path("pattern")).filter(JsonNode::isString)
                .map(JsonNode::asString);
        boolean moment = schema.path("format").asString("").equals("date-time")
                || schema.path("title").asString("").equals("Time");
        return moment && pattern.isEmpty() && most.isEmpty()
                ? new Shape.IsoMoment() : new Shape.Text(least, most, pattern);
    }

    private Shape list(String name, JsonNode schema, int depth) throws Misfit {
        int least = count(schema, "minItems").orElse(0);
        OptionalInt most = count(schema, "maxItems");
        if (most.isPresent() && most.getAsInt() < least) {
            throw contradicts();
        }
        return new Shape.ListOf(shape(name, schema.path("items"), depth + 1, Set.of()), least, most);
    }

    private Shape object(JsonNode schema, int depth) throws Misfit {
        JsonNode further = schema.path("additionalProperties");
        boolean open = further.isObject() || further.isBoolean() && further.asBoolean();
        JsonNode required = schema.path("required");
        if (schema.path("properties").isEmpty() && required.isEmpty() && further.isMissingNode()) {
            // how PlaceOS describes JSON::Any, which may be no object at all
            return new Shape.AnyJson();
        }
        Set<String> needed = new HashSet<>();
        required.valueStream().filter(JsonNode::isString).forEach(key -> needed.add(key.asString()));
        List<Shape.Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            fields.add(new Shape.Field(property.getKey(),
                    shape(property.getKey(), property.getValue(), depth + 1, Set.of()),
                    needed.remove(property.getKey())));
        }
        if (!needed.isEmpty() && further.isBoolean() && !open) {
            throw contradicts();
        }
        for (String key : needed.stream().sorted().toList()) {
            fields.add(new Shape.Field(key, further.isObject()
                    ? shape(key, further, depth + 1, Set.of()) : new Shape.AnyJson(), true));
        }
        return new Shape.Fields(fields, open
                ? Optional.of(shape("", further, depth + 1, Set.of())) : Optional.empty());
    }

    private static OptionalInt count(JsonNode schema, String keyword) throws Misfit {
        JsonNode number = schema.path(keyword);
        if (!number.isNumber()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.clamp(number.asDouble(), 0, Integer.MAX_VALUE));
    }
}
