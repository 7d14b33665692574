package placewatch.protocol;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// Questions about JSON texts that are passed on as they are. Builds no trees; safe on any thread.
public final class JsonText {

    /// PlaceOS's reader gives up at 512 levels, and two of them are the frame's own.
    private static final int DEEPEST_ARGUMENT = 510;
    private static final String HALF_A_CHARACTER =
            "has half a character in it (one half of a surrogate pair), which PlaceOS can't read";

    private final JsonFactory json = lenientInSize();

    /// Frames of 20 MB and numbers of any length happen; only nesting stays bounded, as readers behind us recurse.
    static JsonFactory lenientInSize() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(1_000_000)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .build();
    }

    /// What is wrong with a text that is no JSON, without the reader's remarks on where its own input came from.
    static String reason(JacksonException e) {
        String said = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        int remark = said.indexOf(" (start marker at");
        return remark < 0 ? said : said.substring(0, remark);
    }

    /// Whether it is exactly one JSON value.
    public boolean isValue(String text) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    /// The characters that a JSON string stands for; empty if the text is not one JSON string.
    public Optional<String> contentOfString(String text) {
        if (!text.stripLeading().startsWith("\"")) {
            return Optional.empty();
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                return Optional.empty();
            }
            String content = parser.getString();
            return parser.nextToken() == null ? Optional.of(content) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// Why the text can't be an argument of an exec, as the end of a sentence; empty if it can. A server says nothing
    /// at all to a request that it can't read, so what would make one is not let through.
    public Optional<String> problemAsArgument(String text) {
        if (!WireText.canTravel(text)) {
            return Optional.of(HALF_A_CHARACTER);
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Optional.of("is empty");
            }
            int depth = 0;
            do {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                }
                Optional<String> problem = problemOfToken(parser, token, depth);
                if (problem.isPresent()) {
                    return problem;
                }
                parser.finishToken();
                token = parser.nextToken();
            } while (token != null && depth > 0);
            return token == null ? Optional.empty() : Optional.of("is more than one JSON value");
        } catch (JacksonException e) {
            return Optional.of("is not JSON: " + reason(e));
        }
    }

    private static Optional<String> problemOfToken(JsonParser parser, JsonToken token, int depth) {
        if (depth > DEEPEST_ARGUMENT) {
            return Optional.of("is nested more than " + DEEPEST_ARGUMENT + " levels deep, which PlaceOS can't read");
        }
        if (token == JsonToken.VALUE_NUMBER_INT && !fits64Bits(parser.getString())) {
            return Optional.of("has a whole number of more than 64 bits, which PlaceOS can't read");
        }
        if ((token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME)
                && !WireText.canTravel(parser.getString())) {
            return Optional.of(HALF_A_CHARACTER);
        }
        return Optional.empty();
    }

    private static boolean fits64Bits(String digits) {
        try {
            Long.parseLong(digits);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
