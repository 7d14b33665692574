package placewatch.simulator.rest;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `q`: any of the words may match, the last one as the beginning of a word (protocol.md, REST).
record SearchWords(List<String> whole, String prefix) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static SearchWords of(String q) {
        List<String> words = words(q.strip().equals("*") ? "" : q);
        return words.isEmpty()
                ? new SearchWords(List.of(), "")
                : new SearchWords(words.subList(0, words.size() - 1), words.getLast());
    }

    /// The words of some texts, ready to be searched again and again.
    static List<String> words(String... texts) {
        return Stream.of(texts)
                .flatMap(text -> BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /// @param words looked at only when there is something to find: cutting them up takes a while
    boolean match(Supplier<List<String>> words) {
        if (prefix.isEmpty()) {
            return true;
        }
        for (String word : words.get()) {
            if (word.startsWith(prefix) || whole.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
