package placewatch.control.form;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import placewatch.form.Draft;
import placewatch.form.Fault;
import placewatch.form.Shape;
import placewatch.form.ShapeWords;
import placewatch.model.Secrets;

/// An editor of one shape. It tells of each change that a person makes, and of no other. JavaFX thread.
public interface ShapeEditor {

    /// What an editor is for.
    ///
    /// @param name   what a screen reader says
    /// @param id     of the control that takes what is typed
    /// @param blank  what it shows while nothing is given, made of what is wanted
    /// @param secret whether what is typed is hidden from who looks over the shoulder
    /// @param clock  tells what is now
    record Asked(String name, String id, UnaryOperator<String> blank, boolean secret, InstantSource clock) {

        String blank(Shape shape) {
            return blank.apply(ShapeWords.wanted(shape));
        }

        Asked part(String part, UnaryOperator<String> partBlank) {
            return new Asked(name + ", " + part, id + "-" + part, partBlank, secret || Secrets.named(part), clock);
        }

        /// What a pattern or a limit has to say against what is typed.
        String against(Fault fault) {
            return secret ? fault.discreet() : fault.why();
        }
    }

    /// What is on screen.
    Node node();

    /// Puts something into it. A draft that it can't hold leaves it empty.
    void show(Draft draft);

    /// Where the cursor goes first.
    Node first();

    /// The editor that fits.
    ///
    /// @param changed told of what it holds, after each change
    static ShapeEditor of(Shape shape, Asked asked, Consumer<Draft> changed) {
        return switch (shape) {
            case Shape.YesNo() -> new YesNoEditor(asked.blank(shape), asked, changed);
            case Shape.Nothing() -> new NothingEditor(asked, changed);
            case Shape.Choice(var values) -> values.size() > ChoiceEditor.MANY ? new SearchedChoiceEditor(values, asked, changed)
                    : new ChoiceEditor(values, asked.blank(shape), asked, changed);
            case Shape.Whole _, Shape.Real _ -> new NumberEditor(shape, asked, changed);
            case Shape.Text text -> new TextEditor(text, asked, changed);
            case Shape.IsoMoment _ -> new MomentEditor(shape, MomentText.ISO, asked, changed);
            case Shape.UnixMoment _ -> new MomentEditor(shape, MomentText.UNIX, asked, changed);
            case Shape.ListOf list -> new ListEditor(list, asked, changed);
            case Shape.Fields fields -> new FieldsEditor(fields, asked, changed);
            case Shape.OneOf(var options) -> new OneOfEditor(options, asked, changed);
            case Shape.AnyJson() -> new JsonEditor(shape, Optional.empty(), asked, changed);
            case Shape.Unfit(String why, boolean _) -> new JsonEditor(shape, Optional.of(why), asked, changed);
        };
    }
}
