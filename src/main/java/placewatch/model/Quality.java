package placewatch.model;

import java.time.Instant;
import placewatch.protocol.ServerError;

/// How far a shown value can be trusted. Every value on screen has one.
public sealed interface Quality {

    /// The value is what the module says now.
    record Live() implements Quality { }

    /// Asked for, nothing heard yet.
    record Binding() implements Quality { }

    /// The value held until that moment; whether it still does is not known.
    record LastKnown(Instant since, Cause cause) implements Quality { }

    /// Bound, and the module has not published it.
    record NoValueYet() implements Quality { }

    /// The module is stopped: its old state stands and nothing renews it.
    record ModuleStopped() implements Quality { }

    /// The server says there is no such system, module or variable.
    record Missing(ServerError error) implements Quality { }

    /// The server would not bind it, for another reason.
    record Refused(ServerError error) implements Quality { }

    /// The server never answered the bind.
    record Unanswered() implements Quality { }

    /// There is no connection, and no value from before.
    record NotConnected() implements Quality { }

    /// Why a value is only the last known one.
    enum Cause { DISCONNECTED, BINDING_AGAIN, NOT_SENT_AGAIN, BIND_REFUSED, NO_ANSWER }
}
