package placewatch.chaos;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import placewatch.protocol.StatusKey;

/// What was said of each variable on each connection, as the link saw it pass: whatever is shown live must be among
/// what the present one said. Written on the link's threads, read on any.
final class Delivered implements FaultyLink.Ear {

    /// Connections before the latest that are still looked at.
    private static final int KEPT = 3;

    private final Map<Integer, Map<String, Set<String>>> said = new ConcurrentHashMap<>();

    /// How the simulator names a variable in its frames; keys of the demo building need no escapes.
    static String meta(StatusKey key) {
        return "{\"sys\":\"" + key.module().system() + "\",\"mod\":\"" + key.module().module() + "\",\"index\":"
                + key.module().index() + ",\"name\":\"" + key.name() + "\"}";
    }

    static String notification(StatusKey key, String json) {
        return "{\"id\":1,\"type\":\"notify\",\"value\":" + json + ",\"meta\":" + meta(key) + "}";
    }

    @Override
    public void passing(int line, String text) {
        int value = text.indexOf("\"type\":\"notify\",\"value\":");
        int meta = text.lastIndexOf(",\"meta\":");
        if (value < 0 || value > 40 || meta < 0 || !text.endsWith("}")) {
            return;
        }
        String json = text.substring(value + 24, meta);
        said.computeIfAbsent(line, this::fresh)
                .computeIfAbsent(text.substring(meta + 8, text.length() - 1), _ -> ConcurrentHashMap.newKeySet())
                .add(json);
    }

    /// @param meta as [#meta] names the variable
    boolean on(int line, String meta, String json) {
        return said.getOrDefault(line, Map.of()).getOrDefault(meta, Set.of()).contains(json);
    }

    private Map<String, Set<String>> fresh(int line) {
        said.keySet().removeIf(older -> older < line - KEPT);
        return new ConcurrentHashMap<>();
    }
}
