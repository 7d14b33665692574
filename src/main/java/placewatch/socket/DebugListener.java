package placewatch.socket;

/// Hears of one debug stream. Called on the socket's threads, in the order of arrival; must return at once.
public interface DebugListener {

    /// The stream moved on.
    void onPhase(DebugPhase phase);

    /// A line arrived.
    void onLine(DebugLine line);
}
