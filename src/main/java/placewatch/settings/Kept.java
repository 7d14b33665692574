package placewatch.settings;

/// What a screen keeps from one start to the next, of one server. JavaFX thread; it is written to disk elsewhere.
public interface Kept<T> {

    /// As it was kept last, or as it is at first.
    T latest();

    /// The person changed something: it is this from now on.
    void keep(T next);
}
