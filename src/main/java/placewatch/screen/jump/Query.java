package placewatch.screen.jump;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What is typed: words that all have to be somewhere in a name or where it is, in any order. Immutable.
///
/// @param commandsOnly it begins with `>`
/// @param words        folded, each once
record Query(boolean commandsOnly, List<String> words) {

    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 64;

    /// Name before where it is.
    private static final int WHERE_PART = 2;

    private static final int LONG = 60;

    Query {
        words = List.copyOf(words);
    }

    static Query of(String typed) {
        String text = typed.strip();
        boolean commands = text.startsWith(">");
        return new Query(commands, Arrays.stream((commands ? text.substring(1) : text).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> FoldedText.folded(word.substring(0, Math.min(LONGEST_WORD, word.length()))))
                .distinct().limit(MOST_WORDS).toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// How well an entry fits: the more the better; 0 when it does not. Each word counts for itself, so that their
    /// order does not.
    int fit(Entry entry) {
        return fit(entry, letters());
    }

    /// By word, its [FoldedText#letters]: told once for a whole index.
    long[] letters() {
        return words.stream().mapToLong(FoldedText::letters).toArray();
    }

    int fit(Entry entry, long[] letters) {
        if (commandsOnly && !(entry.goal() instanceof Goal.OfCommand)) {
            return 0;
        }
        int sum = 0;
        for (int i = 0; i < letters.length; i++) {
            int fit = fit(entry, words.get(i), letters[i]);
            if (fit == 0) {
                return 0;
            }
            sum += fit;
        }
        // shorter ones first, among those that fit alike
        return 1 + sum + LONG - Math.min(LONG, entry.name().length() / 2 + entry.where().length() / 8);
    }

    /// How well one of the words fits; 0 when it does not.
    static int fit(Entry entry, String word) {
        return fit(entry, word, FoldedText.letters(word));
    }

    private static int fit(Entry entry, String word, long wanted) {
        if ((wanted & ~entry.letters()) != 0) {
            return 0;
        }
        int inName = (wanted & ~entry.name().letters()) == 0 ? entry.name().fit(word) : 0;
        int inWhere = (wanted & ~entry.where().letters()) == 0 ? entry.where().fit(word) / WHERE_PART : 0;
        return Math.max(inName, inWhere);
    }

    /// The letters of the entry's name that are to be highlighted.
    BitSet inName(Entry entry) {
        BitSet marks = new BitSet();
        for (String word : words) {
            if (entry.name().fit(word) >= entry.where().fit(word) / WHERE_PART) {
                entry.name().mark(word, marks);
            }
        }
        return marks;
    }

    /// The letters of where it is that are to be highlighted.
    BitSet inWhere(Entry entry) {
        BitSet marks = new BitSet();
        for (String word : words) {
            if (entry.name().fit(word) < entry.where().fit(word) / WHERE_PART) {
                entry.where().mark(word, marks);
            }
        }
        return marks;
    }
}
