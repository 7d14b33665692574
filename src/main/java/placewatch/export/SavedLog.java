package placewatch.export;

import java.nio.file.Path;

/// How saving lines of the log ended.
public sealed interface SavedLog {

    /// Where they were meant to be.
    Path file();

    /// They are there, all of them.
    ///
    /// @param gone lines that were asked for and had left the ring
    record Written(Path file, long lines, long bytes, long gone) implements SavedLog { }

    /// They are not there; what was there before still is.
    record Failed(SavedExport.NotSaved why) implements SavedLog {

        @Override
        public Path file() {
            return why.file();
        }
    }

    /// It was given up; what was there before still is.
    record Cancelled(Path file) implements SavedLog { }
}
