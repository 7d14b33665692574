package placewatch.simulator.building.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Every kind of value that a status variable can have.
final class LabValues {
    static final int BIG_KILOBYTES = 200;
    private static final int KILOBYTE = 1000;

    private LabValues() {
    }

    static Map<String, JsonNode> all() {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("yes", Json.of(true));
        values.put("no", Json.of(false));
        values.put("zero", Json.of(0));
        values.put("negative", Json.of(-273));
        values.put("whole_float", Json.of(42.0));
        values.put("tiny", Json.of(1.0e-7));
        values.put("huge_float", Json.of(6.02214076e23));
        values.put("beyond_double", Json.of((1L << 53) + 1));
        values.put("max_int64", Json.of(Long.MAX_VALUE));
        values.put("text", Json.of("plain"));
        values.put("empty", Json.of(""));
        values.put("blanks", Json.of("   "));
        values.put("lines", Json.of("first line\nsecond line\n\ttabbed third"));
        values.put("unicode", Json.of("Grüße, 東京 🏢👩🏽‍💻 שלום عالم e\u0301"));
        values.put("looks_like_json", Json.of("[1,2]"));
        values.put("looks_like_number", Json.of("123"));
        values.put("looks_like_null", Json.of("null"));
        values.put("markup", Json.of("<b>bold</b> & \"quoted\" \\ %s {0}"));
        values.put("empty_array", Json.array());
        values.put("empty_object", Json.object());
        values.put("numbers", Json.array(1, 2.5, -3, 4_000_000_000L));
        values.put("mixed", Json.array(null, true, 7, "seven", Json.array(Json.array()), Json.object("deep", null)));
        values.put("nested", nested());
        values.put("deep", deep(24));
        values.put("table", table(40));
        values.put("key with spaces.and-dots", Json.of("an awkward name"));
        values.put("big", big(BIG_KILOBYTES));
        values.put("big_array", Json.of(IntStream.range(0, 20_000).boxed().toList()));
        return values;
    }

    private static JsonNode nested() {
        return Json.object(
                "room", Json.object(
                        "name", "Lab",
                        "size", Json.object("width", 6.5, "depth", 4.0, "height", null),
                        "doors", Json.array(
                                Json.object("id", 1, "open", false),
                                Json.object("id", 2, "open", true))),
                "größe", "unicode key",
                "", "empty key");
    }

    private static JsonNode deep(int levels) {
        JsonNode node = Json.of("bottom");
        for (int level = levels; level > 0; level--) {
            node = Json.object("level_" + level, node);
        }
        return node;
    }

    /// A list of flat objects.
    static JsonNode table(int rows) {
        return Json.of(IntStream.range(0, rows)
                .mapToObj(row -> Json.object("row", row, "name", "Row " + row, "ok", row % 3 != 0)).toList());
    }

    /// Floors of rooms of devices: an object of about so many thousand characters, three levels deep.
    static JsonNode tree(int kilobytes) {
        ObjectNode floors = Json.object();
        for (int floor = 1; floor <= Math.max(1, kilobytes / 20); floor++) {
            ObjectNode rooms = Json.object();
            for (int room = 1; room <= 50; room++) {
                ObjectNode devices = Json.object();
                for (int device = 1; device <= 8; device++) {
                    devices.put("device_" + device, "in room " + floor + "." + room + " since yesterday");
                }
                rooms.set("room_" + room, devices);
            }
            floors.set("floor_" + floor, rooms);
        }
        return floors;
    }

    /// A text of so many thousand characters.
    static JsonNode big(int kilobytes) {
        String line = "0123456789 the quick brown fox jumps over the lazy dog, again and again and again. ";
        return Json.of(line.repeat(kilobytes * KILOBYTE / line.length() + 1).substring(0, kilobytes * KILOBYTE));
    }
}
