package placewatch.control.form;

import java.math.BigDecimal;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import placewatch.form.Draft;
import placewatch.form.Shape;
import placewatch.form.ShapeWords;

/// A number. Up and Down step through its values, with Shift by ten; they stop at its limits.
final class NumberEditor implements ShapeEditor {

    private static final int LONGEST = 40;

    private final TextField field;
    private final HBox box;
    private final Shape.Limits limits;
    private final Marking marking;
    private boolean showing;

    NumberEditor(Shape shape, Asked asked, Consumer<Draft> changed) {
        limits = switch (shape) {
            case Shape.Whole(Shape.Limits those) -> those;
            case Shape.Real(Shape.Limits those) -> those;
            case Shape.YesNo _, Shape.Nothing _, Shape.Choice _, Shape.Text _, Shape.IsoMoment _, Shape.UnixMoment _,
                    Shape.ListOf _, Shape.Fields _, Shape.OneOf _, Shape.AnyJson _, Shape.Unfit _ ->
                throw new IllegalArgumentException(ShapeWords.kind(shape) + " is no number");
        };
        field = asked.secret() ? new SecretField() : new TextField();
        box = new HBox(6, field);
        HBox.setHgrow(field, Priority.ALWAYS);
        if (field instanceof SecretField secret) {
            box.getChildren().add(secret.eye(asked.name()));
        }
        field.setId(asked.id());
        field.setAccessibleText(asked.name());
        field.setPromptText(asked.blank(shape));
        field.getStyleClass().add("small");
        marking = new Marking(field, shape, ShapeWords.wanted(shape) + ". Up and Down step, with Shift by ten.",
                asked);
        field.textProperty().addListener((_, _, text) -> {
            Draft draft = Draft.typed(text.strip());
            marking.look(draft);
            if (!showing) {
                changed.accept(draft);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                step((event.getCode() == KeyCode.UP ? 1 : -1) * (event.isShiftDown() ? 10 : 1));
                event.consume();
            }
        });
    }

    private void step(int steps) {
        String text = field.getText().strip();
        try {
            if (text.isEmpty()) {
                limits.first().ifPresent(this::set);
            } else if (text.length() <= LONGEST) {
                set(limits.stepped(new BigDecimal(text), steps));
            }
        } catch (NumberFormatException _) {
            // what is there is no number, and its editor says so: there is nothing to step from
            field.selectAll();
        }
    }

    private void set(BigDecimal number) {
        field.setText(Math.abs(number.scale()) > LONGEST ? number.toString() : number.toPlainString());
        field.end();
    }

    @Override
    public void show(Draft draft) {
        showing = true;
        field.setText(draft instanceof Draft.Typed(String text) ? text : "");
        showing = false;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node first() {
        return field;
    }
}
