package placewatch.export;

/// What lines of the log are as one text.
public sealed interface CopiedLog {

    /// All of them.
    ///
    /// @param gone lines that were asked for and had left the ring
    record Text(String text, long lines, long gone) implements CopiedLog { }

    /// They are more than a clipboard takes.
    ///
    /// @param sentence what to do instead
    record TooMuch(String sentence) implements CopiedLog { }

    /// It was given up.
    record Cancelled() implements CopiedLog { }
}
