package placewatch.socket;

import java.time.Instant;
import placewatch.protocol.Failure;

/// Where the connection stands.
///
/// ```
/// Idle ──open──▶ Connecting ──▶ Open ──lost──▶ Waiting ──due / retry now──▶ Connecting
///                    │  ▲                         ▲
///                    │  └── retry now ── Refused  │
///                    ├──401/403/404──────▶┘       │
///                    └──other failure─────────────┘          close: any ──▶ Closed
/// ```
public sealed interface SocketState {

    /// Made, never opened.
    record Idle() implements SocketState { }

    /// An attempt is under way; the first is attempt 1.
    record Connecting(int attempt) implements SocketState { }

    /// Frames flow since that moment.
    record Open(Instant since) implements SocketState { }

    /// Will try again at that moment; `attempt` is the number of the one that failed.
    record Waiting(Instant retryAt, int attempt, Failure why) implements SocketState { }

    /// The server said no in a way that trying again won't change: the person must act.
    record Refused(Failure why) implements SocketState { }

    /// Closed by us, for good.
    record Closed() implements SocketState { }
}
