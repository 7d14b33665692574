package placewatch.socket;

import java.io.EOFException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.Failure;

/// Tells apart why no connection came about.
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
            case 429, 502, 503 -> new Failure.Busy(status, retryAfter(answer));
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

    /// Of an error on the way, or of a connection that ended without one.
    Failure of(@Nullable Throwable error, String otherwise) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return new Failure.HostNotFound(address.getHost());
            }
            if (cause instanceof CertificateException) {
                return new Failure.NotTrusted(words(cause));
            }
        }
        if (error instanceof SSLException) {
            return ofTls(error);
        }
        return new Failure.Unreachable(address.getAuthority(), error == null ? otherwise : words(error));
    }

    private Failure ofTls(Throwable error) {
        if (error.getCause() instanceof EOFException) {
            return new Failure.Unreachable(address.getAuthority(), "It hung up during the TLS handshake");
        }
        return words(error).contains("Unsupported or unrecognized SSL message")
                ? new Failure.NotPlaceOs("What listens at " + address.getAuthority() + " does not speak TLS")
                : new Failure.NotTrusted(words(error));
    }

    /// `Retry-After` is a number of seconds or a date.
    private Optional<Duration> retryAfter(HttpAnswer answer) {
        String value = answer.headers().getOrDefault("retry-after", "");
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String words(Throwable error) {
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : message;
    }
}
