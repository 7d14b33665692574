package placewatch.log;

/// Finds where a terminal's sequences end (ECMA-48). What is not whole within its line is none, so that nothing can
/// swallow the rest of a line.
final class Escapes {

    static final char ESC = '\u001B';
    private static final char BEL = '\u0007';
    private static final char ST = '\u009C';

    /// No sequence that means anything is longer, but for strings.
    private static final int LONGEST = 256;

    private Escapes() {
    }

    /// Where the sequence ends that begins with the ESC at that place; just behind the ESC if it begins none.
    static int end(String text, int esc) {
        int at = esc + 1;
        if (at >= text.length()) {
            return at;
        }
        char kind = text.charAt(at);
        return switch (kind) {
            case '[' -> control(text, at + 1, esc + 1);
            // OSC, DCS, SOS, PM, APC
            case ']', 'P', 'X', '^', '_' -> string(text, at + 1, esc + 1);
            default -> kind >= ' ' && kind <= '/' ? ofThree(text, at, esc + 1) : esc + 1;
        };
    }

    /// Whether the sequence is about colours and the like alone.
    static boolean isColour(String text, int esc, int end) {
        if (end - esc < 3 || text.charAt(esc + 1) != '[' || text.charAt(end - 1) != 'm') {
            return false;
        }
        for (int at = esc + 2; at < end - 1; at++) {
            char c = text.charAt(at);
            if (c < '0' || c > ';') {
                return false;
            }
        }
        return true;
    }

    private static int control(String text, int from, int none) {
        int most = Math.min(text.length(), from + LONGEST);
        int at = from;
        while (at < most && text.charAt(at) >= '0' && text.charAt(at) <= '?') {
            at++;
        }
        return last(text, at, most, '@', none);
    }

    /// As in `ESC ( B`, by which a terminal is told its alphabet.
    private static int ofThree(String text, int from, int none) {
        return last(text, from, Math.min(text.length(), from + 4), '0', none);
    }

    private static int last(String text, int from, int most, char least, int none) {
        int at = from;
        while (at < most && text.charAt(at) >= ' ' && text.charAt(at) <= '/') {
            at++;
        }
        return at < most && text.charAt(at) >= least && text.charAt(at) <= '~' ? at + 1 : none;
    }

    private static int string(String text, int from, int none) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == BEL || c == ST) {
                return at + 1;
            }
            if (c == ESC && at + 1 < text.length() && text.charAt(at + 1) == '\\') {
                return at + 2;
            }
            // a hostile line of many beginnings is still read once
            if (c < ' ' || LineEnds.is(c)) {
                return none;
            }
        }
        return none;
    }
}
