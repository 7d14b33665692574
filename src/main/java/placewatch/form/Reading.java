package placewatch.form;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a draft stands for.
public sealed interface Reading {

    /// Nothing was given.
    record Empty() implements Reading { }

    /// A value, ready to be sent.
    record Given(JsonNode value) implements Reading { }

    /// The beginning of a value: nothing in it is wrong, but something is still to be filled in.
    record Unfinished(Fault fault) implements Reading { }

    /// Something that can't be sent; the first fault of it.
    record Wrong(Fault fault) implements Reading { }

    /// Why it can't be sent, if something was given that can't.
    default Optional<Fault> barrier() {
        return switch (this) {
            case Empty(), Given _ -> Optional.empty();
            case Unfinished(Fault fault) -> Optional.of(fault);
            case Wrong(Fault fault) -> Optional.of(fault);
        };
    }
}
