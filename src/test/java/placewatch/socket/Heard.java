package placewatch.socket;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import placewatch.protocol.StatusKey;

/// A listener that writes down what it hears: `Binding`, `Live`, `= 42`.
final class Heard implements BindListener, DebugListener {

    private final List<String> news = new CopyOnWriteArrayList<>();

    @Override
    public void onPhase(StatusKey key, BindPhase phase) {
        news.add(phase.getClass().getSimpleName());
    }

    @Override
    public void onValue(StatusKey key, String json, Instant at) {
        news.add("= " + json);
    }

    @Override
    public void onRemapped(StatusKey key, Instant at) {
        news.add("Remapped");
    }

    @Override
    public void onPhase(DebugPhase phase) {
        news.add(phase.getClass().getSimpleName());
    }

    @Override
    public void onLine(DebugLine line) {
        news.add(line.moduleId() + " " + line.level() + " " + line.text());
    }

    List<String> all() {
        return news;
    }

    boolean isLive() {
        return !news.isEmpty() && news.stream().filter(n -> !n.startsWith("=")).toList().getLast().equals("Live");
    }
}
