package placewatch.simulator.socket;

import java.util.function.Supplier;
import placewatch.simulator.JsonText;
import tools.jackson.databind.JsonNode;

/// A value on its way to many connections: written as JSON once, not once a connection. Safe on any thread.
final class ChangedValue {

    private final JsonNode value;
    private final Supplier<String> raw;
    private final Supplier<String> stringified;

    ChangedValue(JsonNode value) {
        this.value = value;
        this.raw = once(() -> JsonText.of(value));
        this.stringified = once(() -> JsonText.quoted(raw()));
    }

    String raw() {
        return raw.get();
    }

    String stringified() {
        return stringified.get();
    }

    /// Whether it is the very object that a module holds, rather than an equal one.
    boolean isThe(JsonNode other) {
        return value == other;
    }

    private static Supplier<String> once(Supplier<String> work) {
        return new Supplier<>() {
            private volatile String done = "";

            @Override
            public String get() {
                // Two threads may both do the work: they get the same text.
                if (done.isEmpty()) {
                    done = work.get();
                }
                return done;
            }
        };
    }
}
