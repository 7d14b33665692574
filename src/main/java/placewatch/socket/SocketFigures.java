package placewatch.socket;

import java.time.Duration;
import java.util.Optional;

/// Counters of one socket since it was made, for the status bar and the tests.
///
/// @param bound         variables bound, or being bound, on the wire
/// @param debugStreams  debug streams open, or being opened, on the wire
/// @param changes       values received
/// @param debugLines    debug lines received
/// @param unreadable    frames that could not be read and were set aside
/// @param roundTrip     of the latest ping, if one was answered on this connection
public record SocketFigures(
        int bound, int debugStreams, long changes, long debugLines, long unreadable, Optional<Duration> roundTrip) { }
