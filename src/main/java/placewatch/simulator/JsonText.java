package placewatch.simulator;

import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;

/// Writes JSON the way PlaceOS's own language does: no spaces, `1.0e-7` with a small e, `42.0` kept as it is.
///
/// Safe on any thread.
public final class JsonText {

    private JsonText() {
    }

    public static String of(JsonNode value) {
        StringBuilder text = new StringBuilder(64);
        write(value, text);
        return text.toString();
    }

    /// A string with its quotes.
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16);
        quote(text, quoted);
        return quoted.toString();
    }

    private static void write(JsonNode value, StringBuilder to) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                char before = '{';
                for (Map.Entry<String, JsonNode> field : value.properties()) {
                    to.append(before);
                    quote(field.getKey(), to);
                    to.append(':');
                    write(field.getValue(), to);
                    before = ',';
                }
                to.append(value.isEmpty() ? "{}" : "}");
            }
            case ARRAY -> {
                char before = '[';
                for (JsonNode item : value) {
                    to.append(before);
                    write(item, to);
                    before = ',';
                }
                to.append(value.isEmpty() ? "[]" : "]");
            }
            case STRING -> quote(value.stringValue(), to);
            case NUMBER -> number(value, to);
            case BOOLEAN -> to.append(value.booleanValue());
            case NULL, MISSING, BINARY, POJO -> to.append("null");
        }
    }

    private static void number(JsonNode value, StringBuilder to) {
        if (value.isDouble() || value.isFloat()) {
            double number = value.doubleValue();
            to.append(Double.isFinite(number) ? Double.toString(number).replace('E', 'e') : "null");
        } else {
            to.append(value.numberValue().toString().replace('E', 'e'));
        }
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, to);
        to.append('"');
    }
}
