package placewatch.rest;

/// An instance of a driver. Absent texts are empty, an absent port is 0.
///
/// @param name        the name that addresses it: `custom_name` if not blank, else `name`
/// @param driverId    id of its driver
/// @param driverName  the driver's name, when the call delivers drivers
/// @param kind        what it talks to
/// @param connected   stays true for a stopped module: read it together with `running`
public record Module(
        String id,
        String name,
        String driverId,
        String driverName,
        Kind kind,
        String ip,
        int port,
        String uri,
        boolean running,
        boolean connected,
        String notes) {

    /// The driver's role in PlaceOS: ssh 0, device 1, service 2, websocket 3, logic 99.
    public enum Kind { SSH, DEVICE, SERVICE, WEBSOCKET, LOGIC, UNKNOWN }
}
