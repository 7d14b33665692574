package placewatch.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// [Recent] as JSON text and back. Unknown fields and choices of an unknown kind are a newer version's and are left out;
/// anything else that is not as it should be makes the text broken.
public final class RecentFormat implements Format<Recent> {

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public String called() {
        return "The recent choices";
    }

    @Override
    public Recent initial() {
        return Recent.none();
    }

    @Override
    public byte[] write(Recent recent) {
        ObjectNode root = mapper.createObjectNode();
        ArrayNode choices = root.putArray("choices");
        for (Recent.Choice choice : recent.choices()) {
            ObjectNode one = choices.addObject().put("kind", choice.kind().name().toLowerCase(Locale.ROOT));
            put(one, "system", choice.system());
            put(one, "title", choice.title());
            put(one, "module", choice.module());
            put(one, "name", choice.name());
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void put(ObjectNode into, String field, String text) {
        if (!text.isEmpty()) {
            into.put(field, text);
        }
    }

    @Override
    public Recent read(byte[] text) {
        JsonNode root = mapper.readTree(text);
        JsonNode all = root.path("choices");
        if (!root.isObject() || !all.isMissingNode() && !all.isArray()) {
            throw new IllegalArgumentException("it holds no list of choices");
        }
        List<Recent.Choice> choices = new ArrayList<>();
        for (JsonNode one : all) {
            String kind = text(one, "kind");
            for (Recent.Kind known : Recent.Kind.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                    choices.add(new Recent.Choice(known, text(one, "system"), text(one, "title"),
                            text(one, "module"), text(one, "name")));
                }
            }
        }
        return new Recent(choices);
    }

    private static String text(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        if (value.isMissingNode()) {
            return "";
        }
        if (!value.isString()) {
            throw new IllegalArgumentException("“" + field + "” of a choice should be a text");
        }
        return value.stringValue();
    }
}
