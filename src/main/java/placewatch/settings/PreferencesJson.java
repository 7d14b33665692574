package placewatch.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Preferences as JSON text and back. Unknown fields and an unknown theme are a newer version's and are ignored;
/// absent fields are as at first; a field of another type makes the text broken, but for the connections' settings.
public final class PreferencesJson implements Format<Preferences> {

    /// Made by whoever needs it: at the first start there is nothing to read, and making one takes its time.
    private JsonMapper mapper() {
        return JsonMapper.builder().build();
    }

    @Override
    public String called() {
        return "The preferences";
    }

    @Override
    public Preferences initial() {
        return Preferences.initial();
    }

    @Override
    public byte[] write(Preferences preferences) {
        JsonMapper mapper = mapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("theme", preferences.theme().name());
        preferences.window().ifPresent(place -> root.putObject("window")
                .put("x", place.x())
                .put("y", place.y())
                .put("width", place.width())
                .put("height", place.height())
                .put("maximised", place.maximised()));
        ObjectNode splitters = root.putObject("splitters");
        preferences.splitters().forEach((name, positions) -> {
            ArrayNode array = splitters.putArray(name);
            positions.forEach(array::add);
        });
        ObjectNode tables = root.putObject("tables");
        preferences.tables().forEach((name, layout) -> TableLayoutJson.write(tables.putObject(name), layout));
        ConnectionSettingsJson.write(root.putObject("connections"), preferences.connections());
        ObjectNode favourites = root.putObject("favourites");
        preferences.favourites().forEach((server, systems) -> {
            ObjectNode titles = favourites.putObject(server);
            systems.forEach(titles::put);
        });
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    @Override
    public Preferences read(byte[] text) {
        JsonNode root = mapper().readTree(text);
        if (!root.isObject()) {
            throw new IllegalArgumentException("it holds no JSON object");
        }
        return new Preferences(theme(root.path("theme")), window(root), splitters(root), tables(root),
                ConnectionSettingsJson.read(root.path("connections")), favourites(root));
    }

    private static Preferences.Theme theme(JsonNode name) {
        for (Preferences.Theme theme : Preferences.Theme.values()) {
            if (name.isString() && theme.name().equals(name.stringValue())) {
                return theme;
            }
        }
        return Preferences.initial().theme();
    }

    private static Optional<WindowPlace> window(JsonNode root) {
        if (!root.hasNonNull("window")) {
            return Optional.empty();
        }
        JsonNode place = root.get("window");
        return Optional.of(new WindowPlace(
                number(place, "x"),
                number(place, "y"),
                number(place, "width"),
                number(place, "height"),
                place.path("maximised").asBoolean(false)));
    }

    private static Map<String, List<Double>> splitters(JsonNode root) {
        Map<String, List<Double>> splitters = new TreeMap<>();
        for (Map.Entry<String, JsonNode> splitter : object(root, "splitters")) {
            if (!splitter.getValue().isArray()) {
                throw new IllegalArgumentException("splitter " + splitter.getKey() + " should hold a list");
            }
            List<Double> positions = new ArrayList<>();
            for (JsonNode position : splitter.getValue()) {
                positions.add(number("a divider of " + splitter.getKey(), position));
            }
            splitters.put(splitter.getKey(), positions);
        }
        return splitters;
    }

    private static Map<String, TableLayout> tables(JsonNode root) {
        Map<String, TableLayout> tables = new TreeMap<>();
        object(root, "tables").forEach(table -> tables.put(table.getKey(), TableLayoutJson.read(table.getValue())));
        return tables;
    }

    private static Map<String, Map<String, String>> favourites(JsonNode root) {
        Map<String, Map<String, String>> servers = new TreeMap<>();
        JsonNode all = root.path("favourites");
        for (Map.Entry<String, JsonNode> server : object(root, "favourites")) {
            Map<String, String> titles = new TreeMap<>();
            for (Map.Entry<String, JsonNode> system : object(all, server.getKey())) {
                if (!system.getValue().isString()) {
                    throw new IllegalArgumentException("the title of " + system.getKey() + " should be a text");
                }
                titles.put(system.getKey(), system.getValue().stringValue());
            }
            servers.put(server.getKey(), titles);
        }
        return servers;
    }

    private static Iterable<Map.Entry<String, JsonNode>> object(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
            throw new IllegalArgumentException("“" + name + "” should be an object");
        }
        return value.properties();
    }

    private static double number(JsonNode parent, String name) {
        return number(name, parent.path(name));
    }

    private static double number(String name, JsonNode value) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("“" + name + "” should be a number");
        }
        return value.doubleValue();
    }
}
