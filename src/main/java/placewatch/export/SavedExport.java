package placewatch.export;

import java.nio.file.Path;

/// How saving an export ended.
public sealed interface SavedExport {

    /// Where it was meant to be.
    Path file();

    /// It is there, whole.
    record Saved(Path file) implements SavedExport { }

    /// It is not there; what was there before still is.
    ///
    /// @param detail the system's own words
    record NotSaved(Path file, Cause cause, String detail) implements SavedExport {

        /// What went wrong, where, and what to do.
        public String sentence() {
            return "Nothing was saved to " + file + ": " + FileTrouble.sentence(cause, detail);
        }
    }

    /// Why it is not there.
    enum Cause { NO_SUCH_FOLDER, NOT_ALLOWED, IS_A_FOLDER, DISK_FULL, STOPPED, OTHER }
}
