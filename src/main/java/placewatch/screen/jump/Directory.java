package placewatch.screen.jump;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import placewatch.bridge.Connection;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.ControlSystem;
import placewatch.rest.Function;
import placewatch.rest.Page;
import placewatch.rest.SystemDetail;
import placewatch.rest.SystemQuery;

/// What is asked of the server, so that names can be found. JavaFX thread; answers come there, in a later pulse, and
/// not at all once the subscription is closed.
public interface Directory {

    Subscription systems(SystemQuery query, Consumer<ApiResult<Page<ControlSystem>>> then);

    Subscription system(String systemId, Consumer<ApiResult<SystemDetail>> then);

    Subscription state(ModuleAddress module, Consumer<ApiResult<Map<String, String>>> then);

    Subscription functions(ModuleAddress module, Consumer<ApiResult<List<Function>>> then);

    /// Runs `task` on the JavaFX thread after that time, unless the subscription is closed before.
    Subscription after(long millis, Runnable task);

    /// Of no server: nothing is found there.
    static Directory none() {
        return new Directory() {
            @Override
            public Subscription systems(SystemQuery query, Consumer<ApiResult<Page<ControlSystem>>> then) {
                then.accept(new ApiResult.Ok<>(new Page<>(List.of(), 0, 0, false)));
                return () -> { };
            }

            @Override
            public Subscription system(String systemId, Consumer<ApiResult<SystemDetail>> then) {
                throw new IllegalStateException("nothing was found whose modules could be asked for");
            }

            @Override
            public Subscription state(ModuleAddress module, Consumer<ApiResult<Map<String, String>>> then) {
                then.accept(new ApiResult.Ok<>(Map.of()));
                return () -> { };
            }

            @Override
            public Subscription functions(ModuleAddress module, Consumer<ApiResult<List<Function>>> then) {
                then.accept(new ApiResult.Ok<>(List.of()));
                return () -> { };
            }

            @Override
            public Subscription after(long millis, Runnable task) {
                task.run();
                return () -> { };
            }
        };
    }

    /// The server of a connection.
    static Directory of(Connection connection) {
        return new Directory() {
            @Override
            public Subscription systems(SystemQuery query, Consumer<ApiResult<Page<ControlSystem>>> then) {
                return connection.systems(query, then);
            }

            @Override
            public Subscription system(String systemId, Consumer<ApiResult<SystemDetail>> then) {
                return connection.system(systemId, then);
            }

            @Override
            public Subscription state(ModuleAddress module, Consumer<ApiResult<Map<String, String>>> then) {
                return connection.state(module, then);
            }

            @Override
            public Subscription functions(ModuleAddress module, Consumer<ApiResult<List<Function>>> then) {
                return connection.functions(module, then);
            }

            @Override
            public Subscription after(long millis, Runnable task) {
                return connection.after(millis, task);
            }
        };
    }
}
