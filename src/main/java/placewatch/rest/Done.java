package placewatch.rest;

/// The server did what was asked and has nothing to add.
public record Done() { }
