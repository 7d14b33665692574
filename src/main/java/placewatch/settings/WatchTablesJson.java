package placewatch.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Watch tables as JSON text and back. Unknown fields are a newer version's and are ignored, as are groupings that are
/// not known; absent fields are as at first; a field of another type makes the text broken. Any thread.
public final class WatchTablesJson implements Format<WatchTables> {

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public String called() {
        return "The watch tables";
    }

    @Override
    public WatchTables initial() {
        return WatchTables.none();
    }

    @Override
    public byte[] write(WatchTables watch) {
        ObjectNode root = mapper.createObjectNode();
        root.put("chosen", watch.chosen());
        ArrayNode tables = root.putArray("tables");
        watch.tables().forEach(table -> write(tables.addObject(), table));
        ObjectNode titles = root.putObject("titles");
        watch.titles().forEach(titles::put);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void write(ObjectNode node, WatchTables.Table table) {
        node.put("name", table.name());
        table.pins().forEach(node.putArray("pins")::add);
        table.order().forEach(node.putArray("order")::add);
        table.leftOut().forEach(node.putArray("leftOut")::add);
        node.put("filter", table.filter());
        node.put("grouping", table.grouping().name());
        TableLayoutJson.write(node, table.layout());
        table.folded().stream().sorted().forEach(node.putArray("folded")::add);
    }

    @Override
    public WatchTables read(byte[] text) {
        JsonNode root = mapper.readTree(text);
        if (!root.isObject()) {
            throw new IllegalArgumentException("it holds no JSON object");
        }
        List<WatchTables.Table> tables = new ArrayList<>();
        for (JsonNode table : list(root, "tables")) {
            tables.add(table(table));
        }
        Map<String, String> titles = new TreeMap<>();
        object(root, "titles").forEach(entry -> titles.put(entry.getKey(), text(entry.getKey(), entry.getValue())));
        return new WatchTables(tables, text(root, "chosen"), titles);
    }

    private static WatchTables.Table table(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("a watch table should be an object");
        }
        return new WatchTables.Table(text(node, "name"), texts(node, "pins"), texts(node, "order"),
                texts(node, "leftOut"), text(node, "filter"), grouping(node.path("grouping")),
                TableLayoutJson.read(node), new HashSet<>(texts(node, "folded")));
    }

    private static WatchTables.Grouping grouping(JsonNode name) {
        for (WatchTables.Grouping grouping : WatchTables.Grouping.values()) {
            if (name.isString() && grouping.name().equals(name.stringValue())) {
                return grouping;
            }
        }
        return WatchTables.Grouping.NONE;
    }

    private static List<String> texts(JsonNode parent, String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list(parent, name)) {
            texts.add(text("a part of “" + name + "”", text));
        }
        return texts;
    }

    private static Iterable<JsonNode> list(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
            throw new IllegalArgumentException("“" + name + "” should be a list");
        }
        return value;
    }

    private static Iterable<Map.Entry<String, JsonNode>> object(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
            throw new IllegalArgumentException("“" + name + "” should be an object");
        }
        return value.properties();
    }

    private static String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        return value.isMissingNode() || value.isNull() ? "" : text("“" + name + "”", value);
    }

    private static String text(String what, JsonNode value) {
        if (!value.isString()) {
            throw new IllegalArgumentException(what + " should be a text");
        }
        return value.stringValue();
    }
}
