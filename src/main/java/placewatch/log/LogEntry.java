package placewatch.log;

import java.time.Instant;

/// One message of the log, whole.
///
/// @param number counts up from 0 by one and is never given again, however many lines have left the ring
/// @param at     when its frame was read here, to the microsecond: servers send no time
/// @param level  the server's word; empty for lines of our own
/// @param text   as it came, maybe of several lines, maybe with control characters in it
public record LogEntry(long number, Instant at, LogSource source, Kind kind, String level, String text) {

    /// What a line is.
    public enum Kind {
        /// A debug message of a module.
        DEBUG,
        /// A call that was made from here, and how it ended.
        EXEC,
        /// What became of a stream or of the connection: started, lost, back. A gap is one of these.
        STREAM
    }

    public Severity severity() {
        return Severity.of(level);
    }
}
