package placewatch.model.log;

import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;

/// What a word of a line is the name of.
public sealed interface Named {

    /// A status variable of the module that wrote the line.
    record Variable(StatusKey key) implements Named { }

    /// A module of the same system.
    record OtherModule(ModuleAddress address) implements Named { }
}
