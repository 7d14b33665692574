package placewatch.control.form;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Icons;
import placewatch.form.Draft;
import placewatch.form.Shape;
import placewatch.form.ShapeWords;

/// A text: one line, or several once somebody asks for them; how long it is stands beside it. A secret is dots until
/// somebody asks to see it, and several lines of one are readable.
final class TextEditor implements ShapeEditor {

    private static final KeyCodeCombination NEW_LINE =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN);

    private final Shape.Text shape;
    private final Asked asked;
    private final Consumer<Draft> changed;
    private final HBox box = new HBox(6);
    private final Label length = new Label();
    private final Button more = Icons.button(Feather.ALIGN_LEFT, "Several lines (Shift Enter)");
    private TextInputControl input;
    private boolean showing;

    TextEditor(Shape.Text shape, Asked asked, Consumer<Draft> changed) {
        this.shape = shape;
        this.asked = asked;
        this.changed = changed;
        length.getStyleClass().add("muted");
        length.setMinWidth(Region.USE_PREF_SIZE);
        length.managedProperty().bind(length.textProperty().isNotEmpty());
        // Shift Enter does the same
        more.setFocusTraversable(false);
        more.setOnAction(_ -> severalLines());
        box.getStyleClass().add("text-editor");
        input = asked.secret() ? new SecretField() : new TextField();
        use(input);
    }

    private void use(TextInputControl next) {
        input = next;
        next.setId(asked.id());
        next.setAccessibleText(asked.name());
        next.setPromptText(asked.blank(shape));
        next.getStyleClass().add("small");
        HBox.setHgrow(next, Priority.ALWAYS);
        Marking marking = new Marking(next, shape, ShapeWords.wanted(shape)
                + ". An empty text is written as \"\".", asked);
        Runnable told = () -> {
            Draft draft = Draft.typed(next.getText());
            marking.look(draft);
            count(next.getText());
            if (!showing) {
                changed.accept(draft);
            }
        };
        marking.look(Draft.typed(next.getText()));
        count(next.getText());
        next.textProperty().addListener(_ -> told.run());
        if (next instanceof TextArea area) {
            area.setPrefRowCount(4);
            area.setWrapText(true);
            Marking.tabLeaves(area);
        } else {
            next.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (NEW_LINE.match(event)) {
                    severalLines();
                    input.replaceSelection("\n");
                    event.consume();
                }
            });
        }
        more.setVisible(!(next instanceof TextArea));
        more.setManaged(more.isVisible());
        box.getChildren().setAll(next, length, more);
        if (next instanceof SecretField secret) {
            box.getChildren().add(2, secret.eye(asked.name()));
        }
    }

    private void severalLines() {
        if (input instanceof TextArea) {
            return;
        }
        TextArea area = new TextArea(input.getText());
        int caret = input.getCaretPosition();
        use(area);
        area.requestFocus();
        area.positionCaret(caret);
    }

    private void count(String text) {
        int characters = text.equals("\"\"") ? 0 : text.codePointCount(0, text.length());
        length.setText(shape.most().isPresent() ? characters + " of " + shape.most().getAsInt()
                : text.isEmpty() ? "" : Integer.toString(characters));
        length.setAccessibleText(characters == 1 ? "1 character" : characters + " characters");
    }

    @Override
    public void show(Draft draft) {
        showing = true;
        String text = draft instanceof Draft.Typed(String typed) ? typed : "";
        if (text.indexOf('\n') >= 0 && !(input instanceof TextArea)) {
            use(new TextArea());
        }
        input.setText(text);
        showing = false;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node first() {
        return input;
    }
}
