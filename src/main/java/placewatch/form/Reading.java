package placewatch.form;

import tools.jackson.databind.JsonNode;

/// What a draft stands for.
public sealed interface Reading {

    /// Nothing was given.
    record Empty() implements Reading { }

    /// A value, ready to be sent.
    record Given(JsonNode value) implements Reading { }

    /// Something that can't be sent; the first fault of it.
    record Wrong(Fault fault) implements Reading { }
}
