package placewatch.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which calls ask first. A pattern is one or more words that stand in the function's name one after the other
/// (`factory reset` is in `factory_reset` and `doFactoryReset!`); with `*` it stands for the whole name (`*off`); with
/// a value in brackets it is about that first argument only (`power(false)` is `set_power(false)` too). Capitals or not is all the same. A function
/// whose name ends in `?` only asks and is never dangerous. Immutable.
public record DangerousCalls(List<String> patterns) {

    private static final int LONGEST = 200;
    private static final Pattern SHAPE = Pattern.compile("([^()]+)(?:\\((.*)\\))?");

    public DangerousCalls {
        patterns = patterns.stream().map(String::strip).filter(each -> !each.isEmpty()).distinct().toList();
        for (String pattern : patterns) {
            if (pattern.length() > LONGEST || !SHAPE.matcher(pattern).matches() || pattern.indexOf('*') < 0 && words(pattern).isEmpty()) {
                throw new IllegalArgumentException("“" + pattern + "” is no pattern of a function: write a word of its "
                        + "name, a name with *, or a name with its first argument in brackets");
            }
        }
    }

    /// Before anybody changed it.
    public static DangerousCalls usual() {
        return new DangerousCalls(List.of("power(false)", "power(\"off\")", "power off", "poweroff", "shutdown",
                "shut down", "reboot", "restart", "reset", "factory", "delete", "remove", "erase", "wipe", "format",
                "firmware"));
    }

    /// The pattern that a call is dangerous by; empty if it is not.
    ///
    /// @param arguments JSON texts by position
    public Optional<String> reason(String function, List<String> arguments) {
        return function.endsWith("?") ? Optional.empty()
                : patterns.stream().filter(pattern -> matches(pattern, function, arguments)).findFirst();
    }

    private static boolean matches(String pattern, String function, List<String> arguments) {
        Matcher shape = SHAPE.matcher(pattern);
        if (!shape.matches()) {
            return false;
        }
        String value = shape.group(2);
        return named(shape.group(1).strip(), function) && (value == null
                || !arguments.isEmpty() && arguments.getFirst().strip().equalsIgnoreCase(value.strip()));
    }

    private static boolean named(String pattern, String function) {
        if (pattern.contains("*")) {
            return wild(pattern.toLowerCase(Locale.ROOT), function.toLowerCase(Locale.ROOT));
        }
        List<String> wanted = words(pattern);
        List<String> there = words(function);
        for (int i = 0; i + wanted.size() <= there.size(); i++) {
            if (there.subList(i, i + wanted.size()).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean wild(String pattern, String name) {
        int at = 0;
        String[] parts = pattern.split("\\*+", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean first = i == 0;
            boolean last = i == parts.length - 1;
            if (first ? !name.startsWith(parts[i]) : last && !name.endsWith(parts[i])) {
                return false;
            }
            int found = last && !first ? name.length() - parts[i].length() : name.indexOf(parts[i], at);
            if (found < at) {
                return false;
            }
            at = found + parts[i].length();
        }
        return true;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})")) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
