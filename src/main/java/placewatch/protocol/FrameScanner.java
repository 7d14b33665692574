package placewatch.protocol;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/// Reads the frames that make up nearly all of the traffic, several times as fast as a JSON library does: plain ASCII,
/// and no escapes in the fields that we look into. Of anything else it says that it doesn't know, and the library
/// decides; so it only has to be right where it answers. The fuzz test holds the two against each other. One thread.
final class FrameScanner {

    /// Deeper values are left to the library.
    private static final int DEEPEST = 64;

    private final boolean[] objects = new boolean[DEEPEST];
    private byte[] bytes = {};
    private int at;
    private int end;
    private int nameStart;
    private int nameEnd;
    private int valueStart;
    private int valueEnd;

    /// The fields of the frame; null when it is to be read by somebody who knows more.
    @Nullable FrameFields read(byte[] utf8, int start, int limit) {
        bytes = utf8;
        at = start;
        end = limit;
        FrameFields fields = new FrameFields();
        return take('{') && members(fields) && blankUntilEnd() ? fields : null;
    }

    /// The number of the variable, if this is a notify of one that is known, with a value; -1 if it isn't, or is to be
    /// read by somebody who knows more.
    int notified(byte[] utf8, int start, int limit, KnownMetas metas) {
        bytes = utf8;
        at = start;
        end = limit;
        boolean notify = false;
        int number = -1;
        valueEnd = -1;
        if (!take('{')) {
            return -1;
        }
        do {
            if (!fieldName()) {
                return -1;
            }
            int from = at;
            if (named("meta")) {
                number = metas.find(bytes, at, end);
                if (number < 0) {
                    return -1;
                }
                at = metas.end();
            } else if (!value()) {
                return -1;
            } else if (named("type")) {
                notify = at - from == 8 && is("notify", from + 1);
                if (!notify) {
                    return -1;
                }
            } else if (named("value")) {
                valueStart = from;
                valueEnd = at;
            }
            blanks();
        } while (take(','));
        return take('}') && blankUntilEnd() && notify && valueEnd >= 0 ? number : -1;
    }

    /// Where the value of what was notified starts.
    int valueStart() {
        return valueStart;
    }

    int valueEnd() {
        return valueEnd;
    }

    /// The name of the frame's next field and its colon.
    private boolean fieldName() {
        blanks();
        nameStart = at + 1;
        if (!string(false)) {
            return false;
        }
        nameEnd = at - 1;
        blanks();
        if (!take(':')) {
            return false;
        }
        blanks();
        return true;
    }

    private boolean named(String name) {
        return nameEnd - nameStart == name.length() && is(name, nameStart);
    }

    private boolean members(FrameFields fields) {
        blanks();
        if (at < end && bytes[at] == '}') {
            at++;
            return true;
        }
        do {
            if (!fieldName()) {
                return false;
            }
            String name = name(nameStart, nameEnd);
            if (name == null ? !value() : !field(fields, name)) {
                return false;
            }
            blanks();
        } while (take(','));
        return take('}');
    }

    private boolean field(FrameFields fields, String name) {
        int start = at;
        boolean passedOn = FrameFields.isPassedOn(name);
        JsonToken token = token();
        boolean text = token == JsonToken.VALUE_STRING;
        if (text ? !string(passedOn) : !value()) {
            return false;
        }
        String decoded = text && !passedOn ? text(start + 1, at - 1) : null;
        fields.field(name, new RawValue(token, bytes, start, at, decoded));
        return true;
    }

    /// Any value but a string is the same kind of token for us as its first character says.
    private JsonToken token() {
        return switch (at < end ? bytes[at] : 0) {
            case '"' -> JsonToken.VALUE_STRING;
            case '{' -> JsonToken.START_OBJECT;
            case '[' -> JsonToken.START_ARRAY;
            case 't' -> JsonToken.VALUE_TRUE;
            case 'f' -> JsonToken.VALUE_FALSE;
            case 'n' -> JsonToken.VALUE_NULL;
            default -> JsonToken.VALUE_NUMBER_FLOAT;
        };
    }

    /// The name of a field that means something to us, without making a text of it; null for any other.
    private @Nullable String name(int start, int limit) {
        return switch (limit - start) {
            case 2 -> is("id", start) ? "id" : null;
            case 3 -> is("mod", start) ? "mod" : is("msg", start) ? "msg" : null;
            case 4 -> is("type", start) ? "type" : is("meta", start) ? "meta" : is("code", start) ? "code" : null;
            case 5 -> is("value", start) ? "value" : is("level", start) ? "level" : is("klass", start) ? "klass" : null;
            case 6 -> is("mod_id", start) ? "mod_id" : null;
            case 10 -> is("error_code", start) ? "error_code" : null;
            default -> null;
        };
    }

    private String text(int start, int limit) {
        return limit - start == 6 && is("notify", start) ? "notify"
                : new String(bytes, start, limit - start, StandardCharsets.ISO_8859_1);
    }

    private boolean is(String word, int start) {
        for (int i = 0; i < word.length(); i++) {
            if (bytes[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Passes over one value. Lists and objects are walked, not descended into: their depth is theirs to choose.
    private boolean value() {
        int depth = 0;
        while (true) {
            blanks();
            if (at >= end) {
                return false;
            }
            switch (bytes[at]) {
                case '{', '[' -> {
                    if (depth == DEEPEST) {
                        return false;
                    }
                    objects[depth++] = bytes[at] == '{';
                    at++;
                    blanks();
                    if (at < end && bytes[at] == (objects[depth - 1] ? '}' : ']')) {
                        break;
                    }
                    if (objects[depth - 1] && !member()) {
                        return false;
                    }
                    continue;
                }
                case '"' -> {
                    if (!string(true)) {
                        return false;
                    }
                }
                case 't' -> {
                    if (!word("true")) {
                        return false;
                    }
                }
                case 'f' -> {
                    if (!word("false")) {
                        return false;
                    }
                }
                case 'n' -> {
                    if (!word("null")) {
                        return false;
                    }
                }
                default -> {
                    if (!number()) {
                        return false;
                    }
                }
            }
            // a value is over: so may be what it is in
            while (true) {
                if (depth == 0) {
                    return true;
                }
                blanks();
                if (take(objects[depth - 1] ? '}' : ']')) {
                    depth--;
                    continue;
                }
                if (!take(',')) {
                    return false;
                }
                blanks();
                if (objects[depth - 1] && !member()) {
                    return false;
                }
                break;
            }
        }
    }

    /// A member's name and its colon.
    private boolean member() {
        if (!string(true)) {
            return false;
        }
        blanks();
        return take(':');
    }

    private boolean string(boolean withEscapes) {
        if (!take('"')) {
            return false;
        }
        while (at < end) {
            byte b = bytes[at++];
            if (b == '"') {
                return true;
            }
            // what is not ASCII is negative
            if (b < ' ' || b == '\\' && !(withEscapes && escape())) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        if (at >= end) {
            return false;
        }
        switch (bytes[at++]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return true;
            }
            default -> {
                // the library knows what to make of \\u
                return false;
            }
        }
    }

    private boolean number() {
        if (at < end && bytes[at] == '-') {
            at++;
        }
        int first = at;
        if (!digits() || bytes[first] == '0' && at - first > 1) {
            return false;
        }
        if (at < end && bytes[at] == '.') {
            at++;
            if (!digits()) {
                return false;
            }
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int first = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > first;
    }

    private boolean word(String word) {
        if (end - at < word.length() || !is(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    private boolean take(char expected) {
        if (at < end && bytes[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void blanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private boolean blankUntilEnd() {
        blanks();
        return at == end;
    }
}
