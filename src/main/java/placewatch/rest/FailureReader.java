package placewatch.rest;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import placewatch.network.Diagnosis;
import placewatch.network.RetryAfter;
import placewatch.network.Route;
import placewatch.protocol.Failure;

/// Tells an answer that failed from one that holds what was asked for.
final class FailureReader {

    private final Route route;
    private final InstantSource clock;

    /// @param route tells whether a proxy was on the way
    FailureReader(Route route, InstantSource clock) {
        this.route = route;
        this.clock = clock;
    }

    /// Empty for a success that is worth reading.
    Optional<Failure> read(Answer answer) {
        if (!answer.isSuccess()) {
            return Optional.of(failure(answer));
        }
        return answer.isHtml()
                ? Optional.of(notPlaceOs(answer, "a web page"))
                : Optional.empty();
    }

    private Failure failure(Answer answer) {
        int status = answer.status();
        String text = ServerText.of(answer);
        return switch (status) {
            case 401 -> new Failure.KeyRejected(text);
            case 403 -> new Failure.NotAllowed(text);
            case 404 -> answer.isHtml()
                    ? notPlaceOs(answer, "a web page saying 404")
                    : new Failure.NotFound(answer.call().what());
            case 407 -> route.httpProxyTo(answer.call().uri())
                    .<Failure>map(proxy -> new Failure.ProxyWantsSignIn(Diagnosis.shown(proxy)))
                    .orElseGet(() -> new Failure.BadRequest(status, text));
            case 429, 502, 503 -> new Failure.Busy(status,
                    answer.headers().firstValue("retry-after").flatMap(value -> RetryAfter.read(value, clock)));
            default -> {
                if (status >= 500) {
                    yield new Failure.ServerFault(status, text);
                }
                yield status >= 400 ? new Failure.BadRequest(status, text) : notPlaceOs(answer, redirect(answer));
            }
        };
    }

    private static Failure notPlaceOs(Answer answer, String what) {
        String title = ServerText.of(answer);
        return new Failure.NotPlaceOs(answer.call().method() + " " + answer.call().uri().getPath()
                + " was answered with " + what + (title.isEmpty() ? "" : ": " + title));
    }

    /// Without the query: sign-in pages are given tokens there.
    private static String redirect(Answer answer) {
        String status = "status " + answer.status();
        return answer.headers().firstValue("location").map(location -> {
            try {
                URI to = answer.call().uri().resolve(location);
                return status + ", sending us to " + to.getScheme() + "://" + to.getAuthority() + to.getPath();
            } catch (IllegalArgumentException _) {
                return status + ", sending us to an address that can't be read";
            }
        }).orElse(status);
    }
}
