package placewatch.control.status;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;
import placewatch.protocol.StatusKey;

/// Status variables on their way by mouse from one place of the window to another. JavaFX thread.
public final class StatusDrag {

    /// Lines of the form `sys-1/Display_1/power`.
    public static final DataFormat FORMAT = new DataFormat("application/x-placewatch-status-variables");

    private StatusDrag() {
    }

    /// What is put on the way.
    public static ClipboardContent content(List<StatusKey> keys) {
        ClipboardContent content = new ClipboardContent();
        String lines = keys.stream().map(StatusKey::path).collect(Collectors.joining("\n"));
        content.put(FORMAT, lines);
        content.putString(lines);
        return content;
    }

    /// What comes by mouse; empty for anything else.
    public static List<StatusKey> keys(Dragboard board) {
        return board.getContent(FORMAT) instanceof String lines
                ? lines.lines().map(StatusKey::ofPath).flatMap(Optional::stream).toList() : List.of();
    }

    /// Lets the chosen rows be taken out of a table.
    public static void from(TableView<StatusRow> table, Supplier<List<StatusRow>> chosen) {
        TableRow<?>[] pressed = {null};
        // the table would choose the one row that is taken hold of, and leave the others
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            TableRow<?> row = row(event);
            pressed[0] = null;
            if (row != null && event.getButton() == MouseButton.PRIMARY && row.isSelected() && event.getClickCount() == 1
                    && !event.isShortcutDown() && !event.isShiftDown()
                    && table.getSelectionModel().getSelectedIndices().size() > 1) {
                pressed[0] = row;
                event.consume();
            }
        });
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            TableRow<?> row = pressed[0];
            pressed[0] = null;
            if (row != null && event.isStillSincePress()) {
                table.getSelectionModel().clearAndSelect(row.getIndex());
            }
        });
        table.setOnDragDetected(event -> {
            StatusRow row = StatusTable.rowAt(event.getTarget());
            List<StatusRow> some = row == null ? List.of() : chosen.get();
            if (event.getButton() == MouseButton.PRIMARY && !some.isEmpty()) {
                table.startDragAndDrop(TransferMode.COPY_OR_MOVE)
                        .setContent(content(some.stream().map(StatusRow::key).toList()));
                event.consume();
            }
        });
    }

    private static @Nullable TableRow<?> row(MouseEvent event) {
        for (Node node = event.getTarget() instanceof Node it ? it : null; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row.isEmpty() || row.getItem() instanceof StatusGroup ? null : row;
            }
        }
        return null;
    }
}
