package placewatch.socket;

/// Hears of an exec what its result does not tell. Called on the socket's thread.
public interface ExecListener {

    /// It goes out now, as the request of that number; not called when nothing is sent.
    default void sent(long id) { }

    /// An answer came although it had been given up for its deadline.
    default void late(ExecResult answer) { }

    /// Wants to hear nothing.
    static ExecListener none() {
        return new ExecListener() { };
    }
}
