package placewatch.simulator.socket;

/// What a binding is known by on its connection.
record BoundName(Target target, String name) { }
