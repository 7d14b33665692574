package placewatch.network;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.rest.ApiResult;
import placewatch.rest.PlaceApi;
import placewatch.rest.ServerVersion;
import placewatch.socket.ControlSocket;
import placewatch.socket.SocketOptions;
import placewatch.socket.SocketState;

/// One visit to a server by REST, and one by the control socket, on the same route.
record Visits(ServerAddress server, String key, Route route) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    ApiResult<ServerVersion> rest() throws Exception {
        try (PlaceApi api = new PlaceApi(server, new Credential.ApiKey(key), route)) {
            return api.version().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    Failure restFailure() throws Exception {
        return switch (rest()) {
            case ApiResult.Ok<ServerVersion>(ServerVersion version) -> throw new AssertionError("let in: " + version);
            case ApiResult.Failed<ServerVersion>(Failure why) -> why;
        };
    }

    /// Open, refused, or waiting for the second attempt.
    SocketState socket() {
        try (ControlSocket socket =
                new ControlSocket(server, new Credential.ApiKey(key), SocketOptions.standard(), route)) {
            socket.open();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> switch (socket.state()) {
                case SocketState.Idle _, SocketState.Connecting _ -> false;
                case SocketState.Open _, SocketState.Waiting _, SocketState.Refused _, SocketState.Closed _ -> true;
            });
            return socket.state();
        }
    }

    Failure socketFailure() {
        return switch (socket()) {
            case SocketState.Waiting(var _, var _, Failure why) -> why;
            case SocketState.Refused(Failure why) -> why;
            case SocketState.Open _, SocketState.Idle _, SocketState.Connecting _, SocketState.Closed _ ->
                throw new AssertionError("no failure");
        };
    }
}
