package placewatch.settings;

/// Something that comes back after a restart. JavaFX thread; the disk is another thread's.
public interface Kept<T> {

    /// As it was kept last.
    T latest();

    /// Keeps it as it is now.
    void keep(T next);
}
