package placewatch.socket;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import placewatch.protocol.StatusKey;

/// Writes down all that a listener is told: `Binding`, `Live`, `= 42.0`, `reread 42.0`, `Refused 6 no such module`.
final class ProtocolTold implements BindListener, DebugListener {

    private final List<String> news = new CopyOnWriteArrayList<>();

    @Override
    public void onPhase(StatusKey key, BindPhase phase) {
        news.add(switch (phase) {
            case BindPhase.Refused(var error) -> "Refused " + error.number() + " " + error.text();
            case BindPhase.Binding() -> "Binding";
            case BindPhase.Live() -> "Live";
            case BindPhase.Unanswered(var _) -> "Unanswered";
            case BindPhase.Disconnected(var _) -> "Disconnected";
        });
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
    public void onReread(StatusKey key, String json, Instant at) {
        news.add("reread " + json);
    }

    @Override
    public void onPhase(DebugPhase phase) {
        news.add(switch (phase) {
            case DebugPhase.Refused(var error) -> "Refused " + error.number() + " " + error.text();
            case DebugPhase.Asking() -> "Asking";
            case DebugPhase.Streaming() -> "Streaming";
            case DebugPhase.Unanswered(var _) -> "Unanswered";
            case DebugPhase.Disconnected() -> "Disconnected";
        });
    }

    @Override
    public void onLine(DebugLine line) {
        news.add(line.moduleId() + " [" + line.level() + "] " + line.text());
    }

    List<String> all() {
        return news;
    }
}
