package placewatch.log;

import java.util.Locale;
import java.util.Optional;

/// The words before a colon that a filter knows.
enum FilterKey {
    LEVEL("level:warn+"), MOD("mod:Display_1"), SYS("sys:\"Boardroom 2.01\""), AGE("age:5m"), KIND("kind:call");

    private final String example;

    FilterKey(String example) {
        this.example = example;
    }

    /// With its colon: `level:`.
    String word() {
        return name().toLowerCase(Locale.ROOT) + ":";
    }

    String example() {
        return example;
    }

    /// The key that is written at a place of a text; empty if none is.
    static Optional<FilterKey> at(String text, int from) {
        for (FilterKey key : values()) {
            String word = key.word();
            if (text.regionMatches(true, from, word, 0, word.length())) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
