package placewatch.log;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression as it was written, and what Java makes of it. Two are the same when they are written the same.
/// `^` and `$` stand for the ends of each line of a message of several. Any thread.
final class LinePattern {

    private final String written;
    private final Pattern pattern;
    private final Pattern occurring;
    private final Optional<Needle> beginning;

    private LinePattern(String written, Pattern pattern, Pattern occurring, Optional<Needle> beginning) {
        this.written = written;
        this.pattern = pattern;
        this.occurring = occurring;
        this.beginning = beginning;
    }

    /// @throws PatternSyntaxException it is none
    /// @throws StackOverflowError     it has too many groups in one another
    static LinePattern of(String written) {
        // the capitals of all alphabets cost time at each character: only for who names such letters
        boolean wide = !written.chars().allMatch(c -> c < 128) || written.contains("\\u") || written.contains("\\x");
        int flags = Pattern.CASE_INSENSITIVE | Pattern.MULTILINE | (wide ? Pattern.UNICODE_CASE : 0);
        Pattern pattern = Pattern.compile(written, flags);
        String shorter = withoutLeadingStars(written);
        return new LinePattern(written, pattern, shorter.equals(written) ? pattern : Pattern.compile(shorter, flags),
                wide ? Optional.empty() : plainBeginning(shorter));
    }

    private static Optional<Needle> plainBeginning(String expression) {
        int end = 0;
        while (end < expression.length() && "\\[](){}.*+?^$|".indexOf(expression.charAt(end)) < 0) {
            end++;
        }
        if (end < expression.length() && "*+?{".indexOf(expression.charAt(end)) >= 0) {
            end--;
        }
        return end < 2 || expression.indexOf('|') >= 0 ? Optional.empty()
                : Optional.of(new Needle(expression.substring(0, end)));
    }

    /// `.*x` occurs where `x` does, and takes the square of a line's length to look for: people write it nevertheless.
    private static String withoutLeadingStars(String written) {
        String left = written;
        while (left.startsWith(".*") && !left.startsWith(".*+") && !left.contains("\\G")) {
            left = left.substring(left.startsWith(".*?") ? 3 : 2);
        }
        return left;
    }

    String written() {
        return written;
    }

    /// For where it is found.
    Pattern pattern() {
        return pattern;
    }

    /// For whether it is found.
    Pattern occurring() {
        return occurring;
    }

    /// What occurs wherever it is found, which is looked for sooner; empty if it begins with no plain letters.
    Optional<Needle> beginning() {
        return beginning;
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
