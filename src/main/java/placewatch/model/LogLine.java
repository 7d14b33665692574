package placewatch.model;

import java.time.Instant;

/// One line on a log console.
///
/// @param at     when its frame was read here: servers send no time
/// @param level  the server's word for it; for our own lines see `kind`
/// @param text   one physical line
/// @param kind   what it is
public record LogLine(Instant at, String level, String text, Kind kind) {

    /// Where a line comes from.
    public enum Kind {
        /// A debug message of the module, or its first line.
        DEBUG,
        /// A further line of the message above.
        CONTINUED,
        /// A call that was made from here.
        EXEC,
        /// What became of the stream: started, lost, back.
        STREAM
    }
}
