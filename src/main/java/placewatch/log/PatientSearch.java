package placewatch.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks for a regular expression in texts. Some take years on some texts: this counts how often one looks at a
/// character and gives up early, each time sooner. One on which Java fails is given up too. For one thread.
final class PatientSearch {

    enum Outcome { FOUND, NOT_FOUND, GIVEN_UP }

    private static final int MOST_LOOKS = 200_000;
    private static final int FEWEST_LOOKS = 20_000;

    private final Counted counted = new Counted();
    private final Matcher matcher;
    private int patience = MOST_LOOKS;

    PatientSearch(Pattern pattern) {
        matcher = pattern.matcher(counted);
    }

    void begin(String text) {
        counted.text = text;
        counted.left = patience;
        matcher.reset();
    }

    /// Goes on behind what was found before.
    Outcome next() {
        try {
            return matcher.find() ? Outcome.FOUND : Outcome.NOT_FOUND;
        } catch (Impatient | StackOverflowError | IndexOutOfBoundsException _) {
            // the last is Java's own fault: `1*\X?\b{g}1` looks at characters behind the end of some texts
            patience = Math.max(FEWEST_LOOKS, patience / 2);
            return Outcome.GIVEN_UP;
        }
    }

    Span found() {
        return new Span(matcher.start(), matcher.end());
    }

    private static final class Impatient extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Impatient() {
            super("", null, false, false);
        }
    }

    private static final class Counted implements CharSequence {

        private String text = "";
        private int left;

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new Impatient();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
