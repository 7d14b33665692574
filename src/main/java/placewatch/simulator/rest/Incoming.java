package placewatch.simulator.rest;

import java.util.Optional;
import placewatch.simulator.Caller;

/// A call as it came off the wire.
///
/// @param path         as asked for, still percent-encoded
/// @param caller       whose key it carries, if a good one
/// @param keyProblem   what to say when a key is needed and there is none
/// @param accept       the header, or empty
/// @param contentType  the header, or empty
public record Incoming(
        String method,
        String path,
        String query,
        Optional<Caller> caller,
        String keyProblem,
        String accept,
        String contentType,
        String body) { }
