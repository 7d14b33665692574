package placewatch.screen.watch;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import placewatch.control.status.StatusDrag;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;
import placewatch.protocol.StatusKey;

/// What comes by mouse onto a watch table: rows of its own go where they are dropped, others are added.
final class RowDrop {

    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

    /// What the table does with it.
    interface Taker {
        void add(List<StatusKey> keys);

        void move(List<StatusKey> keys, StatusKey beside, boolean before);
    }

    private final TableView<StatusRow> table;
    private final BooleanSupplier byHand;
    private final Taker taker;
    private @Nullable TableRow<?> marked;

    /// @param byHand whether the rows stand in the order by hand
    RowDrop(TableView<StatusRow> table, BooleanSupplier byHand, Taker taker) {
        this.table = table;
        this.byHand = byHand;
        this.taker = taker;
        table.setOnDragOver(this::over);
        table.setOnDragExited(_ -> mark(null, false));
        table.setOnDragDropped(this::dropped);
    }

    private boolean ours(DragEvent event) {
        return event.getGestureSource() == table;
    }

    private void over(DragEvent event) {
        mark(null, false);
        if (!event.getDragboard().hasContent(StatusDrag.FORMAT)) {
            return;
        }
        TableRow<?> row = row(event);
        if (!ours(event)) {
            event.acceptTransferModes(TransferMode.COPY);
        } else if (byHand.getAsBoolean() && row != null) {
            event.acceptTransferModes(TransferMode.MOVE);
            mark(row, upper(row, event));
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<StatusKey> keys = StatusDrag.keys(event.getDragboard());
        TableRow<?> row = row(event);
        mark(null, false);
        boolean done = !keys.isEmpty();
        if (!ours(event)) {
            taker.add(keys);
        } else if (row != null && row.getItem() instanceof StatusRow beside) {
            taker.move(keys, beside.key(), upper(row, event));
        } else {
            done = false;
        }
        event.setDropCompleted(done);
        event.consume();
    }

    private static boolean upper(TableRow<?> row, DragEvent event) {
        return row.sceneToLocal(event.getSceneX(), event.getSceneY()).getY() < row.getHeight() / 2;
    }

    private static @Nullable TableRow<?> row(DragEvent event) {
        for (Node node = event.getPickResult().getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row.isEmpty() || row.getItem() instanceof StatusGroup ? null : row;
            }
        }
        return null;
    }

    private void mark(@Nullable TableRow<?> row, boolean above) {
        if (marked != null) {
            marked.pseudoClassStateChanged(ABOVE, false);
            marked.pseudoClassStateChanged(BELOW, false);
        }
        marked = row;
        if (row != null) {
            row.pseudoClassStateChanged(above ? ABOVE : BELOW, true);
        }
    }
}
