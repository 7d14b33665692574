package placewatch.model;

/// A status variable's value as it is shown in one line. The JSON text is kept whole; only what is shown is cut.
///
/// @param json    the whole value as JSON text
/// @param kind    what it is
/// @param items   top-level items of an array or members of an object; -1 when it was too long to count
/// @param shown   one line, control characters made visible, at most [#SHOWN] characters
public record StatusValue(String json, Kind kind, int items, String shown) {

    /// Longest text that a cell gets.
    public static final int SHOWN = 240;

    /// Beyond this length items are not counted: it would cost the JavaFX thread.
    private static final int COUNTED = 100_000;

    /// The kinds of JSON.
    public enum Kind { OBJECT, ARRAY, STRING, NUMBER, BOOLEAN, NULL }

    /// Reads the beginning of `json`, which must be valid JSON text.
    public static StatusValue of(String json) {
        Kind kind = kindOf(json);
        int items = switch (kind) {
            case OBJECT, ARRAY -> json.length() <= COUNTED ? countItems(json) : -1;
            case STRING, NUMBER, BOOLEAN, NULL -> 0;
        };
        return new StatusValue(json, kind, items, line(json));
    }

    /// True when the cell shows less than the value.
    public boolean cut() {
        return json.length() > SHOWN;
    }

    /// `number`, `array 4`, `object 6`: the kind in one or two words.
    public String type() {
        return switch (kind) {
            case OBJECT -> items >= 0 ? "object " + items : "object";
            case ARRAY -> items >= 0 ? "array " + items : "array";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
        };
    }

    private static Kind kindOf(String json) {
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c > ' ') {
                return switch (c) {
                    case '{' -> Kind.OBJECT;
                    case '[' -> Kind.ARRAY;
                    case '"' -> Kind.STRING;
                    case 't', 'f' -> Kind.BOOLEAN;
                    case 'n' -> Kind.NULL;
                    default -> Kind.NUMBER;
                };
            }
        }
        return Kind.NULL;
    }

    private static int countItems(String json) {
        int depth = 0;
        int commas = 0;
        boolean any = false;
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
                continue;
            }
            switch (c) {
                case '"' -> {
                    inString = true;
                    any = true;
                }
                case '{', '[' -> {
                    any |= depth > 0;
                    depth++;
                }
                case '}', ']' -> depth--;
                case ',' -> commas += depth == 1 ? 1 : 0;
                default -> any |= c > ' ';
            }
        }
        return any ? commas + 1 : 0;
    }

    private static String line(String json) {
        StringBuilder line = new StringBuilder(Math.min(json.length(), SHOWN));
        for (int i = 0; i < json.length() && line.length() < SHOWN; i++) {
            char c = json.charAt(i);
            if (c >= ' ' && c != 127) {
                line.append(c);
            } else if (line.isEmpty() || line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        if (!line.isEmpty() && Character.isHighSurrogate(line.charAt(line.length() - 1))) {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }
}
