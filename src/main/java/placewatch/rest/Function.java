package placewatch.rest;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What a module lets you exec.
///
/// @param parameters  in the order in which arguments are sent
public record Function(String name, List<Parameter> parameters) {

    public Function {
        parameters = List.copyOf(parameters);
    }

    /// One argument.
    ///
    /// @param schema    its JSON Schema as the server sent it, possibly `{}`
    /// @param optional  a `default` is present, even null
    public record Parameter(String name, JsonNode schema, boolean optional) {

        /// Its kind in a word: the schema's `type`, `enum`, `any`; alternatives as `integer | null`.
        public String kind() {
            return kind(schema);
        }

        private static String kind(JsonNode schema) {
            if (schema.has("enum")) {
                return "enum";
            }
            for (String alternatives : List.of("anyOf", "oneOf")) {
                if (schema.path(alternatives).isArray()) {
                    return schema.path(alternatives).valueStream().map(Parameter::word).distinct()
                            .collect(Collectors.joining(" | "));
                }
            }
            JsonNode type = schema.path("type");
            return type.isArray()
                    ? type.valueStream().map(one -> one.asString("any")).collect(Collectors.joining(" | "))
                    : word(schema);
        }

        private static String word(JsonNode schema) {
            if (schema.has("enum")) {
                return "enum";
            }
            JsonNode type = schema.path("type");
            boolean anyJson = type.asString("").equals("object") && schema.path("properties").isEmpty()
                    && !schema.has("additionalProperties");
            return type.isString() && !anyJson ? type.asString() : "any";
        }
    }

    /// `make_booking(starts: integer, title: string = "Ad-hoc")`.
    public String signature() {
        return name + parameters.stream()
                .map(p -> p.name() + ": " + p.kind() + (p.optional() ? " = " + p.schema().path("default") : ""))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
