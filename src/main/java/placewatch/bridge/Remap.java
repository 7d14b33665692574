package placewatch.bridge;

import java.time.Instant;
import placewatch.protocol.ModuleAddress;

/// An address came to mean another module, because its system's list of modules changed.
///
/// @param before id of the module that it meant
/// @param after  id of the module that it means
/// @param at     when that was noticed: the server does not tell when it came to be so
public record Remap(ModuleAddress address, String before, String after, Instant at) { }
