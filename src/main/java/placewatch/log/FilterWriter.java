package placewatch.log;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes a condition so that it reads to the same again.
final class FilterWriter {

    private FilterWriter() {
    }

    static String written(Condition condition) {
        return switch (condition) {
            case Condition.Everything() -> "";
            case Condition.AllOf(List<Condition> parts) -> parts.stream().map(FilterWriter::asPart)
                    .collect(Collectors.joining(" "));
            case Condition.AnyOf(List<Condition> choices) -> choices.stream().map(FilterWriter::written)
                    .collect(Collectors.joining(" or "));
            case Condition.Not(Condition unwanted) -> "-" + bracketed(unwanted);
            case Condition.Text(String wanted) -> isPlain(wanted) ? wanted : quoted(wanted);
            case Condition.Expression(LinePattern pattern) -> "/" + pattern.written() + "/";
            case Condition.OfLevel(List<LevelChoice> choices) -> FilterKey.LEVEL.word() + list(choices, FilterWriter::level);
            case Condition.OfModule(List<Glob> names) -> FilterKey.MOD.word() + list(names, FilterWriter::name);
            case Condition.OfSystem(List<Glob> names) -> FilterKey.SYS.word() + list(names, FilterWriter::name);
            case Condition.YoungerThan(Duration age) -> FilterKey.AGE.word() + age(age.toSeconds());
            case Condition.OfKind(List<LogEntry.Kind> kinds) -> FilterKey.KIND.word() + list(kinds, FilterWriter::kind);
        };
    }

    private static String asPart(Condition part) {
        return part instanceof Condition.AnyOf ? "(" + written(part) + ")" : written(part);
    }

    private static String bracketed(Condition unwanted) {
        return unwanted instanceof Condition.AllOf ? "(" + written(unwanted) + ")" : asPart(unwanted);
    }

    private static <T> String list(List<T> values, Function<T, String> written) {
        return values.stream().map(written).collect(Collectors.joining(","));
    }

    private static String level(LevelChoice choice) {
        return switch (choice) {
            case LevelChoice.OfSeverity(Severity severity) -> severity.name().toLowerCase(Locale.ROOT);
            case LevelChoice.OrGraver(Severity severity) -> severity.name().toLowerCase(Locale.ROOT) + "+";
            case LevelChoice.OfWord(String word) -> levelWord(word);
        };
    }

    static String levelWord(String word) {
        return word.chars().allMatch(Character::isLetterOrDigit) ? word : quoted(word);
    }

    private static String kind(LogEntry.Kind kind) {
        return Arrays.stream(KindWord.values()).filter(word -> word.kind() == kind).findFirst().orElseThrow().word();
    }

    private static String age(long seconds) {
        if (seconds == 0) {
            return "0s";
        }
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /// A value behind a key, in quotes if it needs them.
    static String name(Glob name) {
        String text = name.pattern();
        boolean bare = !text.startsWith("\"") && text.chars().noneMatch(c -> c == ',' || isGap((char) c));
        return bare ? text : quoted(text);
    }

    private static boolean isGap(char c) {
        return Blanks.isBlank(c) || c == '(' || c == ')';
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> isGap((char) c)) && "\"/-".indexOf(text.charAt(0)) < 0
                && !text.equalsIgnoreCase("or") && FilterKey.at(text, 0).isEmpty();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
