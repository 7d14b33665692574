package placewatch.log;

import java.util.Locale;

/// Which levels are wanted.
sealed interface LevelChoice {

    /// Every word for one severity.
    record OfSeverity(Severity severity) implements LevelChoice { }

    /// One severity and all that is graver.
    record OrGraver(Severity severity) implements LevelChoice { }

    /// A word that nobody knows but the server.
    record OfWord(String word) implements LevelChoice { }

    /// From one word.
    static LevelChoice of(String word) {
        Severity severity = Severity.of(word);
        return severity == Severity.OTHER ? new OfWord(word.toLowerCase(Locale.ROOT)) : new OfSeverity(severity);
    }

    /// Whether it takes the server's word for a level.
    default boolean takes(String level) {
        return switch (this) {
            case OfSeverity(Severity severity) -> Severity.of(level) == severity;
            case OrGraver(Severity severity) -> Severity.of(level).compareTo(severity) >= 0;
            case OfWord(String word) -> level.equalsIgnoreCase(word);
        };
    }
}
