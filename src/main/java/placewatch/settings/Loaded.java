package placewatch.settings;

import java.nio.file.Path;

/// What came of reading a file.
public sealed interface Loaded<T> {

    /// What to go on with.
    T kept();

    /// As it was saved.
    record AsSaved<T>(T kept) implements Loaded<T> { }

    /// There is no file yet.
    record FirstStart<T>(T kept) implements Loaded<T> { }

    /// The file was broken. It lies untouched at `moved`; a new one will be begun.
    record SetAside<T>(T kept, Path moved, String why) implements Loaded<T> { }

    /// The file can neither be read nor set aside. It stays as it is, and nothing will be saved over it.
    record OutOfReach<T>(T kept, Path file, String why) implements Loaded<T> { }
}
