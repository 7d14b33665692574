package placewatch.history;

import java.time.Instant;

/// The latest value of a variable.
///
/// @param json its JSON text
/// @param at   when it arrived, to the microsecond
public record Latest(String json, Instant at) { }
