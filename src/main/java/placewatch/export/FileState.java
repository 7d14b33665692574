package placewatch.export;

import java.nio.file.Path;

/// What becomes of the log in its file.
public sealed interface FileState {

    /// Nothing is written.
    record Off() implements FileState { }

    /// Each line is written as it comes.
    ///
    /// @param bytes  of the file as it is now
    /// @param lines  written since this began, in full files too
    /// @param missed lines that had left the ring before they could be written, since this began
    record Writing(Path file, long bytes, long lines, long missed) implements FileState { }

    /// The disk takes nothing now; it is tried again. Lines wait in the ring.
    ///
    /// @param sentence what is wrong and what to do
    record Failed(Path file, String sentence) implements FileState { }
}
