package placewatch.screen.explore;

import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The control by which an argument is given.
final class ArgumentEditor {

    private ArgumentEditor() {
    }

    static Control of(ArgumentField field) {
        return switch (field.editor()) {
            case SWITCH, CHOICE -> {
                ComboBox<String> box = new ComboBox<>();
                box.setPromptText(field.hint());
                if (field.optional()) {
                    // chosen again it takes the argument back out of the call
                    box.getItems().add(field.hint());
                    box.setValue(field.hint());
                }
                box.getItems().addAll(field.choices());
                box.getStyleClass().add("small");
                box.setMaxWidth(Double.MAX_VALUE);
                box.valueProperty().subscribe(value -> field.typedProperty().set(
                        value == null || !field.choices().contains(value) ? "" : value));
                yield box;
            }
            case WHOLE_NUMBER, NUMBER, TEXT -> {
                TextField text = new TextField();
                text.setPromptText(field.hint());
                text.getStyleClass().add("small");
                text.textProperty().bindBidirectional(field.typedProperty());
                yield text;
            }
            case JSON -> {
                TextArea json = new TextArea();
                json.setPromptText(field.hint());
                json.getStyleClass().addAll("small", "mono");
                json.setPrefRowCount(2);
                json.setWrapText(true);
                json.textProperty().bindBidirectional(field.typedProperty());
                // in a form Tab leaves the field; JSON needs no tabs
                json.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                    if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                        json.requestFocusTraversal(
                                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                        event.consume();
                    }
                });
                yield json;
            }
        };
    }
}
