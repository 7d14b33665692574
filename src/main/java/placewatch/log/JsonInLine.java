package placewatch.log;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Looks for JSON among the words of a message, as in `received {"power":true} from 10.0.0.7`. Any thread; takes time
/// by the length of the message, whatever is in it: a place is read at most twice, once as outside of strings and once
/// as inside.
public final class JsonInLine {

    private static final JsonFactory JSON = new JsonFactory();

    /// Beginnings that are tried in one message; a message of brackets alone has no more to say.
    private static final int MOST_TRIES = 1_000;

    private final char[] text;
    private final BitSet tried = new BitSet();
    private int from;
    private int to;

    private JsonInLine(char[] text) {
        this.text = text;
    }

    /// What was found.
    ///
    /// @param from where it begins in the message
    /// @param to   behind its last character
    public record Found(int from, int to, String json) { }

    /// The longest object or array that there is something to unfold in: none that is empty, and no array of one plain
    /// value, as `[42]` is somebody's process far more often.
    public static Optional<Found> in(String message) {
        if (message.indexOf('{') < 0 && message.indexOf('[') < 0) {
            return Optional.empty();
        }
        JsonInLine line = new JsonInLine(message.toCharArray());
        line.look();
        return line.to == 0 ? Optional.empty()
                : Optional.of(new Found(line.from, line.to, message.substring(line.from, line.to)));
    }

    private void look() {
        int tries = 0;
        int at = 0;
        while (at < text.length && tries < MOST_TRIES) {
            if (begins(at) && !tried.get(at)) {
                tries++;
                at = read(at);
            } else {
                at++;
            }
        }
    }

    /// Refuses cheaply what most brackets in a log are.
    private boolean begins(int at) {
        if (text[at] != '{' && text[at] != '[') {
            return false;
        }
        int next = at + 1;
        while (next < text.length && (text[next] == ' ' || text[next] == '\t' || text[next] == '\n'
                || text[next] == '\r')) {
            next++;
        }
        return next < text.length && (text[at] == '{' ? text[next] == '"'
                : "{[\"-0123456789tfn".indexOf(text[next]) >= 0);
    }

    /// Reads one value; where it breaks off, those inside of it that had not ended break off too and need no other try.
    ///
    /// @return where to look on
    private int read(int start) {
        Open open = new Open();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text, start, text.length - start)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (token.isStructStart()) {
                    int began = start + (int) parser.currentTokenLocation().getCharOffset();
                    tried.set(began);
                    open.begin(began);
                } else if (token.isStructEnd()) {
                    int ended = start + (int) parser.currentLocation().getCharOffset();
                    boolean holds = open.holdsSomething();
                    int began = open.end();
                    if (holds && ended - began > to - from) {
                        from = began;
                        to = ended;
                    }
                    if (open.isEmpty()) {
                        return ended;
                    }
                } else if (token == JsonToken.PROPERTY_NAME) {
                    open.name();
                } else {
                    open.value();
                }
                token = parser.nextToken();
            }
        } catch (JacksonException _) {
            // no JSON from there, which is the usual thing in a line of words
        }
        return start + 1;
    }

    /// The objects and arrays that have begun, and whether something in them can be unfolded.
    private static final class Open {

        private int[] began = new int[8];
        private int[] values = new int[8];
        private int depth;

        void begin(int at) {
            if (depth > 0) {
                values[depth - 1] += 2;
            }
            if (depth == began.length) {
                began = Arrays.copyOf(began, depth * 2);
                values = Arrays.copyOf(values, depth * 2);
            }
            began[depth] = at;
            values[depth] = 0;
            depth++;
        }

        void name() {
            values[depth - 1] += 2;
        }

        void value() {
            values[depth - 1]++;
        }

        boolean holdsSomething() {
            return values[depth - 1] > 1;
        }

        int end() {
            return began[--depth];
        }

        boolean isEmpty() {
            return depth == 0;
        }
    }
}
