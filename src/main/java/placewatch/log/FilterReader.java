package placewatch.log;

import java.util.ArrayList;
import java.util.List;

/// Reads what people write into the filter of the log; capitals or not is all the same:
/// - plain words, which all must occur, and `or`, which binds less;
/// - `"quotes"` around what is meant as it stands, with `\"` for a quote and `\\` for a backslash in them;
/// - `/regular expressions/`, with `\/` for a slash;
/// - `level:warn`, `level:warn+`, `mod:Display_1`, `mod:Display`, `sys:sys-1`, `sys:"Boardroom 2.01"`, `age:5m`,
///   `kind:call`, with commas between several;
/// - `-` right before any of these for what is not wanted, and brackets.
///
/// Takes every text without an exception. Any thread.
public final class FilterReader {

    /// Longest text of a filter.
    public static final int LONGEST = 4_000;

    private static final int DEEPEST = 100;

    private final FilterScan scan;
    private final TermReader terms;
    private int depth;

    private FilterReader(String text) {
        scan = new FilterScan(text);
        terms = new TermReader(scan);
    }

    /// An empty text is a filter that takes everything.
    public static FilterReading read(String text) {
        if (text.length() > LONGEST) {
            return new FilterReading.Faulty(new FilterFault(LONGEST, text.length(),
                    "A filter has at most %,d characters and this one has %,d: take some away.".formatted(
                            LONGEST, text.length())));
        }
        try {
            return new FilterReading.Read(new LogFilter(text, new FilterReader(text).whole()));
        } catch (FaultFound found) {
            return new FilterReading.Faulty(found.fault());
        }
    }

    private Condition whole() throws FaultFound {
        scan.skipBlanks();
        if (scan.atEnd()) {
            return new Condition.Everything();
        }
        Condition all = anyOf();
        if (!scan.atEnd()) {
            throw closesNothing();
        }
        return all;
    }

    private Condition anyOf() throws FaultFound {
        List<Condition> choices = new ArrayList<>();
        choices.add(allOf());
        while (scan.atOr()) {
            int or = scan.at();
            scan.moveTo(or + 2);
            scan.skipBlanks();
            if (scan.atEnd() || scan.isAt(')') || scan.atOr()) {
                throw new FaultFound(or, or + 2,
                        "Nothing stands behind this “or”: write something there, or put the word in quotes.");
            }
            choices.add(allOf());
        }
        return Condition.anyOf(choices);
    }

    private Condition allOf() throws FaultFound {
        List<Condition> parts = new ArrayList<>();
        while (!scan.atEnd() && !scan.isAt(')') && !scan.atOr()) {
            parts.add(part());
            scan.skipBlanks();
        }
        if (parts.isEmpty()) {
            if (scan.atOr()) {
                throw new FaultFound(scan.at(), scan.at() + 2,
                        "Nothing stands before this “or”: write something there, or put the word in quotes.");
            }
            throw closesNothing();
        }
        return Condition.allOf(parts);
    }

    private FaultFound closesNothing() {
        return new FaultFound(scan.at(), scan.at() + 1,
                "This ) closes nothing: take it away or put it in quotes.");
    }

    private Condition part() throws FaultFound {
        int minus = scan.at();
        if (!scan.take('-')) {
            return wanted();
        }
        if (scan.isAt('-')) {
            throw new FaultFound(minus, minus + 2, "One - is enough: take the other away, or put the word in quotes.");
        }
        if (scan.atGap() && !scan.isAt('(')) {
            throw new FaultFound(minus, minus + 1, "Nothing stands right behind this -: write there what is not wanted,"
                    + " without a blank, or put the - in quotes.");
        }
        return Condition.not(wanted());
    }

    private Condition wanted() throws FaultFound {
        int open = scan.at();
        if (!scan.take('(')) {
            return terms.term();
        }
        if (depth == DEEPEST) {
            throw new FaultFound(open, open + 1, "More than " + DEEPEST + " brackets are in one another here: take some"
                    + " away, or put them in quotes.");
        }
        scan.skipBlanks();
        if (scan.isAt(')')) {
            throw new FaultFound(open, scan.at() + 1, "Nothing stands between these brackets: write something there, or"
                    + " put them in quotes.");
        }
        if (scan.atEnd()) {
            throw neverClosed(open);
        }
        depth++;
        Condition inner = anyOf();
        depth--;
        if (!scan.take(')')) {
            throw neverClosed(open);
        }
        return inner;
    }

    private static FaultFound neverClosed(int open) {
        return new FaultFound(open, open + 1, "This ( is never closed: add a ) or put the bracket in quotes.");
    }
}
