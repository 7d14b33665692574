package placewatch.log;

/// Stands at a character of a filter's text.
final class FilterScan {

    private final String text;
    private int at;

    FilterScan(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean isAt(char c) {
        return !atEnd() && text.charAt(at) == c;
    }

    /// Whether no term can begin here.
    boolean atGap() {
        return isGap(at);
    }

    /// Whether a word ends before a place: at blanks, brackets and the end.
    boolean isGap(int place) {
        return place >= text.length() || Blanks.isBlank(text.charAt(place))
                || text.charAt(place) == '(' || text.charAt(place) == ')';
    }

    void skipBlanks() {
        while (!atEnd() && Blanks.isBlank(text.charAt(at))) {
            at++;
        }
    }

    boolean take(char c) {
        if (isAt(c)) {
            at++;
            return true;
        }
        return false;
    }

    boolean atOr() {
        return text.regionMatches(true, at, "or", 0, 2) && isGap(at + 2);
    }

    /// Where the word that begins here ends. Brackets that open and close within a word belong to it, so that
    /// `power(true)` can be looked for as it stands in the log.
    int wordEnd() {
        int end = at;
        while (!isGap(end) || end > at && end < text.length() && text.charAt(end) == '(' && !(end == at + 2 && atOr())) {
            int next = isGap(end) ? closedBehind(end) : end + 1;
            if (next == end) {
                break;
            }
            end = next;
        }
        return end;
    }

    /// The place behind the bracket that closes the one at a place; the place itself if a blank or the end comes first.
    private int closedBehind(int open) {
        int depth = 0;
        for (int i = open; i < text.length() && !Blanks.isBlank(text.charAt(i)); i++) {
            if (text.charAt(i) == '(') {
                depth++;
            } else if (text.charAt(i) == ')' && --depth == 0) {
                return i + 1;
            }
        }
        return open;
    }
}
