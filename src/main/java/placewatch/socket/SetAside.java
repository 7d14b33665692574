package placewatch.socket;

import java.time.Instant;

/// A frame that could not be read.
///
/// @param at        when it came
/// @param reason    why, as a sentence without its full stop
/// @param length    of the whole frame, in bytes
/// @param beginning its first characters, at most 200
public record SetAside(Instant at, String reason, int length, String beginning) { }
