package placewatch.rest;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.protocol.Failure;

/// Makes a failure of what the HTTP client threw.
final class ExchangeFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeFailures.class);

    private ExchangeFailures() {
    }

    static Failure read(Call call, Deadlines deadlines, @Nullable Throwable thrown) {
        Optional<BadAnswer> bad = find(thrown, BadAnswer.class);
        if (bad.isPresent()) {
            return bad.get().failure();
        }
        Optional<CappedBody.TooLarge> large = find(thrown, CappedBody.TooLarge.class);
        if (large.isPresent()) {
            return BadAnswer.unreadable(call, "it is " + large.get().getMessage()).failure();
        }
        if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class)) {
            return new Failure.HostNotFound(call.uri().getHost());
        }
        if (has(thrown, HttpConnectTimeoutException.class)) {
            return new Failure.TimedOut(deadlines.connect());
        }
        if (has(thrown, HttpTimeoutException.class)) {
            return new Failure.TimedOut(deadlines.call());
        }
        if (has(thrown, SSLException.class)) {
            return tls(thrown);
        }
        if (has(thrown, ConnectException.class)) {
            return new Failure.Unreachable(call.uri().getAuthority(), detail(thrown));
        }
        if (has(thrown, ProtocolException.class)) {
            return new Failure.NotPlaceOs("It does not speak HTTP: " + detail(thrown));
        }
        if (has(thrown, IOException.class)) {
            return new Failure.ConnectionLost(detail(thrown));
        }
        LOG.error("{} ended in a way that nobody thought of", call, thrown);
        return BadAnswer.unreadable(call, detail(thrown)).failure();
    }

    private static Failure tls(@Nullable Throwable thrown) {
        if (has(thrown, EOFException.class)) {
            return new Failure.ConnectionLost(detail(thrown));
        }
        return new Failure.NotTrusted(detail(thrown));
    }

    private static boolean has(@Nullable Throwable thrown, Class<? extends Throwable> type) {
        return find(thrown, type).isPresent();
    }

    private static <E extends Throwable> Optional<E> find(@Nullable Throwable thrown, Class<E> type) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    /// The deepest message there is: the outer ones only repeat it, or are empty.
    private static String detail(@Nullable Throwable thrown) {
        String detail = "no reason given";
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 20; depth++) {
            detail = at.getMessage() == null || at.getMessage().isBlank() ? detail : at.getMessage();
            at = at.getCause();
        }
        return detail;
    }
}
