package placewatch.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import placewatch.log.FilterPlace.Before;

/// What could stand at a place of a filter, for the field to offer. Immutable; any thread.
///
/// @param levels  words for levels that the log has, beside those that everybody knows
/// @param slugs   the modules that there are, such as `Display_1`
/// @param systems the names or ids of the systems that there are
public record FilterHints(List<String> levels, List<String> slugs, List<String> systems) {

    /// As many as anybody looks through.
    public static final int MOST = 50;

    private static final List<String> KNOWN = List.of("trace", "debug", "info", "notice", "warn", "error", "fatal");

    public FilterHints {
        levels = List.copyOf(levels);
        slugs = List.copyOf(slugs);
        systems = List.copyOf(systems);
    }

    /// In the order in which they should be shown: what begins as the word at the caret does, then what contains it.
    /// Empty where anything can stand, or nothing fits.
    ///
    /// @param caret before which character of the text something is being written
    public List<FilterHint> at(String text, int caret) {
        List<FilterHint> all = switch (FilterPlace.at(text, Math.clamp(caret, 0, text.length()))) {
            case FilterPlace.Anything() -> List.of();
            case FilterPlace.Term term when term.typed().isEmpty() -> operators(term);
            case FilterPlace.Term term -> terms(term);
            case FilterPlace.Value value -> values(value);
        };
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    private static List<FilterHint> operators(FilterPlace.Term term) {
        List<FilterHint> all = new ArrayList<>(keys(term));
        all.add(hint(term, "\"\"", "a phrase: what stands in quotes, as it stands there"));
        all.add(hint(term, "//", "a regular expression"));
        all.add(hint(term, "()", "what belongs together"));
        if (term.before() != Before.MINUS) {
            all.add(hint(term, "-", "not: right before what is not wanted"));
        }
        if (term.before() == Before.TERM) {
            all.add(hint(term, "or ", "one of two suffices"));
        }
        return all;
    }

    private List<FilterHint> terms(FilterPlace.Term term) {
        List<FilterHint> all = new ArrayList<>(keys(term));
        if (term.before() == Before.TERM && fits(term.typed(), "or")) {
            all.add(hint(term, "or ", "one of two suffices"));
        }
        if (term.typed().length() > 1) {
            fitting(term.typed(), KNOWN).forEach(word -> all.add(hint(term, FilterKey.LEVEL.word() + word + "+",
                    "lines of level " + word + " or graver")));
            fitting(term.typed(), slugs).forEach(slug -> all.add(hint(term, FilterKey.MOD.word() + name(slug),
                    "lines of this module")));
            fitting(term.typed(), systems).forEach(system -> all.add(hint(term, FilterKey.SYS.word() + name(system),
                    "lines of this system")));
        }
        return all;
    }

    private static List<FilterHint> keys(FilterPlace.Term term) {
        return Arrays.stream(FilterKey.values()).filter(key -> fits(term.typed(), key.word()))
                .map(key -> hint(term, key.word(), meaning(key))).toList();
    }

    private static String meaning(FilterKey key) {
        return switch (key) {
            case LEVEL -> "how grave, such as level:warn, or level:warn+ for that and graver";
            case MOD -> "of a module, such as mod:Display_1, or mod:Display for each of that name";
            case SYS -> "of a system, by its id or words of its name";
            case AGE -> "younger than, such as age:90s, age:5m, age:2h or age:1d";
            case KIND -> "calls, debug lines, or what became of the connection";
        };
    }

    private List<FilterHint> values(FilterPlace.Value value) {
        String typed = value.typed();
        return switch (value.key()) {
            case LEVEL -> {
                String word = typed.endsWith("+") ? typed.substring(0, typed.length() - 1) : typed;
                Stream<FilterHint> known = fitting(word, KNOWN).stream().flatMap(level -> Stream.of(
                        hint(value, level + "+", level + " or graver"), hint(value, level, "only " + level)));
                Stream<FilterHint> others = fitting(word, levels).stream()
                        .filter(level -> !level.isBlank() && !KNOWN.contains(level.toLowerCase(Locale.ROOT)))
                        .map(level -> hint(value, FilterWriter.levelWord(level), "only " + level));
                yield Stream.concat(known, others).toList();
            }
            case MOD -> Stream.concat(
                    fitting(typed, several()).stream().map(name -> hint(value, name(name), "each module " + name)),
                    fitting(typed, slugs).stream().map(slug -> hint(value, name(slug), "this module"))).toList();
            case SYS -> fitting(typed, systems).stream().map(system -> hint(value, name(system), "this system")).toList();
            case AGE -> ages(typed).map(age -> hint(value, age, "the last " + inWords(age))).toList();
            case KIND -> Arrays.stream(KindWord.values()).filter(kind -> fits(typed, kind.word()))
                    .map(kind -> hint(value, kind.word(), meaning(kind))).toList();
        };
    }

    private static Stream<String> ages(String typed) {
        boolean number = !typed.isEmpty() && typed.length() < 5 && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Stream.of("s", "m", "h", "d").map(unit -> typed + unit)
                : Stream.of("30s", "1m", "5m", "15m", "1h", "1d").filter(age -> fits(typed, age));
    }

    private static String inWords(String age) {
        String count = age.substring(0, age.length() - 1);
        String unit = switch (age.charAt(age.length() - 1)) {
            case 's' -> "second";
            case 'm' -> "minute";
            case 'h' -> "hour";
            default -> "day";
        };
        return count.equals("1") ? unit : count + " " + unit + "s";
    }

    private static String meaning(KindWord kind) {
        return switch (kind) {
            case CALL -> "calls from here and how they ended";
            case DEBUG -> "debug messages of modules";
            case CONNECTION -> "streams and the connection: started, lost, back";
        };
    }

    /// The names of which there is more than one module.
    private List<String> several() {
        List<String> names = slugs.stream().map(FilterHints::withoutIndex).toList();
        return names.stream().distinct()
                .filter(name -> names.stream().filter(name::equals).limit(2).count() > 1).toList();
    }

    private static String withoutIndex(String slug) {
        int split = slug.lastIndexOf('_');
        return split > 0 ? slug.substring(0, split) : slug;
    }

    private static String name(String name) {
        return FilterWriter.name(new Glob(name));
    }

    private static FilterHint hint(FilterPlace.Term term, String written, String meaning) {
        return new FilterHint(term.from(), term.to(), written, meaning);
    }

    private static FilterHint hint(FilterPlace.Value value, String written, String meaning) {
        return new FilterHint(value.from(), value.to(), written, meaning);
    }

    private static boolean fits(String typed, String word) {
        return word.regionMatches(true, 0, typed, 0, typed.length());
    }

    /// What begins so, then what contains it.
    private static List<String> fitting(String typed, List<String> words) {
        Stream<String> beginning = words.stream().filter(word -> fits(typed, word));
        Stream<String> containing = words.stream().filter(word -> !fits(typed, word)
                && Fold.fold(word).contains(Fold.fold(typed)));
        return Stream.concat(beginning, containing).distinct().limit(MOST).toList();
    }
}
