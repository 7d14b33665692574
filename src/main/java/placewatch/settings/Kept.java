package placewatch.settings;

/// Something that comes back after a restart. JavaFX thread; the disk is another thread's.
public interface Kept<T> {

    /// As it was kept last.
    T latest();

    /// Keeps it as it is now.
    void keep(T next);

    /// Kept as long as the program runs.
    static <T> Kept<T> forNow(T first) {
        return new Kept<>() {
            private T latest = first;

            @Override
            public T latest() {
                return latest;
            }

            @Override
            public void keep(T next) {
                latest = next;
            }
        };
    }
}
