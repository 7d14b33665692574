package placewatch.settings;

import java.nio.file.Path;

/// What came of saving the preferences.
public sealed interface SavedPreferences {

    /// They are on the disk, whole.
    record Saved(Path file) implements SavedPreferences { }

    /// They are not, and what was there before still is.
    record NotSaved(Path file, String why) implements SavedPreferences { }
}
