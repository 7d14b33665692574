package placewatch.socket;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import placewatch.network.Causes;
import placewatch.network.Diagnosis;
import placewatch.network.RetryAfter;
import placewatch.protocol.Failure;

/// Tells apart why no connection came about, once the line to the server was there.
final class HandshakeFailure {

    private static final int TEXT_LIMIT = 2_000;

    private final URI address;
    private final InstantSource clock;

    HandshakeFailure(URI address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
    }

    /// Of an answer other than 101.
    Failure of(HttpAnswer answer) {
        int status = answer.status();
        String text = answer.body().length() <= TEXT_LIMIT ? answer.body() : answer.body().substring(0, TEXT_LIMIT);
        return switch (status) {
            case 401 -> new Failure.KeyRejected(text);
            case 403 -> new Failure.NotAllowed(text);
            case 404 -> new Failure.NotPlaceOs("There is no control socket at " + address + " (404)");
            case 429, 502, 503 -> new Failure.Busy(status,
                    RetryAfter.read(answer.headers().getOrDefault("retry-after", ""), clock));
            default -> {
                if (status >= 500) {
                    yield new Failure.ServerFault(status, text);
                }
                yield status >= 400
                        ? new Failure.BadRequest(status, text)
                        : new Failure.NotPlaceOs("The upgrade to a WebSocket was answered with " + status);
            }
        };
    }

    /// Of an error in the middle of the upgrade, or of a connection that ended without one.
    Failure of(@Nullable Throwable error, String otherwise) {
        return Diagnosis.read(error, address, Optional.empty()).orElseGet(() -> new Failure.Unreachable(
                address.getAuthority(), error == null ? otherwise : new Causes(error).detail()));
    }
}
