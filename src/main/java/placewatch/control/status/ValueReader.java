package placewatch.control.status;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import placewatch.control.JsonChange;
import placewatch.model.Background;
import placewatch.model.JsonRead;
import placewatch.protocol.Subscription;
import tools.jackson.databind.JsonNode;

/// Reads the values of one variable off the JavaFX thread and compares each with the one read before. One is read at a
/// time: of those that come meanwhile only the latest is read next.
final class ValueReader {

    /// Parts that are compared before it is given up: a few megabytes.
    private static final int MOST = 300_000;

    /// A value that was read.
    ///
    /// @param found  how it differs from the one before; null for the first
    record Read(JsonNode node, JsonChange.@Nullable Found found) { }

    private final Background background;
    private final Consumer<Read> then;
    private Subscription reading = () -> { };
    private boolean busy;
    private @Nullable String next;
    private @Nullable JsonNode last;

    ValueReader(Background background, Consumer<Read> then) {
        this.background = background;
        this.then = then;
    }

    /// Begins anew, with a value of another variable, or none.
    ///
    /// @param before the value before it, if that is known
    void begin(@Nullable String json, @Nullable String before) {
        reading.close();
        busy = false;
        next = null;
        last = null;
        if (json != null && before != null) {
            read(before, json);
        } else if (json != null) {
            read(null, json);
        }
    }

    /// The variable has another value.
    void value(String json) {
        if (busy) {
            next = json;
        } else {
            read(null, json);
        }
    }

    private void read(@Nullable String beforeText, String json) {
        busy = true;
        JsonNode known = last;
        reading = background.work(() -> {
            JsonNode before = beforeText == null ? known : JsonRead.tree(beforeText);
            JsonNode node = JsonRead.tree(json);
            return new Read(node, before == null ? null : JsonChange.between(before, node, MOST));
        }, read -> {
            busy = false;
            last = read.node();
            then.accept(read);
            String waiting = next;
            if (waiting != null) {
                next = null;
                read(null, waiting);
            }
        });
    }
}
