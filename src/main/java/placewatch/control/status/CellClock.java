package placewatch.control.status;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.stage.Stage;
import placewatch.model.Background;
import placewatch.protocol.Subscription;

/// Tells a table's cells once a second that time moved on: one listener for all of them, and none of them while the
/// window is not to be seen. A few rows that look otherwise a pulse: where more than a dozen children of a group are to be painted anew,
/// JavaFX paints the whole group, which here is the table with everything in it.
final class CellClock {

    /// A cell whose looks depend on the present moment.
    interface Aging {

        /// Changes nothing that looks the same as before.
        ///
        /// @return whether it looks otherwise now
        boolean age(Instant now);
    }

    private static final int ROWS_AT_ONCE = 12;

    /// As long as a pulse.
    private static final long PULSE_MILLIS = 17;

    private final ReadOnlyObjectProperty<Instant> now;
    private final Background background;
    private final List<TableCell<?, ?>> cells = new ArrayList<>();

    /// Those that are still to be told of this second.
    private final Deque<TableCell<?, ?>> due = new ArrayDeque<>();
    private Subscription rest = () -> { };

    /// @param now moves once a second
    CellClock(ReadOnlyObjectProperty<Instant> now, Background background) {
        this.now = now;
        this.background = background;
        now.addListener(_ -> tick());
    }

    <C extends TableCell<?, ?> & Aging> C add(C cell) {
        // a table that makes its cells anew forgets the old ones
        cells.removeIf(old -> old.getScene() == null && old.getTableView() == null);
        cells.add(cell);
        return cell;
    }

    Instant now() {
        return now.get();
    }

    private void tick() {
        rest.close();
        due.clear();
        due.addAll(cells);
        some();
    }

    private void some() {
        Instant moment = now.get();
        Set<TableRow<?>> rows = new HashSet<>();
        while (!due.isEmpty() && (rows.size() < ROWS_AT_ONCE || rows.contains(due.element().getTableRow()))) {
            TableCell<?, ?> cell = due.remove();
            if (!cell.isEmpty() && cell.isVisible() && seen(cell) && ((Aging) cell).age(moment)) {
                rows.add(cell.getTableRow());
            }
        }
        if (!due.isEmpty()) {
            rest = background.after(PULSE_MILLIS, this::some);
        }
    }

    /// Whether a node is in a window that is not put away.
    static boolean seen(Node node) {
        return node.getScene() != null && node.getScene().getWindow() instanceof Stage stage
                && stage.isShowing() && !stage.isIconified();
    }
}
