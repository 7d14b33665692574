package placewatch.log;

/// What is wrong with the text of a filter.
///
/// @param from     the first character that it is about
/// @param to       the one behind the last
/// @param sentence what is wrong and what to do
public record FilterFault(int from, int to, String sentence) { }
