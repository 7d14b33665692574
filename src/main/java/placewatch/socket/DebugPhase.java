package placewatch.socket;

import java.time.Duration;
import placewatch.protocol.ServerError;

/// How far one debug stream is.
public sealed interface DebugPhase {

    /// Asked for, not answered yet.
    record Asking() implements DebugPhase { }

    /// Lines flow.
    record Streaming() implements DebugPhase { }

    /// The server said no.
    record Refused(ServerError error) implements DebugPhase { }

    /// No answer within the deadline.
    record Unanswered(Duration waited) implements DebugPhase { }

    /// The connection is down; lines written meanwhile are lost. It will be asked for again.
    record Disconnected() implements DebugPhase { }
}
