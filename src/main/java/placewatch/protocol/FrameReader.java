package placewatch.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// Reads the server's frames from their UTF-8. Fields may come in any order, unknown ones are passed over, and whatever
/// can't be read becomes an [Inbound.Unreadable], never an exception. Values stay the text that came: they are parsed
/// only by whoever looks at them. One thread.
public final class FrameReader {

    private static final Logger LOG = LoggerFactory.getLogger(FrameReader.class);
    private static final int BEGINNING = 200;
    private static final int REASON = 120;
    private static final byte[] PONG = {'p', 'o', 'n', 'g'};

    /// On bytes Jackson is quick only with a table of the names that it knows.
    private final JsonFactory json = JsonText.lenientInSize().rebuild()
            .enable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();
    private final FrameScanner scanner = new FrameScanner();
    private final KnownMetas metas = new KnownMetas();
    private final Notifies notifies = new Notifies(metas);

    /// What was gathered, to be cleared by whoever takes it.
    public Notifies notifies() {
        return notifies;
    }

    /// Adds the frame to [#notifies] if it is a plain notify of a variable that was met before, and lies in the same
    /// bytes as those; false if it is to be [#read], when those are taken.
    public boolean gather(byte[] utf8, int start, int end) {
        int number = notifies.takesFrom(utf8) ? scanner.notified(utf8, start, end, metas) : -1;
        if (number < 0) {
            return false;
        }
        notifies.add(utf8, scanner.valueStart(), scanner.valueEnd(), number);
        return true;
    }

    /// What the frame says. Its bytes are the caller's again afterwards.
    public Inbound read(byte[] utf8, int start, int end) {
        Frame frame = new Frame(utf8, start, end);
        int first = start;
        while (first < end && isBlank(utf8[first])) {
            first++;
        }
        if (end - start < 16 && frame.isPong(first)) {
            return new Inbound.Pong();
        }
        if (first == end || utf8[first] != '{') {
            return frame.unreadable("It is no JSON object");
        }
        if (first + 1 < end && utf8[first + 1] == 0) {
            // else Jackson would take it for another encoding than UTF-8
            return frame.unreadable("It is no JSON: it holds a null character");
        }
        FrameFields plain = scanner.read(utf8, first, end);
        if (plain != null) {
            return meaning(plain, frame);
        }
        return byLibrary(frame, first);
    }

    /// Any JSON, with all that is wrong in it.
    private Inbound byLibrary(Frame frame, int first) {
        int end = frame.end;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), frame.bytes, first, end - first)) {
            return message(parser, frame, first);
        } catch (JacksonException e) {
            byte[] mended = new String(frame.bytes, first, end - first, StandardCharsets.UTF_8)
                    .getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(mended, 0, mended.length, frame.bytes, first, end)) {
                // broken characters become U+FFFD, which anybody sees: what the rest says must not be lost for them
                Inbound again = read(mended, 0, mended.length);
                return again instanceof Inbound.Unreadable(String reason, int _, String _)
                        ? frame.unreadable(reason) : again;
            }
            return frame.unreadable("It is no JSON: " + cut(JsonText.reason(e), REASON));
        } catch (RuntimeException e) {
            LOG.warn("A frame of {} bytes could not be read", end - frame.start, e);
            return frame.unreadable("It could not be read: " + e);
        }
    }

    /// Reads one that begins with a brace without the scanner, to be compared with what the scanner makes of it.
    Inbound readByLibrary(byte[] utf8, int start, int end) {
        return byLibrary(new Frame(utf8, start, end), start);
    }

    /// A binary frame, which PlaceOS never sends: it is set aside, and the beginning of its bytes kept as if each were
    /// a character.
    public Inbound readBinary(byte[] bytes, int start, int end) {
        return new Inbound.Unreadable("It is a binary frame", end - start,
                new String(bytes, start, Math.min(BEGINNING, end - start), StandardCharsets.ISO_8859_1));
    }

    private Inbound message(JsonParser parser, Frame frame, int offset) {
        FrameFields fields = new FrameFields();
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.field(name, value(parser, frame.bytes, offset, FrameFields.isPassedOn(name)));
        }
        if (parser.nextToken() != null) {
            return frame.unreadable("Something follows the JSON object");
        }
        return meaning(fields, frame);
    }

    /// Leaves the parser at the value's end.
    private static RawValue value(JsonParser parser, byte[] frame, int offset, boolean passedOn) {
        JsonToken token = parser.currentToken();
        int start = offset + (int) parser.currentTokenLocation().getByteOffset();
        String decoded = !passedOn && token == JsonToken.VALUE_STRING ? parser.getString() : null;
        parser.skipChildren();
        parser.finishToken();
        return new RawValue(token, frame, start, offset + (int) parser.currentLocation().getByteOffset(), decoded);
    }

    private Inbound meaning(FrameFields fields, Frame frame) {
        Optional<String> type = fields.type();
        if (type.isEmpty()) {
            return frame.unreadable("It has no type");
        }
        return switch (type.get()) {
            case "success" -> new Inbound.Success(fields.id(), fields.value(), fields.moduleId());
            case "error" -> new Inbound.Error(fields.id(), fields.error());
            case "notify" -> key(fields)
                    .<Inbound>map(key -> new Inbound.Notify(fields.id(), key, fields.value().orElse("null")))
                    .orElseGet(() -> frame.unreadable("It notifies, but doesn't say of which variable"));
            case "debug" -> fields.debugModule().or(() -> fields.meta().flatMap(meta -> look(meta).module()))
                    .<Inbound>map(module -> new Inbound.Debug(
                            fields.id(), module, fields.level(), fields.message(), fields.klass()))
                    .orElseGet(() -> frame.unreadable("It is a debug line, but names no module"));
            default -> frame.unreadable("Its type “" + cut(type.get(), 40) + "” is unknown");
        };
    }

    private Optional<StatusKey> key(FrameFields fields) {
        if (fields.meta().isEmpty()) {
            return Optional.empty();
        }
        RawValue meta = fields.meta().get();
        int known = metas.find(meta.frame(), meta.start(), meta.end());
        if (known >= 0 && metas.end() == meta.end()) {
            return Optional.of(metas.key(known));
        }
        Optional<StatusKey> key = look(meta).key();
        key.ifPresent(found -> metas.learn(meta.frame(), meta.start(), meta.end(), found));
        return key;
    }

    private FrameMeta look(RawValue raw) {
        FrameMeta meta = new FrameMeta();
        if (raw.token() == JsonToken.START_OBJECT) {
            try (JsonParser parser = json.createParser(
                    ObjectReadContext.empty(), raw.frame(), raw.start(), raw.end() - raw.start())) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    meta.field(name, value(parser, raw.frame(), raw.start(), false));
                }
            }
        }
        return meta;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /// Doesn't cut a character in two.
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean inTwo = Character.isSurrogatePair(text.charAt(length - 1), text.charAt(length));
        return text.substring(0, inTwo ? length - 1 : length);
    }

    /// Where a frame lies.
    private record Frame(byte[] bytes, int start, int end) {

        boolean isPong(int first) {
            int last = end;
            while (last > first && isBlank(bytes[last - 1])) {
                last--;
            }
            return Arrays.equals(bytes, first, last, PONG, 0, PONG.length);
        }

        Inbound unreadable(String reason) {
            // four bytes are the most that a character takes
            int some = Math.min(end - start, 4 * BEGINNING + 4);
            return new Inbound.Unreadable(reason, end - start,
                    cut(new String(bytes, start, some, StandardCharsets.UTF_8), BEGINNING));
        }
    }
}
