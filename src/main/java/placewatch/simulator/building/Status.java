package placewatch.simulator.building;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The status variables of one module, readable on any thread without waiting for the room.
final class Status {
    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    /// True if that changed anything; JSON null removes.
    synchronized boolean set(String key, JsonNode value) {
        JsonNode before = value.isNull() ? values.remove(key) : values.put(key, value);
        return before == null ? !value.isNull() : !before.equals(value);
    }

    synchronized Optional<JsonNode> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    synchronized Map<String, JsonNode> all() {
        return new LinkedHashMap<>(values);
    }

    synchronized List<String> keys() {
        return List.copyOf(values.keySet());
    }
}
