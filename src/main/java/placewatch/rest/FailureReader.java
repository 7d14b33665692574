package placewatch.rest;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import placewatch.protocol.Failure;

/// Tells an answer that failed from one that holds what was asked for.
final class FailureReader {

    private final InstantSource clock;

    FailureReader(InstantSource clock) {
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
            case 429, 502, 503 -> new Failure.Busy(status, retryAfter(answer));
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

    /// Seconds or an HTTP date (RFC 9110); empty when absent or neither.
    private Optional<Duration> retryAfter(Answer answer) {
        return answer.headers().firstValue("retry-after").map(String::strip).flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Integer.parseInt(text)));
            }
            try {
                Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                Duration wait = Duration.between(clock.instant(), then);
                return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        });
    }
}
