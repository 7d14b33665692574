package placewatch.form;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Looks for a pattern that a server sent. Some patterns take years on some texts: this gives up early, and then says
/// that the text matches, as the driver has the last word anyway.
final class PatientPattern {

    private static final int MOST_LOOKS = 200_000;

    private PatientPattern() {
    }

    static boolean finds(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(new Counted(text, new int[1])).find();
        } catch (Impatient | PatternSyntaxException | StackOverflowError _) {
            return true;
        }
    }

    private static final class Impatient extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Impatient() {
            super("", null, false, false);
        }
    }

    private record Counted(String text, int[] looks) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (looks[0]++ > MOST_LOOKS) {
                throw new Impatient();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }
    }
}
