package placewatch.protocol;

import java.time.Duration;
import java.util.Optional;

/// Why the server could not be reached or would not do it, over REST or at the socket's door. A value, not an
/// exception: each case asks something else of the person.
public sealed interface Failure {

    /// The name is not in DNS.
    record HostNotFound(String host) implements Failure { }

    /// Nothing listens there, or the network has no way to it.
    record Unreachable(String address, String detail) implements Failure { }

    /// TLS: untrusted, expired, or for another host.
    record NotTrusted(String detail) implements Failure { }

    /// 401: the key is unknown or expired.
    record KeyRejected(String serverText) implements Failure { }

    /// 403: the key is good, but not for this.
    record NotAllowed(String serverText) implements Failure { }

    /// 404 on a thing that was asked for by name.
    record NotFound(String what) implements Failure { }

    /// Something answers there, but it isn't PlaceOS.
    record NotPlaceOs(String detail) implements Failure { }

    /// 400, 406, 422 …: the server did not accept what was asked.
    record BadRequest(int status, String serverText) implements Failure { }

    /// 429, 502, 503: try later.
    record Busy(int status, Optional<Duration> retryAfter) implements Failure { }

    /// Any other answer of 500 and above.
    record ServerFault(int status, String serverText) implements Failure { }

    /// An answer that could not be read as what was asked for.
    record Unreadable(String detail) implements Failure { }

    /// No answer within the deadline.
    record TimedOut(Duration waited) implements Failure { }

    /// The line dropped while we waited, or the server closed it.
    record ConnectionLost(String detail) implements Failure { }
}
