package placewatch.simulator.building;

/// A driver, of which modules are instances.
///
/// @param kind         PlaceOS's role number: ssh 0, device 1, service 2, websocket 3, logic 99
/// @param className    as it appears in error texts and debug lines, for example `Samsung::Displays::MDCProtocol`
/// @param moduleName   default name of its modules, for example `Display`
public record DemoDriver(String id, String name, String className, String moduleName, int kind, String description) { }
