package placewatch.control.form;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The keys of a row: Ctrl Delete removes it, Alt Up and Alt Down move it. They go before those of the field that has
/// the cursor, which would take a word away or step its number, and belong to the innermost row around it.
final class RowKeys {

    private static final String ROW = "form-row";

    private RowKeys() {
    }

    static void on(Pane row, Runnable remove, Runnable up, Runnable down) {
        row.getStyleClass().add(ROW);
        row.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (innermost(event.getTarget()) != row) {
                return;
            }
            if (event.isShortcutDown() && event.getCode() == KeyCode.DELETE) {
                remove.run();
                event.consume();
            } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
                up.run();
                event.consume();
            } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
                down.run();
                event.consume();
            }
        });
    }

    private static @Nullable Node innermost(EventTarget target) {
        @Nullable Node node = target instanceof Node it ? it : null;
        while (node != null && !node.getStyleClass().contains(ROW)) {
            node = node.getParent();
        }
        return node;
    }
}
