package placewatch.chaos;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindListener;
import placewatch.socket.BindPhase;
import placewatch.socket.DebugLine;
import placewatch.socket.DebugListener;
import placewatch.socket.DebugPhase;

/// Remembers what a binding or a debug stream says.
final class Watcher implements BindListener, DebugListener {

    private final List<String> phases = new CopyOnWriteArrayList<>();
    private final List<String> values = new CopyOnWriteArrayList<>();
    private final AtomicInteger lines = new AtomicInteger();

    @Override
    public void onPhase(StatusKey key, BindPhase phase) {
        phases.add(phase.getClass().getSimpleName());
    }

    @Override
    public void onValue(StatusKey key, String json, Instant at) {
        values.add(json);
    }

    @Override
    public void onRemapped(StatusKey key, Instant at) {
        phases.add("Remapped");
    }

    @Override
    public void onPhase(DebugPhase phase) {
        phases.add(phase.getClass().getSimpleName());
    }

    @Override
    public void onLine(DebugLine line) {
        lines.incrementAndGet();
    }

    List<String> phases() {
        return phases;
    }

    List<String> values() {
        return values;
    }

    boolean isIn(String phase) {
        return !phases.isEmpty() && phases.getLast().equals(phase);
    }

    Optional<String> latest() {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    int lines() {
        return lines.get();
    }
}
