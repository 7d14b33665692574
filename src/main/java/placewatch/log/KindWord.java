package placewatch.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What people call the kinds of lines.
enum KindWord {
    CALL(LogEntry.Kind.EXEC), DEBUG(LogEntry.Kind.DEBUG), CONNECTION(LogEntry.Kind.STREAM);

    private final LogEntry.Kind kind;

    KindWord(LogEntry.Kind kind) {
        this.kind = kind;
    }

    LogEntry.Kind kind() {
        return kind;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<KindWord> of(String word) {
        return Arrays.stream(values()).filter(known -> known.name().equalsIgnoreCase(word)).findFirst();
    }
}
