package placewatch.rest;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// One JSON object of an answer, read field by field. Absent and null mean the same (the server leaves nil fields
/// out); a field of another type ends the reading with a sentence that names the call and the field.
record Fields(Call call, JsonNode node) {

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /// Empty when absent.
    String text(String name) {
        if (!has(name)) {
            return "";
        }
        JsonNode value = node.get(name);
        if (!value.isString()) {
            throw wrong(name, "text", value);
        }
        return value.stringValue();
    }

    /// Text that nothing works without.
    String needed(String name) {
        String text = text(name);
        if (text.isBlank()) {
            throw BadAnswer.unreadable(call, "“" + name + "” is missing");
        }
        return text;
    }

    /// False when absent.
    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        JsonNode value = node.get(name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false", value);
        }
        return value.booleanValue();
    }

    /// 0 when absent.
    int number(String name) {
        if (!has(name)) {
            return 0;
        }
        JsonNode value = node.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(name, "a whole number", value);
        }
        return value.intValue();
    }

    /// Empty when absent.
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list(name)) {
            if (!item.isString()) {
                throw wrong(name, "a list of texts", item);
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    /// Empty when absent.
    List<Fields> objects(String name) {
        return each(call, "“" + name + "”", list(name));
    }

    /// An object without fields when absent.
    Fields object(String name) {
        if (!has(name)) {
            return new Fields(call, node.path(name));
        }
        JsonNode value = node.get(name);
        if (!value.isObject()) {
            throw wrong(name, "an object", value);
        }
        return new Fields(call, value);
    }

    static List<Fields> each(Call call, String where, JsonNode list) {
        List<Fields> objects = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            if (!item.isObject()) {
                throw BadAnswer.unreadable(call, where + " should hold objects, but holds " + kind(item));
            }
            objects.add(new Fields(call, item));
        }
        return objects;
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case BINARY, STRING -> "text";
            case BOOLEAN -> "true or false";
            case MISSING -> "missing";
            case NULL -> "null";
            case NUMBER -> "a number";
            case OBJECT, POJO -> "an object";
        };
    }

    private JsonNode list(String name) {
        if (!has(name)) {
            return node.path(name);
        }
        JsonNode value = node.get(name);
        if (!value.isArray()) {
            throw wrong(name, "a list", value);
        }
        return value;
    }

    private BadAnswer wrong(String name, String expected, JsonNode found) {
        return BadAnswer.unreadable(call, "“" + name + "” should be " + expected + ", but is " + kind(found));
    }
}
