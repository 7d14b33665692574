package placewatch.form;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A text that should be a JSON list of arguments.
public sealed interface JsonList {

    /// It is one.
    record Read(List<JsonNode> values) implements JsonList { }

    /// It is none.
    record Faulty(JsonFault fault) implements JsonList { }

    /// Reads it; an empty text is an empty list.
    static JsonList read(String text) {
        if (text.isBlank()) {
            return new Read(List.of());
        }
        try {
            JsonNode list = value(text);
            return list.isArray() ? new Read(list.valueStream().toList()) : new Faulty(JsonFault.at(text,
                    text.length() - text.stripLeading().length(),
                    "the arguments must be a list, such as [true, \"hdmi1\"]"));
        } catch (JacksonException e) {
            return new Faulty(JsonFault.of(e, text));
        }
    }

    /// One JSON value and nothing behind it; numbers keep all of their digits.
    ///
    /// @throws JacksonException it is none
    static JsonNode value(String text) {
        return Strict.MAPPER.readTree(text);
    }

    /// The place of a value in a text that is JSON: the offset where it begins, or where the innermost thing begins
    /// that is there of it.
    static int offset(String text, Place place) {
        try (JsonParser parser = Strict.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            int found = start(parser);
            for (Place.Step step : place.steps()) {
                if (!enter(parser, step)) {
                    return found;
                }
                found = start(parser);
            }
            return found;
        } catch (JacksonException _) {
            return 0;
        }
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private static boolean enter(JsonParser parser, Place.Step step) {
        return switch (step) {
            case Place.Key(String name) -> parser.currentToken() == JsonToken.START_OBJECT && key(parser, name);
            case Place.Item(int position) -> parser.currentToken() == JsonToken.START_ARRAY && item(parser, position);
        };
    }

    private static boolean key(JsonParser parser, String name) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean wanted = parser.currentName().equals(name);
            parser.nextToken();
            if (wanted) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static boolean item(JsonParser parser, int position) {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i == position) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /// How arguments are read.
    final class Strict {
        private static final JsonFactory FACTORY = new JsonFactory();
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();

        private Strict() {
        }
    }
}
