package placewatch.simulator;

/// What clients hold right now: tests ask it whether they let go.
///
/// @param sockets       open WebSocket connections
/// @param bindings      variables bound over all connections
/// @param debugStreams  debug streams over all connections
public record SimulatorFigures(int sockets, int bindings, int debugStreams) { }
