package placewatch.settings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// [TableLayout] as two fields of a JSON object, `columns` and `sort`, and back. Any thread.
final class TableLayoutJson {

    private TableLayoutJson() {
    }

    static void write(ObjectNode node, TableLayout layout) {
        ArrayNode columns = node.putArray("columns");
        layout.columns().forEach(column -> columns.addObject()
                .put("id", column.id()).put("width", column.width()).put("shown", column.shown()));
        ArrayNode sort = node.putArray("sort");
        layout.sort().forEach(by -> sort.addObject().put("column", by.column()).put("ascending", by.ascending()));
    }

    /// @throws IllegalArgumentException when it is not what [#write] makes
    static TableLayout read(JsonNode node) {
        List<TableLayout.Column> columns = new ArrayList<>();
        for (JsonNode column : list(node, "columns")) {
            JsonNode width = column.path("width");
            if (!width.isNumber()) {
                throw new IllegalArgumentException("the width of a column should be a number");
            }
            columns.add(new TableLayout.Column(id(column, "id"), width.doubleValue(),
                    column.path("shown").asBoolean(true)));
        }
        List<TableLayout.Sort> sort = new ArrayList<>();
        for (JsonNode by : list(node, "sort")) {
            sort.add(new TableLayout.Sort(id(by, "column"), by.path("ascending").asBoolean(true)));
        }
        return new TableLayout(columns, sort);
    }

    private static Iterable<JsonNode> list(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
            throw new IllegalArgumentException("“" + name + "” should be a list");
        }
        return value;
    }

    private static String id(JsonNode parent, String name) {
        if (!parent.path(name).isString()) {
            throw new IllegalArgumentException("“" + name + "” should be a text");
        }
        return parent.path(name).stringValue();
    }
}
