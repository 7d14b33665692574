package placewatch.rest;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;

/// Sends one call and makes one result of whatever becomes of it. Any thread may call.
final class HttpCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCalls.class);
    private static final Failure CLOSED = new Failure.ConnectionLost("this client was closed");

    private final Credential credential;
    private final Deadlines deadlines;
    private final FailureReader failureReader;
    private final ExchangeFailures exchangeFailures;
    private final RestThreads threads = new RestThreads();
    private final Route route;
    private volatile @Nullable HttpClient http;
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    HttpCalls(Credential credential, Route route, Deadlines deadlines, InstantSource clock) {
        this.credential = credential;
        this.deadlines = deadlines;
        this.failureReader = new FailureReader(route, clock);
        this.exchangeFailures = new ExchangeFailures(deadlines, route);
        this.route = route;
    }

    /// Made by the first call, on a worker: it takes a good part of the time in which a window opens.
    private synchronized HttpClient http() {
        HttpClient made = http;
        if (made == null) {
            // Redirects are not followed: the key goes to the host that the person named and to no other.
            made = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(deadlines.connect())
                    .proxy(route.proxies())
                    .sslContext(route.tls())
                    .executor(threads.workers())
                    .build();
            http = made;
        }
        if (closed) {
            // meanwhile, when there was none to shut down
            made.shutdownNow();
        }
        return made;
    }

    /// Makes what the first call needs, on a worker. Whatever is wrong with that, the first call will tell.
    void prepare() {
        try {
            threads.workers().execute(() -> {
                try {
                    http();
                    Json.read("{}");
                } catch (RuntimeException e) {
                    LOG.debug("the first call will be slower", e);
                }
            });
        } catch (RejectedExecutionException _) {
            LOG.debug("closed before it was ready");
        }
    }

    /// `reader` runs on a thread of this client and may throw [BadAnswer]. Cancelling the future cuts the exchange.
    <T> CompletableFuture<ApiResult<T>> send(Call call, Function<Answer, T> reader) {
        CompletableFuture<ApiResult<T>> result = new CompletableFuture<>();
        Runnable giveUp = () -> result.complete(new ApiResult.Failed<>(CLOSED));
        waiting.add(giveUp);
        result.whenComplete((_, _) -> waiting.remove(giveUp));
        if (closed) {
            giveUp.run();
            return result;
        }
        HttpRequest request;
        try {
            request = request(call);
        } catch (IllegalArgumentException _) {
            // its message would quote the key
            result.complete(new ApiResult.Failed<>(new Failure.KeyRejected(
                    "The key holds characters that can't be sent in a header. Was it copied whole?")));
            return result;
        }
        try {
            // The HTTP client's own timeout ends with the headers; a body that trickles needs a deadline too.
            Duration allowed = deadlines.call();
            Future<?> deadline = threads.after(
                    allowed, () -> result.complete(new ApiResult.Failed<>(new Failure.TimedOut(allowed))));
            result.whenComplete((_, _) -> deadline.cancel(false));
            // finding out which proxy to use may take the computer a while
            threads.workers().execute(() -> exchange(call, request, reader, result));
        } catch (RejectedExecutionException _) {
            // closed between the look above and here
            giveUp.run();
        }
        return result;
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(call.method(), HttpRequest.BodyPublishers.noBody())
                .header("Accept", "application/json")
                .header("User-Agent", "Placewatch");
        if (call.signed()) {
            request.header(credential.headerName(), credential.headerValue());
        }
        return request.build();
    }

    private <T> void exchange(
            Call call, HttpRequest request, Function<Answer, T> reader, CompletableFuture<ApiResult<T>> result) {
        if (result.isDone()) {
            return;
        }
        try {
            CompletableFuture<HttpResponse<byte[]>> exchange =
                    http().sendAsync(request, _ -> new CappedBody(CappedBody.MAX_BYTES));
            result.whenComplete((_, _) -> exchange.cancel(true));
            exchange.whenCompleteAsync((response, thrown) -> {
                if (!result.isDone()) {
                    result.complete(outcome(call, response, thrown, reader));
                }
            }, threads.workers());
        } catch (RejectedExecutionException _) {
            result.complete(new ApiResult.Failed<>(CLOSED));
        } catch (RuntimeException e) {
            result.complete(new ApiResult.Failed<>(exchangeFailures.read(call, e)));
        }
    }

    private <T> ApiResult<T> outcome(
            Call call,
            @Nullable HttpResponse<byte[]> response,
            @Nullable Throwable thrown,
            Function<Answer, T> reader) {
        try {
            if (response == null) {
                return new ApiResult.Failed<>(exchangeFailures.read(call, thrown));
            }
            // the client's own answer for a proxy that asks for a sign-in has none
            byte[] body = Objects.requireNonNullElse(response.body(), new byte[0]);
            Answer answer = new Answer(call, response.statusCode(), response.headers(), body);
            return failureReader.read(answer)
                    .<ApiResult<T>>map(ApiResult.Failed::new)
                    .orElseGet(() -> new ApiResult.Ok<>(reader.apply(answer)));
        } catch (RuntimeException e) {
            return new ApiResult.Failed<>(exchangeFailures.read(call, e));
        }
    }

    /// Ends every waiting call as lost, on the caller's thread, and lets the threads go. Does not wait for them.
    @Override
    public void close() {
        closed = true;
        waiting.forEach(Runnable::run);
        HttpClient made = http;
        if (made != null) {
            made.shutdownNow();
        }
        threads.close();
    }
}
