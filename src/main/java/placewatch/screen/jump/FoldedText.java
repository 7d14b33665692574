package placewatch.screen.jump;

import java.util.BitSet;

/// A text without its capitals, letter for letter, and where its words begin: after anything that is no letter or
/// digit, and, less so, where digits follow letters or letters digits, and at a capital after a small letter. Immutable.
final class FoldedText {

    /// A word may be typed as the beginnings of so many words.
    private static final int MOST_PIECES = 4;

    private static final int IN_PIECES = 500;
    private static final int INSIDE = 600;
    private static final int AT_PART = 850;
    private static final int AT_WORD = 1000;
    private static final int AT_BEGINNING = 150;
    private static final int WHOLE_WORD = 100;
    private static final int WHOLE_NAME = 100;
    private static final int PER_PIECE = 60;

    private final String text;
    private final BitSet starts = new BitSet();
    private final BitSet words = new BitSet();
    private final long letters;

    FoldedText(String original) {
        StringBuilder folded = new StringBuilder(original.length());
        long mask = 0;
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            char before = i == 0 ? ' ' : original.charAt(i - 1);
            if (Character.isLetterOrDigit(c)) {
                boolean word = !Character.isLetterOrDigit(before);
                words.set(i, word);
                starts.set(i, word || Character.isDigit(c) != Character.isDigit(before)
                        || Character.isUpperCase(c) && Character.isLowerCase(before));
            }
            char small = fold(c);
            folded.append(small);
            mask |= bit(small);
        }
        text = folded.toString();
        letters = mask;
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /// The same folding, for what is typed.
    static String folded(String typed) {
        StringBuilder folded = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            folded.append(fold(typed.charAt(i)));
        }
        return folded.toString();
    }

    private static long bit(char c) {
        return 1L << (c & 63);
    }

    /// Letters of a folded word, in such a way that a text can have it in it only if it has all of these.
    static long letters(String folded) {
        long mask = 0;
        for (int i = 0; i < folded.length(); i++) {
            mask |= bit(folded.charAt(i));
        }
        return mask;
    }

    long letters() {
        return letters;
    }

    int length() {
        return text.length();
    }

    /// How well a folded word fits; 0 when it does not.
    int fit(String word) {
        int best = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            best = Math.max(best, fitAt(word, at));
        }
        if (best == 0) {
            int pieces = pieces(word, new BitSet());
            return pieces == 0 ? 0 : IN_PIECES - PER_PIECE * pieces;
        }
        return best;
    }

    private int fitAt(String word, int at) {
        if (!starts.get(at)) {
            return INSIDE;
        }
        int end = at + word.length();
        boolean whole = end == text.length() || starts.get(end) || !Character.isLetterOrDigit(text.charAt(end));
        return (words.get(at) ? AT_WORD : AT_PART) + (at == 0 ? AT_BEGINNING : 0) + (whole ? WHOLE_WORD : 0)
                + (at == 0 && end == text.length() ? WHOLE_NAME : 0);
    }

    /// Marks the letters by which a folded word fits best; none when it does not.
    void mark(String word, BitSet into) {
        int best = 0;
        int where = -1;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (fitAt(word, at) > best) {
                best = fitAt(word, at);
                where = at;
            }
        }
        if (where >= 0) {
            into.set(where, where + word.length());
        } else {
            pieces(word, into);
        }
    }

    /// In how many pieces, each at the beginning of a word and in their order, the word is in the text; 0 for not.
    private int pieces(String word, BitSet into) {
        return word.length() < 2 ? 0 : pieces(word, 0, 0, 1, into);
    }

    private int pieces(String word, int typed, int from, int piece, BitSet into) {
        if (piece > MOST_PIECES) {
            return 0;
        }
        for (int start = starts.nextSetBit(from); start >= 0; start = starts.nextSetBit(start + 1)) {
            int length = 0;
            while (typed + length < word.length() && start + length < text.length()
                    && text.charAt(start + length) == word.charAt(typed + length)) {
                length++;
            }
            for (int taken = length; taken > 0; taken--) {
                int all = typed + taken == word.length() ? piece
                        : pieces(word, typed + taken, start + taken, piece + 1, into);
                if (all > 0) {
                    into.set(start, start + taken);
                    return all;
                }
            }
        }
        return 0;
    }
}
