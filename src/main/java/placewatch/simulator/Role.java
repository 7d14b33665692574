package placewatch.simulator;

/// What a key may do; each includes the ones before it.
public enum Role { USER, SUPPORT, ADMIN }
