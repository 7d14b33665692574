package placewatch.simulator.socket;

import org.jspecify.annotations.Nullable;
import placewatch.simulator.JsonText;
import tools.jackson.databind.JsonNode;

/// A value on its way to many connections: written as JSON once, not once a connection. Safe on any thread: two that
/// write it at the same time write the same text.
final class ChangedValue {

    private final JsonNode value;
    private volatile @Nullable String raw;
    private volatile @Nullable String stringified;

    ChangedValue(JsonNode value) {
        this.value = value;
    }

    String raw() {
        String text = raw;
        if (text == null) {
            text = JsonText.of(value);
            raw = text;
        }
        return text;
    }

    String stringified() {
        String text = stringified;
        if (text == null) {
            text = JsonText.quoted(raw());
            stringified = text;
        }
        return text;
    }

    /// Whether it is the very object that a module holds, rather than an equal one.
    boolean isThe(JsonNode other) {
        return value == other;
    }
}
