package placewatch.log;

import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/// Reads one term of a filter: a word, a phrase, an expression, or a key and its values.
final class TermReader {

    private final FilterScan scan;
    private final ValueReader values;

    TermReader(FilterScan scan) {
        this.scan = scan;
        values = new ValueReader(scan);
    }

    /// Begins at a character that is no blank and no bracket, and ends behind the term.
    Condition term() throws FaultFound {
        if (scan.isAt('"')) {
            return new Condition.Text(values.quoted());
        }
        if (scan.isAt('/')) {
            return expression();
        }
        Optional<FilterKey> key = FilterKey.at(scan.text(), scan.at());
        if (key.isPresent()) {
            return values.of(key.get());
        }
        int from = scan.at();
        scan.moveTo(scan.wordEnd());
        return new Condition.Text(scan.text().substring(from, scan.at()));
    }

    private Condition expression() throws FaultFound {
        int open = scan.at();
        String text = scan.text();
        int close = open + 1;
        while (close < text.length() && text.charAt(close) != '/') {
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        if (close >= text.length()) {
            throw new FaultFound(open, text.length(),
                    "This regular expression is never closed: add a /, or put the slash in quotes if it is meant as one.");
        }
        if (close == open + 1) {
            throw new FaultFound(open, close + 1, "Nothing stands between these two /: write a regular expression there,"
                    + " or put the slashes in quotes.");
        }
        scan.moveTo(close + 1);
        if (!scan.atGap()) {
            throw new FaultFound(close, close + 1, "The regular expression ends at this /, and more stands right behind it:"
                    + " write \\/ for a slash in it, or a blank behind it, or put the whole in quotes.");
        }
        return new Condition.Expression(compiled(text.substring(open + 1, close), open + 1));
    }

    private static LinePattern compiled(String written, int place) throws FaultFound {
        try {
            return LinePattern.of(written);
        } catch (PatternSyntaxException e) {
            int at = Math.clamp(e.getIndex(), 0, written.length() - 1);
            int to = e.getIndex() < 0 ? written.length() : at + 1;
            throw new FaultFound(place + at, place + to, "The regular expression cannot be read here ("
                    + said(e.getDescription()) + "): put a \\ before a sign that is meant as itself.");
        } catch (StackOverflowError e) {
            throw new FaultFound(place, place + written.length(), "This regular expression has too many groups in one"
                    + " another: take some away.");
        }
    }

    private static String said(String description) {
        return description.isEmpty() ? "not regular"
                : Character.toLowerCase(description.charAt(0)) + description.substring(1).replace('\n', ' ');
    }
}
