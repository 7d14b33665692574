package placewatch.model.series;

/// A moment that a chart marks.
///
/// @param at    milliseconds since 1970
/// @param words what happened, in a few words
public record ChartMark(long at, Kind kind, String words) {

    /// What a mark is about.
    public enum Kind { RECONNECTED, EXEC }
}
