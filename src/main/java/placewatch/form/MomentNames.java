package placewatch.form;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which whole numbers are moments in Unix seconds, by what they are called. What is doubtful stays a plain number, as
/// it does where thousandths are counted.
final class MomentNames {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final Set<String> EPOCH = Set.of("epoch", "unix", "timestamp");
    private static final Set<String> FINER = Set.of("ms", "msec", "millis", "milliseconds", "us", "micros", "microseconds",
            "ns", "nanos", "nanoseconds");
    /// A name that ends with one of these is of a moment.
    private static final Set<String> ENDS = Set.of("starts", "starting", "ends", "ending", "begins", "expires");
    /// The time or the date *of* these is a moment; `fade_time` is none.
    private static final Set<String> EVENTS = Set.of("start", "starting", "end", "ending", "event", "begin", "finish",
            "expiry", "in", "out");
    /// What may stand before *at* without making a moment of it.
    private static final Set<String> NO_EVENTS = Set.of("seconds", "minutes", "hours", "days", "look", "point", "aim");

    private MomentNames() {
    }

    /// Whether an argument or a field of that name is one.
    static boolean name(String name) {
        List<String> words = words(name);
        if (words.isEmpty() || words.stream().anyMatch(FINER::contains)) {
            return false;
        }
        String last = words.getLast();
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        return words.stream().anyMatch(EPOCH::contains) || ENDS.contains(last)
                || last.equals("at") && !before.isEmpty() && !NO_EVENTS.contains(before)
                || (last.equals("time") || last.equals("date")) && EVENTS.contains(before);
    }

    /// Whether what a schema calls its type says so: `Time`, `Unix seconds`, `Seconds since epoch`.
    static boolean title(String title) {
        List<String> words = words(title);
        return words.stream().noneMatch(FINER::contains)
                && (words.stream().anyMatch(EPOCH::contains) || words.equals(List.of("time")));
    }

    private static List<String> words(String name) {
        return BETWEEN.splitAsStream(name).map(word -> word.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty())
                .toList();
    }
}
