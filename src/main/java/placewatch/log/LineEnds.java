package placewatch.log;

/// Where the lines of one message end: `\n`, `\r`, `\r\n`, and Unicode's separators of lines and paragraphs.
final class LineEnds {

    private LineEnds() {
    }

    static boolean is(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    /// Where the next line begins behind the end at that place.
    static int behind(String text, int end) {
        return text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n' ? end + 2 : end + 1;
    }

    /// Where the text ends without the empty lines behind it; a line that only sets colours is empty.
    static int withoutEmptyOnes(String text) {
        int kept = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (is(c)) {
                at++;
            } else if (c == Escapes.ESC) {
                int end = Escapes.end(text, at);
                kept = Escapes.isColour(text, at, end) ? kept : end;
                at = end;
            } else {
                kept = ++at;
            }
        }
        return kept;
    }
}
