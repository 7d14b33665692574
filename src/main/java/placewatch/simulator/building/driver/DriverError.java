package placewatch.simulator.building.driver;

/// Raised by a driver's code; the server words it `module raised: MESSAGE (CLASS)`.
public final class DriverError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String className;

    private DriverError(String message, String className) {
        super(message);
        this.className = className;
    }

    /// An argument that won't do.
    public static DriverError argument(String message) {
        return new DriverError(message, "ArgumentError");
    }

    /// Anything else.
    ///
    /// @param className  as a Crystal program would call it, for example `IO::TimeoutError`
    public static DriverError of(String className, String message) {
        return new DriverError(message, className);
    }

    /// `module raised: volume 140 is above 100 (ArgumentError)`.
    public String wording() {
        return "module raised: " + getMessage() + " (" + className + ")";
    }
}
