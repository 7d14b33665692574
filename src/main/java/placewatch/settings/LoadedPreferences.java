package placewatch.settings;

import java.nio.file.Path;

/// What came of reading the preferences' file.
public sealed interface LoadedPreferences {

    /// What to go on with.
    default Preferences preferences() {
        return switch (this) {
            case Kept(Preferences preferences) -> preferences;
            case FirstStart _, SetAside _, OutOfReach _ -> Preferences.initial();
        };
    }

    /// As they were saved.
    record Kept(Preferences preferences) implements LoadedPreferences { }

    /// There is no file yet.
    record FirstStart() implements LoadedPreferences { }

    /// The file was broken. It lies untouched at `moved`; a new one will be begun.
    record SetAside(Path moved, String why) implements LoadedPreferences { }

    /// The file can neither be read nor set aside. It stays as it is, and nothing will be saved over it.
    record OutOfReach(Path file, String why) implements LoadedPreferences { }
}
