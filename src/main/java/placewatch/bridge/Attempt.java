package placewatch.bridge;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.bridge.Connector.Outcome;
import placewatch.network.AuthorityFiles;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.rest.ApiResult;
import placewatch.rest.Authority;
import placewatch.rest.CurrentUser;
import placewatch.rest.PlaceApi;
import placewatch.socket.ControlSocket;
import placewatch.socket.SocketOptions;
import placewatch.socket.SocketState;

/// One try of a server, step by step, each bounded by the deadlines of its client. Any thread.
final class Attempt implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
    private static final Failure GIVEN_UP = new Failure.ConnectionLost("the try was given up");

    private final ServerAddress server;
    private final Credential credential;
    private final CompletableFuture<Outcome> end = new CompletableFuture<>();

    Attempt(ServerAddress server, Credential credential) {
        this.server = server;
        this.credential = credential;
    }

    /// @param way runs on a thread of its own, as it reads files
    CompletableFuture<Outcome> begin(Supplier<AuthorityFiles.Outcome> way) {
        Executor aside = task -> Thread.ofPlatform().name("placewatch-try").daemon().start(task);
        CompletableFuture.supplyAsync(way, aside).thenComposeAsync(this::follow, aside)
                .whenComplete((outcome, fault) -> {
                    if (fault != null) {
                        LOG.error("a try ended in a fault of ours", fault);
                        end.complete(new Outcome.Bad(new Failure.Unreadable(fault.toString())));
                    } else {
                        end.complete(outcome);
                    }
                });
        return end;
    }

    private CompletableFuture<Outcome> follow(AuthorityFiles.Outcome way) {
        return switch (way) {
            case AuthorityFiles.Outcome.Unusable(Failure.BadAuthorityFile why) -> done(new Outcome.Bad(why));
            case AuthorityFiles.Outcome.Ready(Route route) -> askRest(new Access(server, credential, route));
        };
    }

    private CompletableFuture<Outcome> askRest(Access access) {
        PlaceApi api = new PlaceApi(server, credential, access.route());
        end.whenComplete((_, _) -> api.close());
        return api.authority().thenCompose(authority -> switch (authority) {
            case ApiResult.Ok<Authority>(Authority host) -> api.currentUser().thenCompose(user -> switch (user) {
                case ApiResult.Ok<CurrentUser>(CurrentUser who) -> openSocket(new Outcome.Good(access, host, who));
                case ApiResult.Failed<CurrentUser>(Failure why) -> done(new Outcome.Bad(why));
            });
            case ApiResult.Failed<Authority>(Failure why) -> done(new Outcome.Bad(host(why)));
        });
    }

    private CompletableFuture<Outcome> openSocket(Outcome.Good good) {
        ControlSocket socket =
                new ControlSocket(server, credential, SocketOptions.standard(), good.access().route());
        CompletableFuture<Outcome> result = new CompletableFuture<>();
        // saying goodbye may take a moment
        end.whenComplete((_, _) -> Thread.ofPlatform().name("placewatch-try-end").daemon().start(socket::close));
        socket.onState(state -> seen(state, good).ifPresent(result::complete));
        socket.open();
        return result;
    }

    /// The first attempt decides.
    private static Optional<Outcome> seen(SocketState state, Outcome.Good good) {
        return switch (state) {
            case SocketState.Idle(), SocketState.Connecting(var _) -> Optional.empty();
            case SocketState.Open(var _) -> Optional.of(good);
            case SocketState.Waiting(var _, var _, Failure why) -> Optional.of(new Outcome.NoSocket(why));
            case SocketState.Refused(Failure why) -> Optional.of(new Outcome.NoSocket(why));
            case SocketState.Closed() -> Optional.of(new Outcome.NoSocket(GIVEN_UP));
        };
    }

    /// Every PlaceOS host answers this question to anybody: one that does not know it is something else.
    private static Failure host(Failure why) {
        return switch (why) {
            case Failure.NotFound(String what) -> new Failure.NotPlaceOs("it has no " + what);
            case Failure.Unreadable(String detail) -> new Failure.NotPlaceOs(detail);
            case Failure.KeyRejected(String text) -> new Failure.NotPlaceOs(text);
            case Failure.NotAllowed(String text) -> new Failure.NotPlaceOs(text);
            case Failure.HostNotFound _, Failure.Unreachable _, Failure.NotTrusted _, Failure.BadAuthorityFile _,
                 Failure.ProxyNotFound _, Failure.ProxyUnreachable _, Failure.ProxyWantsSignIn _,
                 Failure.ProxyRefused _, Failure.NotPlaceOs _, Failure.BadRequest _, Failure.Busy _,
                 Failure.ServerFault _, Failure.TimedOut _, Failure.ConnectionLost _ -> why;
        };
    }

    private static CompletableFuture<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    /// Gives it up, and lets go of everything.
    @Override
    public void close() {
        end.complete(new Outcome.Bad(GIVEN_UP));
    }
}
