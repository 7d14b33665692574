package placewatch.simulator.building;

/// Raised by a driver while it runs a function: the message is what a PlaceOS driver would say, for example
/// `module raised: input "vga" is not one of hdmi1, hdmi2 (ArgumentError)`.
public final class DriverFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DriverFault(String message) {
        super(message);
    }
}
