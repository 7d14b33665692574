package placewatch.bridge;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.socket.ControlSocket;
import placewatch.socket.DebugListener;

/// The server as the debug streams need it.
///
/// @param modules which modules there are, as far as was told
/// @param state   asks for a module's status variables
record ModuleStreams(ControlSocket socket, ModuleLists modules,
                     BiConsumer<ModuleAddress, Consumer<ApiResult<Map<String, String>>>> state)
        implements LogStreams.Wire {

    @Override
    public Subscription debug(ModuleAddress module, String moduleId, DebugListener listener) {
        // a restart or a move is seen in the system's list of modules alone
        modules.watch(module.system());
        Subscription stream = socket.debug(module, moduleId, listener);
        return () -> {
            modules.leave(module.system());
            stream.close();
        };
    }

    @Override
    public void variables(ModuleAddress module, Consumer<Set<String>> then) {
        // without the right to read them words just lead nowhere
        state.accept(module, result -> {
            if (result instanceof ApiResult.Ok<Map<String, String>>(Map<String, String> values)) {
                then.accept(Set.copyOf(values.keySet()));
            }
        });
    }

    @Override
    public boolean lists(ModuleAddress address) {
        return modules.names(address);
    }
}
