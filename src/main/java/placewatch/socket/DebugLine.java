package placewatch.socket;

import java.time.Instant;

/// One debug message of a module. The server sends no time: `at` is when its frame was read here.
/// `level` is the server's word as it came (usually debug, info, notice, warn, error, fatal); `text` may hold
/// several lines.
public record DebugLine(String moduleId, String level, String text, Instant at) { }
