package placewatch.bridge;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.Authority;
import placewatch.rest.CurrentUser;
import placewatch.rest.PlaceApi;

/// Tries a server before anything that is open is given up for it. JavaFX thread.
public final class Connector {

    /// How a try ended.
    public sealed interface Outcome {

        /// It is a PlaceOS server and takes the key.
        record Good(Authority authority, CurrentUser user) implements Outcome { }

        record Bad(Failure why) implements Outcome { }
    }

    private final Answers answers;

    public Connector(Inbox inbox) {
        answers = new Answers(inbox);
    }

    /// Asks the host what it is, then whose key this is. Closing the subscription abandons the try.
    public Subscription attempt(ServerAddress server, Credential credential, Consumer<Outcome> then) {
        PlaceApi api = new PlaceApi(server, credential);
        var attempt = api.authority()
                .thenCompose(authority -> switch (authority) {
                    case ApiResult.Ok<Authority>(Authority host) -> api.currentUser().thenApply(user -> judge(host, user));
                    case ApiResult.Failed<Authority>(Failure why) ->
                        CompletableFuture.<Outcome>completedFuture(new Outcome.Bad(host(why)));
                });
        boolean[] over = {false};
        attempt.thenAccept(outcome -> answers.hand(() -> {
            api.close();
            if (!over[0]) {
                then.accept(outcome);
            }
        }));
        return () -> over[0] = true;
    }

    private static Outcome judge(Authority host, ApiResult<CurrentUser> user) {
        return switch (user) {
            case ApiResult.Ok<CurrentUser>(CurrentUser who) -> new Outcome.Good(host, who);
            case ApiResult.Failed<CurrentUser>(Failure why) -> new Outcome.Bad(why);
        };
    }

    /// Every PlaceOS host answers this question to anybody: one that does not know it is something else.
    private static Failure host(Failure why) {
        return switch (why) {
            case Failure.NotFound(String what) -> new Failure.NotPlaceOs("it has no " + what);
            case Failure.Unreadable(String detail) -> new Failure.NotPlaceOs(detail);
            case Failure.KeyRejected(String text) -> new Failure.NotPlaceOs(text);
            case Failure.NotAllowed(String text) -> new Failure.NotPlaceOs(text);
            case Failure.HostNotFound _, Failure.Unreachable _, Failure.NotTrusted _, Failure.NotPlaceOs _,
                 Failure.BadRequest _, Failure.Busy _, Failure.ServerFault _, Failure.TimedOut _,
                 Failure.ConnectionLost _ -> why;
        };
    }
}
