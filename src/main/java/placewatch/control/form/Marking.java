package placewatch.control.form;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import placewatch.control.Hint;
import placewatch.form.Draft;
import placewatch.form.DraftReader;
import placewatch.form.Fault;
import placewatch.form.Reading;
import placewatch.form.Shape;

/// How an editor shows that what is in it can't be sent: by its border, its hint and to a screen reader.
final class Marking {

    private final Control control;
    private final Shape shape;
    private final String wanted;
    private final ShapeEditor.Asked asked;
    private final Hint hint;

    Marking(Control control, Shape shape, String wanted, ShapeEditor.Asked asked) {
        this.control = control;
        this.asked = asked;
        this.shape = shape;
        this.wanted = wanted;
        hint = new Hint(control);
        look(Draft.NONE);
    }

    void look(Draft draft) {
        String why = DraftReader.read(shape, draft) instanceof Reading.Wrong(Fault fault) ? asked.against(fault) : "";
        control.pseudoClassStateChanged(Styles.STATE_DANGER, !why.isEmpty());
        hint.say(why.isEmpty() ? wanted : why);
        control.setAccessibleHelp(why.isEmpty() ? wanted : why);
    }

    /// In a form Tab leaves the field; no argument needs tabs.
    static void tabLeaves(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                area.requestFocusTraversal(
                        event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }
}
