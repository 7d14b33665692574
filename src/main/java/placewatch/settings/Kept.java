package placewatch.settings;

/// Something of the person's that a restart brings back, for one server. JavaFX thread; what is kept reaches the disk
/// later, on another thread.
public interface Kept<T> {

    /// As it was kept last.
    T latest();

    void keep(T next);
}
