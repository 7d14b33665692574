package placewatch.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import placewatch.protocol.Failure;

/// Waits for a call and takes it apart.
final class Results {

    private Results() {
    }

    static <T> T ok(CompletableFuture<ApiResult<T>> call) throws Exception {
        return switch (call.get(30, TimeUnit.SECONDS)) {
            case ApiResult.Ok<T>(T value) -> value;
            case ApiResult.Failed<T>(Failure failure) -> throw new AssertionError("failed: " + failure);
        };
    }

    static Failure failed(CompletableFuture<? extends ApiResult<?>> call) throws Exception {
        return switch (call.get(30, TimeUnit.SECONDS)) {
            case ApiResult.Ok<?>(Object value) -> throw new AssertionError("went well: " + value);
            case ApiResult.Failed<?>(Failure failure) -> failure;
        };
    }
}
