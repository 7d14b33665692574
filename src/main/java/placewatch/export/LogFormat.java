package placewatch.export;

import java.time.ZoneId;

/// How lines of the log are written.
public enum LogFormat {

    /// For reading: time with milliseconds, module, level and the text as it is seen in the window. Further lines of a
    /// message are set in.
    TEXT("log"),

    /// For programs: an object in a line for each message, with its text as it came.
    JSON_LINES("jsonl"),

    /// For spreadsheets: RFC 4180, with the text as it is seen.
    CSV("csv");

    private final String extension;

    LogFormat(String extension) {
        this.extension = extension;
    }

    /// What a file's name ends in, without the dot.
    public String extension() {
        return extension;
    }

    /// To write a file with.
    LogForm inFile(ZoneId zone) {
        return switch (this) {
            case TEXT -> LogAsText.ofManySystems(zone);
            case JSON_LINES -> new LogAsJson(zone);
            case CSV -> new LogAsCsv(zone);
        };
    }

    /// To copy with.
    LogForm inClipboard(ZoneId zone) {
        return this == TEXT ? LogAsText.asSeen(zone) : inFile(zone);
    }
}
