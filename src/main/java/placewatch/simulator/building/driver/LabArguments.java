package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;
import static placewatch.simulator.building.driver.Parameter.required;

import tools.jackson.databind.JsonNode;

/// A function for every kind of argument that metadata can describe; each returns what it was given.
final class LabArguments {

    private LabArguments() {
    }

    static Commands<Lab> in(Commands<Lab> commands) {
        return commands
                .user("echo", (d, a) -> a.json(0), required("value", Schemas.anyJson()))
                .user("with_bool", (d, a) -> a.json(0), required("state", Schemas.bool()))
                .user("with_integers", (d, a) -> a.all(),
                        required("small", Schemas.integer("Int8")),
                        required("byte", Schemas.integer("UInt8")),
                        required("port", Schemas.integer("UInt16")),
                        required("count", Schemas.integer("Int32")),
                        required("large", Schemas.integer("Int64")))
                .user("with_bounds", (d, a) -> a.json(0),
                        required("percent", Schemas.within(Schemas.int32(), 0, 100)))
                .user("with_float", (d, a) -> a.json(0), required("gain_db", Schemas.float64()))
                .user("with_string", (d, a) -> a.json(0), required("text", Schemas.string()))
                .user("with_enum", (d, a) -> a.json(0),
                        required("mode", Schemas.enumeration("Lab::Mode", "slow", "normal", "very_fast")))
                .user("with_long_enum", (d, a) -> a.json(0), required("colour", Schemas.enumeration("Lab::Colour",
                        "black", "white", "red", "green", "blue", "yellow", "light_blue", "dark_green", "orange",
                        "violet", "turquoise", "grey")))
                .user("with_defaults", (d, a) -> a.all(),
                        required("name", Schemas.string()),
                        optional("times", Schemas.int32(), 3),
                        optional("label", Schemas.string(), "nowhitespace"),
                        optional("note", Schemas.nullable(Schemas.string()), null))
                .user("with_nullable", (d, a) -> a.json(0), required("level", Schemas.nullable(Schemas.int32())))
                .user("with_union", (d, a) -> a.json(0),
                        required("id", Schemas.union(Schemas.int32(), Schemas.string(), Schemas.bool())))
                .user("with_integer_array", (d, a) -> a.json(0),
                        required("numbers", Schemas.array(Schemas.int32())))
                .user("with_object_array", (d, a) -> a.json(0), required("people", Schemas.array(person())))
                .user("with_nested", (d, a) -> a.json(0), required("booking", Schemas.tuple(
                        "title", Schemas.string(),
                        "host", person(),
                        "rooms", Schemas.array(Schemas.string()))))
                .user("with_any", (d, a) -> a.json(0), required("anything", Schemas.anyJson()))
                .user("with_no_schema", (d, a) -> a.json(0), required("mystery", Json.object()))
                .user("with_only_default", (d, a) -> a.json(0), optional("mystery", Json.object(), 5))
                .user("with_limits", (d, a) -> a.all(),
                        required("quarter", Schemas.int32().put("multipleOf", 15).put("exclusiveMinimum", 0)
                                .put("maximum", 120)),
                        optional("gain", Schemas.float64().put("minimum", -60).put("exclusiveMaximum", 12), -6.5))
                .user("with_text_rules", (d, a) -> a.all(),
                        required("pin", Schemas.string().put("minLength", 4).put("maxLength", 6)
                                .put("pattern", "^[0-9]+$")),
                        optional("message", Schemas.string().put("maxLength", 280), "hello"))
                .user("with_moments", (d, a) -> a.all(),
                        required("starts_at", Schemas.integer("Int64")),
                        optional("until", Schemas.time(), null))
                .user("with_switches", (d, a) -> a.all(),
                        required("power", Schemas.bool()), optional("mute", Schemas.bool(), false),
                        optional("fade", Schemas.bool(), true))
                .user("with_keys", (d, a) -> a.json(0), required("labels", Schemas.map(Schemas.string())))
                .user("with_options", (d, a) -> a.json(0), required("options", Schemas.record(
                        "name", Schemas.string(), "level", Schemas.within(Schemas.int32(), 0, 10),
                        "tags", Schemas.array(Schemas.string()))))
                .user("with_one_of", (d, a) -> a.json(0), required("source", Json.object("oneOf", Json.array(
                        Schemas.enumeration("Lab::Input", "hdmi1", "hdmi2", "ops"), person()))))
                .user("with_types", (d, a) -> a.json(0),
                        required("value", Json.object("type", Json.array("integer", "string", "null"))))
                .user("with_times", (d, a) -> a.all(),
                        required("starts", Schemas.int32()), optional("ends", Schemas.int32(), 0))
                .user("with_login", (d, a) -> a.json(0).asString() + " is let in",
                        required("user", Schemas.string()),
                        required("password", Schemas.string().put("minLength", 8)))
                .user("with_null", (d, a) -> a.json(0), required("nothing", Json.object("type", "null")))
                .user("with_one_value", (d, a) -> a.json(0), required("state", Json.object("const", "on")))
                .user("with_presets", (d, a) -> a.json(0), required("preset", Json.object("enum",
                        Json.array(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "home", null))))
                .user("with_grid", (d, a) -> a.json(0), required("cells", Schemas.array(Schemas.array(Schemas.int32()))))
                .user("with_mixed_array", (d, a) -> a.json(0),
                        required("parts", Schemas.array(Schemas.union(Schemas.int32(), Schemas.string()))))
                .user("with_definitions", (d, a) -> a.json(0), required("route", Json.object(
                        "allOf", Json.array(Json.object("$ref", "#/$defs/level")),
                        "$defs", Json.object("level", Schemas.within(Schemas.int32(), 1, 9)))))
                .user("with_rule", (d, a) -> a.json(0), required("word",
                        Schemas.string().set("not", Json.object("const", "forbidden"))))
                .user("with_tree", (d, a) -> a.json(0), required("tree", Schemas.tree()))
                .user("with_contradiction", (d, a) -> a.json(0),
                        required("impossible", Schemas.within(Schemas.int32(), 5, 4)))
                .user("with_huge", (d, a) -> a.json(0), required("everything", Schemas.huge()));
    }

    private static JsonNode person() {
        return Schemas.tuple("name", Schemas.string(), "age", Schemas.int32(),
                "email", Schemas.nullable(Schemas.string()));
    }
}
