package placewatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import placewatch.log.Glob;

/// Which names a filter lets through. It is written as plain words, which all must occur somewhere; words with `*`,
/// which stand for a whole name; or `/a regular expression/`. Capitals or not is all the same. Immutable; any thread.
public final class NameFilter {

    /// Longest text of a filter, and as much of each name as is looked at.
    public static final int LONGEST = 400;

    /// A filter that was read, or what is wrong with it.
    public sealed interface Read {
        record Good(NameFilter filter) implements Read { }

        /// @param words what is wrong, as the end of a sentence
        /// @param at    the character of the filter's text that it is about, from 0
        record Wrong(String words, int at) implements Read { }
    }

    /// Lets everything through.
    public static final NameFilter NONE = new NameFilter(List.of());

    @FunctionalInterface
    private interface Condition {
        boolean holdsFor(List<String> names);
    }

    private final List<Condition> conditions;

    private NameFilter(List<Condition> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    public static Read read(String text) {
        String stripped = text.strip();
        int begin = text.indexOf(stripped);
        if (stripped.length() > LONGEST) {
            return new Read.Wrong("a filter has at most " + LONGEST + " characters", LONGEST);
        }
        if (stripped.startsWith("/")) {
            return expression(stripped, begin);
        }
        List<Condition> all = new ArrayList<>();
        for (String word : stripped.split("\\s+")) {
            if (!word.isEmpty()) {
                all.add(word.indexOf('*') >= 0 ? wildcards(word) : word(word));
            }
        }
        return new Read.Good(new NameFilter(all));
    }

    private static Read expression(String text, int begin) {
        if (text.length() < 2 || !text.endsWith("/") || text.endsWith("\\/") && !text.endsWith("\\\\/")) {
            return new Read.Wrong("a regular expression ends with a “/”", begin + text.length());
        }
        String inside = text.substring(1, text.length() - 1);
        if (inside.isEmpty()) {
            return new Read.Wrong("nothing stands between the two “/”", begin + 1);
        }
        try {
            SearchPattern pattern = SearchPattern.of(inside);
            return new Read.Good(new NameFilter(List.of(
                    names -> names.stream().anyMatch(name -> pattern.findsIn(cut(name))))));
        } catch (PatternFault fault) {
            return new Read.Wrong(fault.words(), begin + 1 + fault.at());
        }
    }

    private static Condition word(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return names -> names.stream().anyMatch(name -> cut(name).toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Condition wildcards(String word) {
        Glob wanted = new Glob(word);
        return names -> names.stream().anyMatch(name -> wanted.fits(cut(name)));
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    /// Whether something with these names passes: each condition is met by one of them.
    public boolean passes(List<String> names) {
        for (Condition condition : conditions) {
            if (!condition.holdsFor(names)) {
                return false;
            }
        }
        return true;
    }

    /// Whether it lets everything through.
    public boolean isEmpty() {
        return conditions.isEmpty();
    }
}
