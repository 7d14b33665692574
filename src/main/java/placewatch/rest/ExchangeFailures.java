package placewatch.rest;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.network.Causes;
import placewatch.network.Diagnosis;
import placewatch.network.Route;
import placewatch.protocol.Failure;

/// Makes a failure of what the HTTP client threw.
final class ExchangeFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeFailures.class);

    /// What Java throws is no sentence for people (`EOF reached while reading`), but may help whoever is asked.
    private static final String BROKE = "the line broke before the answer was complete (";

    private final Deadlines deadlines;
    private final Route route;

    /// @param route tells whether a proxy was on the way
    ExchangeFailures(Deadlines deadlines, Route route) {
        this.deadlines = deadlines;
        this.route = route;
    }

    Failure read(Call call, @Nullable Throwable thrown) {
        Causes causes = new Causes(thrown);
        Failure failure = failure(call, thrown, causes);
        if (failure instanceof Failure.ProxyUnreachable || failure instanceof Failure.ProxyNotFound) {
            // the HTTP client asks the selector, but does not tell it
            route.httpProxyTo(call.uri()).ifPresent(proxy -> causes.find(IOException.class)
                    .ifPresent(why -> route.proxyFailed(call.uri(), proxy, why)));
        }
        return failure;
    }

    private Failure failure(Call call, @Nullable Throwable thrown, Causes causes) {
        return causes.find(BadAnswer.class).map(BadAnswer::failure)
                .or(() -> causes.find(CappedBody.TooLarge.class)
                        .map(large -> BadAnswer.unreadable(call, "it is " + large.getMessage()).failure()))
                .or(() -> late(call, causes))
                .or(() -> Diagnosis.read(thrown, call.uri(), route.httpProxyTo(call.uri())))
                .orElseGet(() -> other(call, causes, thrown));
    }

    /// The client's deadline for connecting counts the first TCP connection only, which is the proxy's if there is one.
    private Optional<Failure> late(Call call, Causes causes) {
        if (causes.has(HttpConnectTimeoutException.class)) {
            return Optional.of(route.httpProxyTo(call.uri())
                    .<Failure>map(proxy -> new Failure.ProxyUnreachable(Diagnosis.shown(proxy),
                            "No answer within " + deadlines.connect().toSeconds() + " s"))
                    .orElseGet(() -> new Failure.TimedOut(deadlines.connect())));
        }
        return causes.has(HttpTimeoutException.class)
                ? Optional.of(new Failure.TimedOut(deadlines.call())) : Optional.empty();
    }

    private Failure other(Call call, Causes causes, @Nullable Throwable thrown) {
        if (causes.has(ProtocolException.class)) {
            return new Failure.NotPlaceOs("It does not speak HTTP: " + causes.detail());
        }
        if (causes.has(IOException.class)) {
            // whether the proxy or the server hung up is not told
            return new Failure.ConnectionLost(BROKE + causes.detail() + ")" + route.httpProxyTo(call.uri())
                    .map(proxy -> ", on the way through the proxy " + Diagnosis.shown(proxy)).orElse(""));
        }
        LOG.error("{} ended in a way that nobody thought of", call, thrown);
        return BadAnswer.unreadable(call, causes.detail()).failure();
    }
}
