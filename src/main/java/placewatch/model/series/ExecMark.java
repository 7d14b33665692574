package placewatch.model.series;

import java.time.Instant;
import placewatch.protocol.ModuleAddress;

/// A function was called: charts of that module's variables mark the moment.
///
/// @param words what was called, in a few words: `volume(30)`
public record ExecMark(Instant at, ModuleAddress module, String words) { }
