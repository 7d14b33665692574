package placewatch.screen.explore;

import java.time.InstantSource;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import placewatch.control.form.ShapeEditor;
import placewatch.form.Argument;
import placewatch.form.Draft;
import placewatch.form.Shape;

/// An argument's editor, and what is wrong under it. A value that the editor can't hold is shown as JSON in its place,
/// until that is emptied.
final class ArgumentEditor extends VBox {

    private final ArgumentLine line;
    private final ShapeEditor.Asked asked;
    private final ShapeEditor own;
    private final Label fault = new Label();
    private ShapeEditor shown;
    private Draft held = Draft.NONE;

    /// @param clock tells what is now
    ArgumentEditor(ArgumentLine line, InstantSource clock) {
        super(3);
        this.line = line;
        Argument argument = line.argument();
        asked = new ShapeEditor.Asked(argument.name() + (argument.optional() ? ", optional" : ", needed"),
                ExploreView.argument(argument.name()), line::blank, argument.secret(), clock);
        own = ShapeEditor.of(argument.shape(), asked, this::take);
        shown = own;
        fault.getStyleClass().add("form-fault");
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        fault.textProperty().bind(line.faultProperty());
        fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        place(own);
        line.draftProperty().subscribe(this::show);
    }

    private void take(Draft draft) {
        held = draft;
        line.draftProperty().set(draft);
    }

    private void takeJson(Draft draft) {
        if (draft instanceof Draft.Typed(String text)) {
            take(new Draft.Json(text));
        } else {
            line.draftProperty().set(Draft.NONE);
            first().requestFocus();
        }
    }

    private void show(Draft draft) {
        if (draft.equals(held)) {
            return;
        }
        held = draft;
        if (!(draft instanceof Draft.Json)) {
            place(own);
        } else if (shown == own) {
            place(ShapeEditor.of(new Shape.Unfit("This value fits no field of the form. Empty it to have the form back.",
                    true), asked, this::takeJson));
        }
        shown.show(draft);
    }

    private void place(ShapeEditor editor) {
        shown = editor;
        getChildren().setAll(editor.node(), fault);
    }

    /// What the cursor goes to.
    Node first() {
        return shown.first();
    }
}
