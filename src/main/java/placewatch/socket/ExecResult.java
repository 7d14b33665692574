package placewatch.socket;

import java.time.Duration;
import placewatch.protocol.ServerError;

/// What became of one exec; `took` is measured from handing over the frame.
public sealed interface ExecResult {

    /// The function returned: `json` is its value as JSON text.
    record Returned(String json, Duration took) implements ExecResult { }

    /// The server or the driver answered with an error.
    record Refused(ServerError error, Duration took) implements ExecResult { }

    /// No answer within the deadline: it may still happen.
    record TimedOut(Duration took) implements ExecResult { }

    /// The connection was lost before an answer: unknown whether it happened. Never sent again by itself.
    record ConnectionLost(Duration took) implements ExecResult { }

    /// There was no connection: nothing was sent.
    record NotSent(String why) implements ExecResult { }
}
