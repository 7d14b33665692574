package placewatch.rest;

/// What `POST /modules/{id}/ping` found out. Absent texts are empty.
///
/// @param host       the address that was pinged, from the module's settings
/// @param pingable   it answered; false as well when the server doesn't say
/// @param warning    the server's words when it answered with a doubt
/// @param exception  the server's words when the ping itself went wrong
public record PingResult(String host, boolean pingable, String warning, String exception) { }
