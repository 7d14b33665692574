package placewatch.rest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;

/// REST calls to one server with one credential. Every method may be called on any thread, returns at once, and its
/// future never completes exceptionally; cancelling the future abandons the call. Futures complete on threads of
/// this client.
public final class PlaceApi implements AutoCloseable {

    public PlaceApi(ServerAddress server, Credential credential) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<ApiResult<Authority>> authority() {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<ApiResult<CurrentUser>> currentUser() {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<ApiResult<Page<ControlSystem>>> systems(SystemQuery query) {
        throw new UnsupportedOperationException();
    }

    /// One system with zones and modules; open to every key.
    public CompletableFuture<ApiResult<SystemDetail>> system(String systemId) {
        throw new UnsupportedOperationException();
    }

    /// Every zone, all pages.
    public CompletableFuture<ApiResult<List<Zone>>> zones() {
        throw new UnsupportedOperationException();
    }

    /// Support or above; an ordinary key gets `NotAllowed`.
    public CompletableFuture<ApiResult<List<Function>>> functions(ModuleAddress module) {
        throw new UnsupportedOperationException();
    }

    /// Status variables with their present values as JSON text; support or above.
    public CompletableFuture<ApiResult<Map<String, String>>> state(ModuleAddress module) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
