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

/// Templates as JSON and back. Unknown fields are a newer version's and are ignored; a field of another type, a kind
/// of scope that is not known and a template without a name make the text broken. Any thread.
public final class TemplatesJson implements Format<Templates> {

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public String called() {
        return "The templates";
    }

    @Override
    public Templates initial() {
        return Templates.none();
    }

    @Override
    public byte[] write(Templates templates) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree(templates));
    }

    /// The same as part of a larger whole.
    public JsonNode tree(Templates templates) {
        ObjectNode root = mapper.createObjectNode();
        ArrayNode all = root.putArray("templates");
        templates.all().forEach(template -> write(template, all.addObject()));
        return root;
    }

    private static void write(Template template, ObjectNode into) {
        into.put("name", template.name());
        ObjectNode scope = into.putObject("scope");
        switch (template.scope()) {
            case Template.Scope.Zone(String id, String title) ->
                scope.put("kind", "zone").put("id", id).put("title", title);
            case Template.Scope.Search(String words) -> scope.put("kind", "search").put("words", words);
            case Template.Scope.Systems(List<Template.Picked> systems) -> {
                ArrayNode picked = scope.put("kind", "systems").putArray("systems");
                systems.forEach(each -> picked.addObject().put("id", each.id()).put("title", each.title()));
            }
        }
        ArrayNode columns = into.putArray("columns");
        template.columns().forEach(column -> columns.addObject().put("heading", column.heading())
                .put("pattern", column.pattern()).put("joined", column.many() == Template.Many.JOINED));
        ObjectNode widths = into.putObject("widths");
        template.widths().forEach(widths::put);
        template.sort().ifPresent(sort -> into.putObject("sort")
                .put("column", sort.column()).put("ascending", sort.ascending()));
    }

    @Override
    public Templates read(byte[] text) {
        return read(mapper.readTree(text));
    }

    /// @throws IllegalArgumentException when it is not what [#tree] makes
    public Templates read(JsonNode root) {
        if (!root.isObject()) {
            throw new IllegalArgumentException("it holds no JSON object");
        }
        List<Template> all = new ArrayList<>();
        for (JsonNode each : list(root, "templates")) {
            all.add(template(each));
        }
        return new Templates(all);
    }

    private static Template template(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("a template should be an object");
        }
        List<Template.Column> columns = new ArrayList<>();
        for (JsonNode column : list(node, "columns")) {
            columns.add(new Template.Column(text(column, "heading"), text(column, "pattern"),
                    flag(column, "joined", false) ? Template.Many.JOINED : Template.Many.ONE_EACH));
        }
        return new Template(text(node, "name"), scope(object(node, "scope")), columns, widths(object(node, "widths")),
                node.hasNonNull("sort") ? Optional.of(sort(object(node, "sort"))) : Optional.empty());
    }

    private static Template.Scope scope(JsonNode node) {
        String kind = text(node, "kind");
        return switch (kind) {
            case "zone" -> new Template.Scope.Zone(text(node, "id"), text(node, "title"));
            case "search" -> new Template.Scope.Search(text(node, "words"));
            case "systems" -> {
                List<Template.Picked> picked = new ArrayList<>();
                for (JsonNode each : list(node, "systems")) {
                    picked.add(new Template.Picked(text(each, "id"), text(each, "title")));
                }
                yield new Template.Scope.Systems(picked);
            }
            default -> throw new IllegalArgumentException("a template is over a zone, a search or systems, not over “"
                    + kind + "”");
        };
    }

    private static Map<String, Double> widths(JsonNode node) {
        Map<String, Double> widths = new TreeMap<>();
        node.properties().forEach(width -> {
            if (!width.getValue().isNumber()) {
                throw new IllegalArgumentException("the width of “" + width.getKey() + "” should be a number");
            }
            widths.put(width.getKey(), width.getValue().doubleValue());
        });
        return widths;
    }

    private static Template.Sort sort(JsonNode node) {
        return new Template.Sort(text(node, "column"), flag(node, "ascending", true));
    }

    private static JsonNode object(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
            throw wrong(name, "an object");
        }
        return value;
    }

    private static JsonNode list(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
            throw wrong(name, "a list");
        }
        return value;
    }

    /// Empty when absent: whether it may be is the record's to say.
    private static String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw wrong(name, "a text");
        }
        return value.stringValue();
    }

    private static boolean flag(JsonNode parent, String name, boolean otherwise) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.booleanValue();
    }

    private static IllegalArgumentException wrong(String name, String right) {
        return new IllegalArgumentException("“" + name + "” should be " + right);
    }
}
