package placewatch.simulator.socket;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Every debug stream of every connection, by module. Safe on any thread.
final class DebugStreams {

    /// Immutable, so that lines go out without a lock.
    private record Watch(List<DebugStream> streams, boolean silent) { }

    private final Map<String, Watch> watches = new ConcurrentHashMap<>();

    void begin(DebugStream stream) {
        watches.compute(stream.moduleId(), (id, watch) -> {
            if (watch == null) {
                return new Watch(List.of(stream), false);
            }
            Set<DebugStream> streams = new HashSet<>(watch.streams());
            streams.add(stream);
            return new Watch(List.copyOf(streams), watch.silent());
        });
    }

    void end(DebugStream stream) {
        watches.computeIfPresent(stream.moduleId(), (id, watch) -> {
            Set<DebugStream> streams = new HashSet<>(watch.streams());
            streams.remove(stream);
            return streams.isEmpty() ? null : new Watch(List.copyOf(streams), watch.silent());
        });
    }

    void logged(String moduleId, String level, String text) {
        Watch watch = watches.get(moduleId);
        if (watch != null && !watch.silent()) {
            DebugText line = DebugText.of(level, text);
            watch.streams().forEach(stream -> stream.deliver().accept(line));
        }
    }

    /// A restarted module's output stays away until every watcher has ignored it and asked again (protocol.md, Debug).
    void restarted(String moduleId) {
        watches.computeIfPresent(moduleId, (id, watch) -> new Watch(watch.streams(), true));
    }
}
