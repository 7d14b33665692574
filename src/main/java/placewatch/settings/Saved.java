package placewatch.settings;

import java.nio.file.Path;

/// What came of saving a file.
public sealed interface Saved {

    /// It is on the disk, whole.
    record Done(Path file) implements Saved { }

    /// It is not, and what was there before still is.
    record NotSaved(Path file, String why) implements Saved { }
}
