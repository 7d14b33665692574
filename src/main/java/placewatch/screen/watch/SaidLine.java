package placewatch.screen.watch;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Icons;

/// What was removed, and the way back; there until the next action.
final class SaidLine extends HBox {

    /// @param onUndo puts back what was removed last
    SaidLine(WatchModel model, Runnable onUndo) {
        super(10);
        getStyleClass().addAll("outcome-line", "happened-line");
        Label words = new Label();
        words.setId(WatchView.WATCH_SAID);
        words.setMinWidth(0);
        words.textProperty().bind(model.saidProperty());
        Button undo = new Button("Undo", Icons.icon(Feather.CORNER_UP_LEFT));
        undo.setId(WatchView.WATCH_UNDO);
        undo.getStyleClass().add("small");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setAccessibleText("Undo the latest removal (Ctrl+Z)");
        undo.visibleProperty().bind(model.undoableProperty());
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setOnAction(_ -> onUndo.run());
        Label key = new Label("Ctrl Z");
        key.getStyleClass().add("key");
        key.setMinWidth(USE_PREF_SIZE);
        key.visibleProperty().bind(undo.visibleProperty());
        key.managedProperty().bind(undo.visibleProperty());
        HBox gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Icons.button(Feather.X, "Put this message away");
        close.setOnAction(_ -> model.say(""));
        getChildren().setAll(words, undo, key, gap, close);
        visibleProperty().bind(model.saidProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
