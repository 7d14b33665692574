package placewatch.model;

import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.socket.DebugPhase;

/// The lines of one debug stream, the newest last. Holds a bounded number; what had to go is counted, never silent.
public final class LogLines {

    private final int capacity;
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final ObservableList<LogLine> view = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyLongWrapper received = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<DebugPhase> phase = new ReadOnlyObjectWrapper<>(new DebugPhase.Disconnected());

    public LogLines(int capacity) {
        this.capacity = capacity;
    }

    public ObservableList<LogLine> lines() {
        return view;
    }

    /// Appends a batch, touching the list at most twice however long it is.
    public void append(List<LogLine> batch) {
        received.set(received.get() + batch.size());
        add(batch);
    }

    /// Appends a line of our own, which the module did not send and which is not counted.
    public void mark(LogLine line) {
        add(List.of(line));
    }

    private void add(List<LogLine> batch) {
        List<LogLine> fits = batch.size() <= capacity ? batch : batch.subList(batch.size() - capacity, batch.size());
        dropped(batch.size() - fits.size());
        int over = lines.size() + fits.size() - capacity;
        if (over > 0) {
            // a tenth at a time: taking one line off the front of a long list moves all the others
            int gone = Math.min(lines.size(), Math.max(over, capacity / 10));
            lines.remove(0, gone);
            dropped(gone);
        }
        lines.addAll(fits);
    }

    /// Counts lines that were lost on their way here, or had to make room.
    public void dropped(long count) {
        if (count > 0) {
            dropped.set(dropped.get() + count);
        }
    }

    /// Empties the console; the counts go on.
    public void clear() {
        lines.clear();
    }

    public void phase(DebugPhase now) {
        phase.set(now);
    }

    public ReadOnlyObjectProperty<DebugPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty receivedProperty() {
        return received.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }
}
