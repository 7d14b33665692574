package placewatch.bridge;

import placewatch.socket.ExecResult;

/// Hears how a call goes. JavaFX thread.
@FunctionalInterface
public interface ExecHearer {

    /// It went out as the request of that number; not called when nothing was sent.
    default void sent(long id) { }

    /// What became of it. Called once, whatever happens.
    void ended(ExecResult result);

    /// An answer came after [#ended] had to say that there was none.
    default void late(ExecResult answer) { }
}
