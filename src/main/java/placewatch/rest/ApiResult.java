package placewatch.rest;

import java.util.function.Function;
import placewatch.protocol.Failure;

/// The end of one REST call.
public sealed interface ApiResult<T> {

    record Ok<T>(T value) implements ApiResult<T> { }

    record Failed<T>(Failure failure) implements ApiResult<T> { }

    default <R> ApiResult<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(change.apply(value));
            case Failed<T>(Failure failure) -> new Failed<>(failure);
        };
    }
}
