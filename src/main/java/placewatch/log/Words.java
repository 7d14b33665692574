package placewatch.log;

import java.util.Optional;

/// Finds the word at a place of a line, for a click on the name of a module or a status variable. Any thread.
public final class Words {

    private Words() {
    }

    /// A word.
    ///
    /// @param to behind its last character
    public record Word(int from, int to, String text) {

        /// Without the mark that a name may end in: `power?` may be a variable, or `power` and a question.
        public String withoutMark() {
            return text.endsWith("?") || text.endsWith("!") ? text.substring(0, text.length() - 1) : text;
        }
    }

    /// The name of letters, digits and underscores that has the place in it or ends there, with a `?` or `!` behind it:
    /// `Display_1`, `power`, `power?`.
    ///
    /// @param offset counted in characters from the left; a place outside of the line has no word
    public static Optional<Word> at(String line, int offset) {
        if (offset < 0 || offset > line.length()) {
            return Optional.empty();
        }
        int from = offset;
        if (offset > 0 && offset < line.length() && mark(line.charAt(offset))) {
            from--;
        }
        while (from > 0 && inWord(line.codePointBefore(from))) {
            from -= Character.charCount(line.codePointBefore(from));
        }
        int to = from;
        while (to < line.length() && inWord(line.codePointAt(to))) {
            to += Character.charCount(line.codePointAt(to));
        }
        if (to == from) {
            return Optional.empty();
        }
        if (to < line.length() && mark(line.charAt(to))) {
            to++;
        }
        return Optional.of(new Word(from, to, line.substring(from, to)));
    }

    private static boolean mark(char c) {
        return c == '?' || c == '!';
    }

    private static boolean inWord(int point) {
        return point == '_' || Character.isLetterOrDigit(point);
    }
}
