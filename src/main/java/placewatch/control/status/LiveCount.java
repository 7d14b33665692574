package placewatch.control.status;

import java.util.IdentityHashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import placewatch.model.Quality;
import placewatch.model.StatusRow;

/// How many of some variables are live. A value that comes costs it nothing, a variable that becomes live or ceases to
/// be so a step; it is looked at once a pulse, however many did. JavaFX thread.
public final class LiveCount {

    private final Map<StatusRow, Subscription> followed = new IdentityHashMap<>();
    private final ObservableList<StatusRow> rows;
    private boolean counting;
    private boolean moved = true;
    private int live;

    /// Counts from the beginning.
    public LiveCount(ObservableList<StatusRow> rows) {
        this.rows = rows;
        begin();
        rows.addListener((ListChangeListener<StatusRow>) change -> {
            while (counting && change.next()) {
                change.getRemoved().forEach(this::leave);
                change.getAddedSubList().forEach(this::follow);
            }
        });
    }

    /// Counts again, if it had ended.
    public void begin() {
        if (!counting) {
            counting = true;
            moved = true;
            rows.forEach(this::follow);
        }
    }

    private void follow(StatusRow row) {
        count(row.quality(), 1);
        followed.put(row, row.qualityProperty().subscribe((before, now) -> {
            count(before, -1);
            count(now, 1);
        }));
    }

    private void leave(StatusRow row) {
        count(row.quality(), -1);
        Subscription following = followed.remove(row);
        if (following != null) {
            following.unsubscribe();
        }
    }

    private void count(Quality quality, int step) {
        if (quality instanceof Quality.Live) {
            live += step;
            moved = true;
        }
    }

    public int live() {
        return live;
    }

    /// Whether the number may be another than when this was asked last.
    public boolean moved() {
        boolean was = moved;
        moved = false;
        return was;
    }

    /// Lets go of the rows, which outlive whoever counts them.
    public void end() {
        counting = false;
        followed.values().forEach(Subscription::unsubscribe);
        followed.clear();
        live = 0;
    }
}
