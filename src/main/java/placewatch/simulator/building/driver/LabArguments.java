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
                .user("with_only_default", (d, a) -> a.json(0), optional("mystery", Json.object(), 5));
    }

    private static JsonNode person() {
        return Schemas.tuple("name", Schemas.string(), "age", Schemas.int32(),
                "email", Schemas.nullable(Schemas.string()));
    }
}
