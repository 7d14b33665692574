package placewatch.log;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression as it was written, and what Java makes of it. Two are the same when they are written the same.
/// `^` and `$` stand for the ends of each line of a message of several. Any thread.
final class LinePattern {

    private final String written;
    private final Pattern pattern;

    private LinePattern(String written, Pattern pattern) {
        this.written = written;
        this.pattern = pattern;
    }

    /// @throws PatternSyntaxException it is none
    /// @throws StackOverflowError     it has too many groups in one another
    static LinePattern of(String written) {
        // the capitals of all alphabets cost time at each character: only for who names such letters
        boolean wide = !written.chars().allMatch(c -> c < 128) || written.contains("\\u") || written.contains("\\x");
        return new LinePattern(written, Pattern.compile(written,
                Pattern.CASE_INSENSITIVE | Pattern.MULTILINE | (wide ? Pattern.UNICODE_CASE : 0)));
    }

    String written() {
        return written;
    }

    Pattern pattern() {
        return pattern;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinePattern that && that.written.equals(written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return "/" + written + "/";
    }
}
