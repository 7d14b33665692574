package placewatch.simulator.socket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one client holds: its bindings and debug streams. Given up all at once when its connection ends, after which
/// nothing can be added. Safe on any thread.
final class Holdings {

    private final StatusBindings bindings;
    private final DebugStreams streams;
    private final Map<BoundName, Binding> bound = new HashMap<>();
    private final List<Binding> leaked = new ArrayList<>();
    private final Map<Target, DebugStream> watched = new HashMap<>();
    private boolean released;

    Holdings(StatusBindings bindings, DebugStreams streams) {
        this.bindings = bindings;
        this.streams = streams;
    }

    synchronized boolean binds(BoundName name) {
        return bound.containsKey(name);
    }

    /// Keeps a binding; ends it at once if everything was given up already. One that was kept under the same name
    /// stays alive, and nobody can end it any more but by closing the connection: that is how the server leaks when
    /// two binds are in flight at once.
    void keep(BoundName name, Binding binding) {
        boolean late;
        synchronized (this) {
            late = released;
            if (!late) {
                Optional.ofNullable(bound.put(name, binding)).ifPresent(leaked::add);
            }
        }
        if (late) {
            bindings.end(binding);
        }
    }

    /// Whether there was one.
    boolean unbind(BoundName name) {
        Optional<Binding> binding;
        synchronized (this) {
            binding = Optional.ofNullable(bound.remove(name));
        }
        binding.ifPresent(bindings::end);
        return binding.isPresent();
    }

    /// Begins a debug stream unless one is held under the same key: the first stays.
    void watch(Target key, DebugStream stream) {
        synchronized (this) {
            if (!released && watched.putIfAbsent(key, stream) == null) {
                streams.begin(stream);
            }
        }
    }

    void ignore(Target key) {
        synchronized (this) {
            Optional.ofNullable(watched.remove(key)).ifPresent(streams::end);
        }
    }

    synchronized int bindingCount() {
        return bound.size() + leaked.size();
    }

    synchronized int streamCount() {
        return watched.size();
    }

    void release() {
        List<Binding> ending;
        synchronized (this) {
            released = true;
            ending = new ArrayList<>(bound.values());
            ending.addAll(leaked);
            bound.clear();
            leaked.clear();
            watched.values().forEach(streams::end);
            watched.clear();
        }
        ending.forEach(bindings::end);
    }
}
