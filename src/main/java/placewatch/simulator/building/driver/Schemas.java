package placewatch.simulator.building.driver;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON Schemas of arguments, shaped as PlaceOS derives them from Crystal types; `title` is the Crystal type.
final class Schemas {

    private Schemas() {
    }

    static ObjectNode bool() {
        return Json.object("type", "boolean", "title", "Bool");
    }

    static ObjectNode string() {
        return Json.object("type", "string", "title", "String");
    }

    static ObjectNode int32() {
        return integer("Int32");
    }

    /// @param format  a Crystal integer type, such as `UInt8`
    static ObjectNode integer(String format) {
        return Json.object("type", "integer", "format", format, "title", format);
    }

    static ObjectNode float64() {
        return Json.object("type", "number", "format", "Float64", "title", "Float64");
    }

    /// Adds bounds, which PlaceOS itself never derives, but hand-written metadata has.
    static ObjectNode within(ObjectNode schema, long minimum, long maximum) {
        return schema.put("minimum", minimum).put("maximum", maximum);
    }

    static ObjectNode enumeration(String title, String... values) {
        ArrayNode names = Json.array();
        for (String value : values) {
            names.add(value);
        }
        return Json.object("type", "string", "enum", names, "title", title);
    }

    static ObjectNode array(JsonNode items) {
        return Json.object("type", "array", "items", items, "title", "Array(" + items.path("title").asString("") + ")");
    }

    /// A named tuple: all of its fields are required.
    ///
    /// @param namesAndSchemas  alternating
    static ObjectNode tuple(Object... namesAndSchemas) {
        ObjectNode properties = Json.object(namesAndSchemas);
        StringBuilder title = new StringBuilder();
        properties.forEachEntry((name, schema) -> title.append(title.isEmpty() ? "" : ", ")
                .append(name).append(": ").append(schema.path("title").asString("")));
        return Json.object("type", "object", "properties", properties,
                "required", Json.of(properties.propertyNames()), "title", "NamedTuple(" + title + ")");
    }

    /// The shape that stands for any JSON at all.
    static ObjectNode anyJson() {
        return Json.object("type", "object", "title", "JSON::Any");
    }

    static ObjectNode union(JsonNode... kinds) {
        ArrayNode alternatives = Json.array();
        StringBuilder title = new StringBuilder("(");
        for (JsonNode kind : kinds) {
            title.append(alternatives.isEmpty() ? "" : " | ").append(kind.path("title").asString("Nil"));
            alternatives.add(kind);
        }
        return Json.object("anyOf", alternatives, "title", title.append(')').toString());
    }

    static ObjectNode nullable(JsonNode kind) {
        return union(kind, Json.object("type", "null"));
    }

    /// A moment as an ISO 8601 text.
    static ObjectNode time() {
        return Json.object("type", "string", "format", "date-time", "title", "Time");
    }

    /// Any keys, all with values of one kind.
    static ObjectNode map(JsonNode values) {
        return Json.object("type", "object", "additionalProperties", values,
                "title", "Hash(String, " + values.path("title").asString("") + ")");
    }

    /// An object of which only the first field is required, and which takes other keys too.
    ///
    /// @param namesAndSchemas  alternating
    static ObjectNode record(Object... namesAndSchemas) {
        ObjectNode schema = tuple(namesAndSchemas);
        schema.putArray("required").add(namesAndSchemas[0].toString());
        return schema.put("additionalProperties", true).put("title", "Lab::Options");
    }

    /// A schema that refers to itself.
    static ObjectNode tree() {
        ObjectNode schema = tuple("name", string(), "children", array(Json.object("$ref", "#")));
        schema.putArray("required").add("name");
        return schema.put("title", "Lab::Node");
    }

    /// A schema of more fields than anybody fills in.
    static ObjectNode huge() {
        ObjectNode properties = Json.object();
        for (int i = 1; i <= 400; i++) {
            properties.set("field_" + i, string());
        }
        return Json.object("type", "object", "properties", properties, "title", "Lab::Everything");
    }
}
