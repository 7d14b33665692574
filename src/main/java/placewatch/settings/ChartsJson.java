package placewatch.settings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Charts as JSON and back. Unknown fields, an unknown axis and an unknown way of drawing are a newer version's and are ignored; what is there and
/// of another type, or can't be, makes it broken. Any thread.
public final class ChartsJson implements Format<Charts> {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public String called() {
        return "The charts";
    }

    @Override
    public Charts initial() {
        return Charts.none();
    }

    @Override
    public byte[] write(Charts charts) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node(charts));
    }

    @Override
    public Charts read(byte[] text) {
        return read(MAPPER.readTree(text));
    }

    /// To be part of a larger text.
    static ObjectNode node(Charts charts) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("chosen", charts.chosen());
        ArrayNode all = root.putArray("charts");
        for (Charts.Chart chart : charts.charts()) {
            ObjectNode one = all.addObject().put("name", chart.name()).put("range", chart.range())
                    .put("lines", chart.lines().name());
            ArrayNode series = one.putArray("series");
            for (Charts.Series each : chart.series()) {
                series.addObject().put("system", each.system()).put("module", each.module()).put("index", each.index())
                        .put("name", each.name()).put("hidden", each.hidden()).put("axis", each.axis().name());
            }
        }
        return root;
    }

    static Charts read(JsonNode root) {
        if (!root.isObject()) {
            throw new IllegalArgumentException("the charts should be an object");
        }
        List<Charts.Chart> charts = new ArrayList<>();
        for (JsonNode chart : list(root, "charts")) {
            List<Charts.Series> series = new ArrayList<>();
            for (JsonNode each : list(chart, "series")) {
                series.add(new Charts.Series(text(each, "system"), text(each, "module"), number(each, "index", 1),
                        text(each, "name"), each.path("hidden").asBoolean(false), axis(each.path("axis"))));
            }
            charts.add(new Charts.Chart(text(chart, "name"), chart.path("range").asString(""), lines(chart.path("lines")), series));
        }
        return new Charts(charts, number(root, "chosen", 0));
    }

    private static JsonNode list(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!value.isArray() && !value.isMissingNode()) {
            throw new IllegalArgumentException("“" + name + "” should be a list");
        }
        return value;
    }

    private static String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("“" + name + "” should be a text");
        }
        return value.stringValue();
    }

    private static int number(JsonNode parent, String name, int absent) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isInt()) {
            throw new IllegalArgumentException("“" + name + "” should be a whole number");
        }
        return value.intValue();
    }

    private static Charts.Lines lines(JsonNode name) {
        for (Charts.Lines lines : Charts.Lines.values()) {
            if (name.isString() && lines.name().equals(name.stringValue())) {
                return lines;
            }
        }
        return Charts.Lines.STEPS;
    }

    private static Charts.Axis axis(JsonNode name) {
        for (Charts.Axis axis : Charts.Axis.values()) {
            if (name.isString() && axis.name().equals(name.stringValue())) {
                return axis;
            }
        }
        return Charts.Axis.BY_UNIT;
    }
}
