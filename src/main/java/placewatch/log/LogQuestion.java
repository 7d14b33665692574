package placewatch.log;

/// What a console shows: the lines of its scope that its filter takes.
public record LogQuestion(LogScope scope, LogFilter filter) { }
