package placewatch.model;

import org.jspecify.annotations.Nullable;

/// A status variable's value as it is shown in one line. The JSON text is kept whole; only what is shown is cut. What
/// is shown is made when it is first asked for: most values are replaced before anybody looks. One thread.
public final class StatusValue {

    /// Longest text that a cell gets.
    public static final int SHOWN = 240;

    /// Beyond this length items are not counted: it would cost the JavaFX thread.
    private static final int COUNTED = 100_000;

    private static final int NOT_COUNTED_YET = -2;

    /// The kinds of JSON.
    public enum Kind { OBJECT, ARRAY, STRING, NUMBER, BOOLEAN, NULL }

    private final String json;
    private final Kind kind;
    private int items = NOT_COUNTED_YET;
    private @Nullable String shown;

    private StatusValue(String json, Kind kind) {
        this.json = json;
        this.kind = kind;
    }

    /// Reads the beginning of `json`, which must be valid JSON text.
    public static StatusValue of(String json) {
        return new StatusValue(json, kindOf(json));
    }

    /// The whole value as JSON text.
    public String json() {
        return json;
    }

    public Kind kind() {
        return kind;
    }

    /// Top-level items of an array or members of an object; -1 when it was too long to count.
    public int items() {
        if (items == NOT_COUNTED_YET) {
            items = switch (kind) {
                case OBJECT, ARRAY -> json.length() <= COUNTED ? countItems(json) : -1;
                case STRING, NUMBER, BOOLEAN, NULL -> 0;
            };
        }
        return items;
    }

    /// One line, control characters made blanks, at most [#SHOWN] characters.
    public String shown() {
        String line = shown;
        if (line == null) {
            line = line(json);
            shown = line;
        }
        return line;
    }

    /// True when the cell shows less than the value.
    public boolean cut() {
        return json.length() > SHOWN;
    }

    /// `number`, `array 4`, `object 6`: the kind in one or two words.
    public String type() {
        return switch (kind) {
            case OBJECT -> items() >= 0 ? "object " + items() : "object";
            case ARRAY -> items() >= 0 ? "array " + items() : "array";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatusValue value && value.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return shown();
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
