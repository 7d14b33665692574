package placewatch.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the server's frames. Fields may come in any order, unknown ones are passed over, and whatever can't be read
/// becomes an [Inbound.Unreadable], never an exception. Values stay the text that came: they are parsed only by whoever
/// looks at them. Safe on any thread.
public final class FrameReader {

    private static final Logger LOG = LoggerFactory.getLogger(FrameReader.class);
    private static final int BEGINNING = 200;
    private static final int REASON = 120;

    private final JsonFactory json = JsonText.lenientInSize();

    /// What the frame says.
    public Inbound read(String frame) {
        if (frame.length() < 16 && frame.strip().equals("pong")) {
            return new Inbound.Pong();
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), frame)) {
            return message(parser, frame);
        } catch (JacksonException e) {
            return unreadable("It is no JSON: " + cut(JsonText.reason(e), REASON), frame);
        } catch (RuntimeException e) {
            LOG.warn("A frame of {} characters could not be read", frame.length(), e);
            return unreadable("It could not be read: " + e, frame);
        }
    }

    /// A binary frame, which PlaceOS never sends: it is set aside, and the beginning of its bytes kept as they would be
    /// read as text.
    public Inbound readBinary(ByteBuffer frame) {
        byte[] beginning = new byte[Math.min(BEGINNING, frame.remaining())];
        frame.get(frame.position(), beginning);
        return new Inbound.Unreadable("It is a binary frame", frame.remaining(),
                new String(beginning, StandardCharsets.ISO_8859_1));
    }

    private Inbound message(JsonParser parser, String frame) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return unreadable("It is no JSON object", frame);
        }
        FrameFields fields = new FrameFields();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("meta")) {
                fields.newMeta();
            }
            if (name.equals("meta") && token == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String inner = parser.currentName();
                    parser.nextToken();
                    fields.meta(inner, lookedInto(parser, frame));
                }
            } else {
                fields.top(name, name.equals("value") ? asItCame(parser, frame) : lookedInto(parser, frame));
            }
        }
        if (parser.nextToken() != null) {
            return unreadable("Something follows the JSON object", frame);
        }
        return meaning(fields, frame);
    }

    /// A value that is passed on; a string of 20 MB is not decoded here. Leaves the parser at the value's end.
    private static RawValue asItCame(JsonParser parser, String frame) {
        return rawValue(parser, frame, start(parser), null);
    }

    private static RawValue lookedInto(JsonParser parser, String frame) {
        int start = start(parser);
        String decoded = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : null;
        return rawValue(parser, frame, start, decoded);
    }

    private static RawValue rawValue(JsonParser parser, String frame, int start, @Nullable String decoded) {
        JsonToken token = parser.currentToken();
        parser.skipChildren();
        parser.finishToken();
        return new RawValue(token, frame, start, (int) parser.currentLocation().getCharOffset(), decoded);
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private static Inbound meaning(FrameFields fields, String frame) {
        Optional<String> type = fields.type();
        if (type.isEmpty()) {
            return unreadable("It has no type", frame);
        }
        return switch (type.get()) {
            case "success" -> new Inbound.Success(fields.id(), fields.value(), fields.moduleId());
            case "error" -> new Inbound.Error(fields.id(), fields.error());
            case "notify" -> fields.key()
                    .<Inbound>map(key -> new Inbound.Notify(fields.id(), key, fields.value().orElse("null")))
                    .orElseGet(() -> unreadable("It notifies, but doesn't say of which variable", frame));
            case "debug" -> fields.debugModule()
                    .<Inbound>map(module -> new Inbound.Debug(
                            fields.id(), module, fields.level(), fields.message(), fields.klass()))
                    .orElseGet(() -> unreadable("It is a debug line, but names no module", frame));
            default -> unreadable("Its type “" + cut(type.get(), 40) + "” is unknown", frame);
        };
    }

    private static Inbound unreadable(String reason, String frame) {
        return new Inbound.Unreadable(reason, frame.length(), cut(frame, BEGINNING));
    }

    /// Doesn't cut a character in two.
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean inTwo = Character.isSurrogatePair(text.charAt(length - 1), text.charAt(length));
        return text.substring(0, inTwo ? length - 1 : length);
    }
}
