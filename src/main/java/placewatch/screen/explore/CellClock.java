package placewatch.screen.explore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.stage.Stage;

/// Tells a table's cells once a second that time moved on: one listener for all of them, and none of them while the
/// window is not to be seen.
final class CellClock {

    /// A cell whose looks depend on the present moment. It changes nothing that looks the same as before.
    interface Aging {
        void age(Instant now);
    }

    private final ReadOnlyObjectProperty<Instant> now;
    private final List<TableCell<?, ?>> cells = new ArrayList<>();

    /// @param now moves once a second
    CellClock(ReadOnlyObjectProperty<Instant> now) {
        this.now = now;
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
        Instant moment = now.get();
        for (TableCell<?, ?> cell : cells) {
            if (!cell.isEmpty() && cell.isVisible() && seen(cell)) {
                ((Aging) cell).age(moment);
            }
        }
    }

    /// Whether a node is in a window that is not put away.
    static boolean seen(Node node) {
        return node.getScene() != null && node.getScene().getWindow() instanceof Stage stage
                && stage.isShowing() && !stage.isIconified();
    }
}
