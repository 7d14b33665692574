package placewatch.form;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Holds values against a JSON Schema. Nothing is ever fetched; what the schema asks for in vain, or takes too long to
/// find out, counts as fitting, as the driver has the last word.
final class ValueCheck {

    private static final int MOST_STEPS = 100_000;
    private static final int DEEPEST = 400;
    /// Say what the schema is, or where else to look: nothing about a value.
    private static final Set<String> ABOUT_ITSELF =
            Set.of("$schema", "$id", "id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveRef", "$vocabulary");
    private static final Set<String> MAPS = Set.of("properties", "patternProperties", "$defs", "definitions",
            "dependentSchemas");

    private final Optional<Schema> schema;

    /// @param shape what was made of the schema
    ValueCheck(JsonNode schema, Shape shape) {
        this.schema = shape instanceof Shape.Unfit(var _, boolean checked) && !checked
                ? Optional.empty() : compiled(schema);
    }

    private static Optional<Schema> compiled(JsonNode schema) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder
                .schemaLoader(loader -> loader.fetchRemoteResources(false).block(_ -> true))
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .locale(Locale.ENGLISH)
                        .regularExpressionFactory(pattern -> text -> PatientPattern.finds(pattern, text))
                        .build()));
        try {
            return Optional.of(registry.getSchema(tidy(schema)));
        } catch (SchemaException _) {
            return Optional.empty();
        }
    }

    /// What is wrong with a value, first of all; empty if nothing is.
    Optional<Fault> fault(JsonNode value) {
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Error> errors = schema.get().validate(value, context -> context.executionConfig(config -> config
                    .maxEvaluationSteps(MOST_STEPS).maxEvaluationDepth(DEEPEST)));
            return errors.stream().findFirst().map(error -> new Fault(place(error.getInstanceLocation()), words(error)));
        } catch (SchemaException | JacksonException | ArithmeticException | StackOverflowError _) {
            // it stumbles over numbers such as 1E+20 where an integer is asked for
            return Optional.empty();
        }
    }

    private static String words(Error error) {
        Object[] details = error.getArguments();
        return error.getKeyword() != null && error.getKeyword().equals("type") && details != null && details.length == 2
                ? details[1] + " is wanted, not " + details[0] : error.getMessage();
    }

    private static Place place(NodePath path) {
        Place place = Place.HERE;
        for (int i = 0; i < path.getNameCount(); i++) {
            place = path.getElement(i) instanceof Integer position
                    ? place.item(position) : place.key(String.valueOf(path.getElement(i)));
        }
        return place;
    }

    /// The same rules, without what speaks of the schema itself; and where PlaceOS means *any JSON*, any JSON.
    private static JsonNode tidy(JsonNode schema) {
        if (!(schema instanceof ObjectNode given)) {
            return schema;
        }
        ObjectNode tidied = given.objectNode();
        boolean anyJson = given.path("type").asString("").equals("object") && given.path("properties").isEmpty()
                && given.path("required").isEmpty() && !given.has("additionalProperties")
                && !given.has("patternProperties") && !given.has("minProperties") && !given.has("maxProperties")
                && !given.has("propertyNames") && !given.has("allOf") && !given.has("anyOf") && !given.has("oneOf");
        for (Map.Entry<String, JsonNode> keyword : given.properties()) {
            String name = keyword.getKey();
            JsonNode value = keyword.getValue();
            if (ABOUT_ITSELF.contains(name) || name.equals("default") || anyJson && name.equals("type")) {
                continue;
            }
            tidied.set(name, switch (value) {
                case ObjectNode map when MAPS.contains(name) -> {
                    ObjectNode all = map.objectNode();
                    map.properties().forEach(entry -> all.set(entry.getKey(), tidy(entry.getValue())));
                    yield all;
                }
                case ArrayNode list when !name.equals("enum") && !name.equals("required") && !name.equals("type") -> {
                    ArrayNode all = list.arrayNode();
                    list.forEach(part -> all.add(tidy(part)));
                    yield all;
                }
                case ObjectNode part when !name.equals("const") -> tidy(part);
                default -> value;
            });
        }
        return tidied;
    }
}
