package placewatch.simulator;

/// Which PlaceOS the simulator behaves like.
public enum Dialect {
    /// To the letter of the public protocol page.
    DOCUMENTED,
    /// As the server deployed today.
    CURRENT
}
