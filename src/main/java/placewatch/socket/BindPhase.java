package placewatch.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import placewatch.protocol.ServerError;

/// How far one binding is. A value that arrived earlier stays with the listener; the phase says whether it is current.
public sealed interface BindPhase {

    /// Asked for, not answered yet.
    record Binding() implements BindPhase { }

    /// Answered with success: the value, if one came, is current.
    record Live() implements BindPhase { }

    /// The server said no.
    record Refused(ServerError error) implements BindPhase { }

    /// No answer within the deadline.
    record Unanswered(Duration waited) implements BindPhase { }

    /// The connection is down; it will be asked for again when it is back.
    ///
    /// @param heardUntil when the last frame came over it: nothing is known of the time since, however late the loss was
    ///                   noticed; empty if there was none since the variable is watched
    record Disconnected(Optional<Instant> heardUntil) implements BindPhase {
        public Disconnected() {
            this(Optional.empty());
        }
    }
}
