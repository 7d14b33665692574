package placewatch.log;

/// Characters of a text.
///
/// @param from the first
/// @param to   the one behind the last
public record Span(int from, int to) { }
