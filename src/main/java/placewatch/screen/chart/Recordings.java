package placewatch.screen.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import placewatch.bridge.Connection;
import placewatch.model.StatusRow;
import placewatch.model.series.Recording;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;

/// The variables that are in some chart, each bound and recorded once. They are looked at soon after something came, and
/// not at all while nothing comes. JavaFX thread.
final class Recordings implements AutoCloseable {

    /// So often that two hundred changes are not reached below four thousand a second.
    private static final long LOOK_MILLIS = 50;

    private static final class Kept {
        private final Recording recording;
        private final List<Subscription> held;
        private int uses;
        private boolean touched = true;

        private Kept(Recording recording, List<Subscription> held) {
            this.recording = recording;
            this.held = held;
        }
    }

    private final Connection connection;
    private final Consumer<List<Recording>> onCame;
    private final Map<StatusKey, Kept> kept = new HashMap<>();
    private Subscription looking = () -> { };
    private boolean due;

    /// @param onCame hears which have something new
    Recordings(Connection connection, Consumer<List<Recording>> onCame) {
        this.connection = connection;
        this.onCame = onCame;
    }

    /// The variable's recording; it goes on until everyone who asked for it has let go of it.
    Recording take(StatusKey key) {
        Kept found = kept.get(key);
        if (found == null) {
            StatusRow row = connection.row(key);
            List<Subscription> held = new ArrayList<>();
            Kept made = new Kept(new Recording(row), held);
            held.add(connection.watch(row));
            held.add(row.onTouched(() -> touched(made))::unsubscribe);
            kept.put(key, made);
            schedule();
            found = made;
        }
        found.uses++;
        return found.recording;
    }

    void leave(StatusKey key) {
        Kept found = kept.get(key);
        if (found != null && --found.uses == 0) {
            kept.remove(key);
            found.held.forEach(Subscription::close);
        }
    }

    private void touched(Kept one) {
        one.touched = true;
        schedule();
    }

    private void schedule() {
        if (!due) {
            due = true;
            looking = connection.after(LOOK_MILLIS, this::look);
        }
    }

    private void look() {
        due = false;
        List<Recording> came = new ArrayList<>();
        for (Kept one : kept.values()) {
            if (one.touched) {
                one.touched = false;
                if (one.recording.take(connection.now())) {
                    came.add(one.recording);
                }
            }
        }
        onCame.accept(came);
    }

    Stream<StatusRow> rows(ModuleAddress module) {
        return kept.values().stream().map(one -> one.recording.row()).filter(row -> row.key().module().equals(module));
    }

    Stream<StatusKey> keys() {
        return kept.keySet().stream();
    }

    @Override
    public void close() {
        looking.close();
        kept.values().forEach(one -> one.held.forEach(Subscription::close));
        kept.clear();
    }
}
