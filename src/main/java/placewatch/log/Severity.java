package placewatch.log;

import java.util.Locale;

/// How grave a line is, from the server's word for its level. Levels seen: debug, info, notice, warn, error, fatal;
/// others must not break anything (protocol.md), so each word has a severity and is kept as it came.
public enum Severity {
    TRACE, DEBUG, INFO,
    /// A word that nobody knows: as grave as `info`, so that asking for warnings leaves it out and nothing else does.
    OTHER,
    NOTICE, WARN, ERROR, FATAL;

    public static Severity of(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "trace", "verbose" -> TRACE;
            case "debug" -> DEBUG;
            case "info" -> INFO;
            case "notice" -> NOTICE;
            case "warn", "warning" -> WARN;
            case "error", "err" -> ERROR;
            case "fatal", "critical", "crit", "alert", "emergency", "emerg", "panic" -> FATAL;
            default -> OTHER;
        };
    }

    /// The letter that stands for it beside its colour.
    public String letter() {
        return this == OTHER ? "?" : name().substring(0, 1);
    }

    public boolean isTrouble() {
        return compareTo(ERROR) >= 0;
    }
}
