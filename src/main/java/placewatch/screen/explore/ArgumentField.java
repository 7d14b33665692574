package placewatch.screen.explore;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import placewatch.rest.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// One argument of the form: what was typed, and the JSON that it stands for.
final class ArgumentField {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// Which control fits.
    enum Editor { SWITCH, CHOICE, WHOLE_NUMBER, NUMBER, TEXT, JSON }

    /// What a field stands for.
    sealed interface Reading { }

    /// Left empty.
    record Untouched() implements Reading { }

    /// JSON text, ready to be sent.
    record Given(String json) implements Reading { }

    /// Can't be sent, and why.
    record Wrong(String why) implements Reading { }

    private final Function.Parameter parameter;
    private final Editor editor;
    private final StringProperty typed = new SimpleStringProperty("");

    ArgumentField(Function.Parameter parameter) {
        this.parameter = parameter;
        editor = editorFor(parameter.schema());
    }

    private static Editor editorFor(JsonNode schema) {
        if (schema.path("enum").isArray() && schema.path("enum").valueStream().allMatch(JsonNode::isString)) {
            return Editor.CHOICE;
        }
        return switch (schema.path("type").asString("")) {
            case "boolean" -> Editor.SWITCH;
            case "integer" -> Editor.WHOLE_NUMBER;
            case "number" -> Editor.NUMBER;
            case "string" -> Editor.TEXT;
            default -> Editor.JSON;
        };
    }

    String name() {
        return parameter.name();
    }

    boolean optional() {
        return parameter.optional();
    }

    Editor editor() {
        return editor;
    }

    /// The values to choose from; empty for other editors.
    List<String> choices() {
        return switch (editor) {
            case SWITCH -> List.of("true", "false");
            case CHOICE -> parameter.schema().path("enum").valueStream().map(JsonNode::asString).toList();
            case WHOLE_NUMBER, NUMBER, TEXT, JSON -> List.of();
        };
    }

    /// What an empty field shows: its default, which is never sent, or what is wanted.
    String hint() {
        if (parameter.optional()) {
            return parameter.schema().path("default") + "  (default, not sent)";
        }
        String title = parameter.schema().path("title").asString("");
        return switch (editor) {
            case SWITCH, CHOICE -> "choose";
            case WHOLE_NUMBER -> "whole number" + range();
            case NUMBER -> "number" + range();
            case TEXT -> "text";
            case JSON -> "JSON" + (title.isEmpty() ? "" : ", " + title);
        };
    }

    private String range() {
        JsonNode least = parameter.schema().path("minimum");
        JsonNode most = parameter.schema().path("maximum");
        if (least.isNumber() && most.isNumber()) {
            return ", " + least + " to " + most;
        }
        return least.isNumber() ? ", at least " + least : most.isNumber() ? ", at most " + most : "";
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// Types what stands for that JSON text; nothing for an empty one.
    void give(String json) {
        String text = json.strip();
        boolean string = text.startsWith("\"") && text.length() > 2;
        typed.set(string && (editor == Editor.TEXT || editor == Editor.CHOICE)
                ? STRICT.readTree(text).stringValue() : text);
    }

    /// What the field stands for now.
    Reading read() {
        String text = editor == Editor.TEXT ? typed.get() : typed.get().strip();
        if (text.isEmpty()) {
            return parameter.optional() ? new Untouched() : new Wrong("needed");
        }
        return switch (editor) {
            case SWITCH, CHOICE -> choices().contains(text)
                    ? new Given(editor == Editor.SWITCH ? text : quoted(text))
                    : new Wrong("“" + text + "” is not one of " + String.join(", ", choices()));
            case TEXT -> new Given(text.equals("\"\"") ? text : quoted(text));
            case WHOLE_NUMBER -> wholeNumber(text);
            case NUMBER -> number(text);
            case JSON -> json(text);
        };
    }

    private Reading wholeNumber(String text) {
        try {
            return within(new BigDecimal(new BigInteger(text.startsWith("+") ? text.substring(1) : text)));
        } catch (NumberFormatException _) {
            return new Wrong("“" + text + "” is not a whole number");
        }
    }

    private Reading number(String text) {
        try {
            return within(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return new Wrong("“" + text + "” is not a number (use a point for decimals)");
        }
    }

    private Reading within(BigDecimal number) {
        Optional<BigDecimal> least = limit("minimum");
        Optional<BigDecimal> most = limit("maximum");
        if (least.isPresent() && number.compareTo(least.get()) < 0) {
            return new Wrong("at least " + least.get());
        }
        if (most.isPresent() && number.compareTo(most.get()) > 0) {
            return new Wrong("at most " + most.get());
        }
        return new Given(number.toString());
    }

    private Optional<BigDecimal> limit(String keyword) {
        JsonNode limit = parameter.schema().path(keyword);
        return limit.isNumber() ? Optional.of(limit.decimalValue()) : Optional.empty();
    }

    private static Reading json(String text) {
        try {
            return new Given(STRICT.readTree(text).toString());
        } catch (JacksonException e) {
            return new Wrong("not JSON: " + e.getOriginalMessage().lines().findFirst().orElse("unreadable")
                    + " (texts need \"quotes\")");
        }
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}
