package placewatch.log;

/// What became of a text that should be a filter.
public sealed interface FilterReading {

    /// It is one.
    record Read(LogFilter filter) implements FilterReading { }

    /// It is none, or not yet.
    record Faulty(FilterFault fault) implements FilterReading { }
}
