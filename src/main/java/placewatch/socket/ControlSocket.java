package placewatch.socket;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;

/// The one shared socket to a server. Every method may be called on any thread and returns at once.
public final class ControlSocket implements AutoCloseable {

    public ControlSocket(ServerAddress server, Credential credential, SocketOptions options) {
        throw new UnsupportedOperationException();
    }

    /// Begins to connect, and keeps at it until closed or refused.
    public void open() {
        throw new UnsupportedOperationException();
    }

    /// Leaves `Waiting` or `Refused` for another attempt right now; does nothing in other states.
    public void retryNow() {
        throw new UnsupportedOperationException();
    }

    public SocketState state() {
        throw new UnsupportedOperationException();
    }

    /// Hears every state from now on, beginning with the present one.
    public Subscription onState(Consumer<SocketState> listener) {
        throw new UnsupportedOperationException();
    }

    /// Watches a variable: one bind on the wire however many watch it, unbound when the last subscription is closed.
    /// A later listener is told the present phase and value at once, as the server would not send it again.
    public Subscription bind(StatusKey key, BindListener listener) {
        throw new UnsupportedOperationException();
    }

    /// Calls a function; `args` are JSON texts by position. Never completes exceptionally.
    public CompletableFuture<ExecResult> exec(ModuleAddress module, String function, List<String> args) {
        throw new UnsupportedOperationException();
    }

    /// The frame that `exec` would send now, its id being the next one.
    public String execFrame(ModuleAddress module, String function, List<String> args) {
        throw new UnsupportedOperationException();
    }

    /// Streams a module's debug lines: one stream on the wire however many listen, ignored when the last one leaves.
    public Subscription debug(ModuleAddress module, String moduleId, DebugListener listener) {
        throw new UnsupportedOperationException();
    }

    public SocketFigures figures() {
        throw new UnsupportedOperationException();
    }

    /// Unbinds and ignores everything, says goodbye, and ends its threads within a second.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
