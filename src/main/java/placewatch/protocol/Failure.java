package placewatch.protocol;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Why the server could not be reached or would not do it, over REST or at the socket's door. A value, not an
/// exception: each case asks something else of the person.
public sealed interface Failure {

    /// The name is not in DNS.
    record HostNotFound(String host) implements Failure { }

    /// Nothing listens there, or the network has no way to it.
    record Unreachable(String address, String detail) implements Failure { }

    /// TLS: no line that could be trusted came about.
    record NotTrusted(Distrust reason, String detail) implements Failure { }

    /// A file of additional certificate authorities that can't be used; nothing was sent anywhere.
    record BadAuthorityFile(Path file, FileFault fault, String detail) implements Failure { }

    /// The name of the proxy that the computer's settings ask for is not in DNS.
    record ProxyNotFound(String host) implements Failure { }

    /// Nothing listens where the proxy should be, or the network has no way to it. `proxy` is its host and port.
    record ProxyUnreachable(String proxy, String detail) implements Failure { }

    /// 407: the proxy lets only those through who sign in.
    record ProxyWantsSignIn(String proxy) implements Failure { }

    /// The proxy would not, or could not, open the way to the target; `detail` is its answer.
    record ProxyRefused(String proxy, String target, String detail) implements Failure { }

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

    /// Why the other side's certificate, or TLS itself, was turned down.
    enum Distrust {
        /// Signed by nobody whom this computer knows, or by itself.
        UNKNOWN_ISSUER,
        EXPIRED,
        NOT_YET_VALID,
        /// A good certificate, but for another name.
        WRONG_HOST,
        /// No common version or cipher, a revoked or malformed certificate, a client certificate demanded.
        OTHER
    }

    /// What is wrong with a certificate file.
    enum FileFault { MISSING, UNREADABLE, NO_CERTIFICATE, EXPIRED, NOT_YET_VALID }
}
