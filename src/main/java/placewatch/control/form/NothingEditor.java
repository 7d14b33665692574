package placewatch.control.form;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import placewatch.form.Draft;

/// Null, or not given.
final class NothingEditor implements ShapeEditor {

    private final CheckBox box = new CheckBox("null");

    NothingEditor(Asked asked, Consumer<Draft> changed) {
        box.setId(asked.id());
        box.setAccessibleText(asked.name() + ": null");
        box.setOnAction(_ -> changed.accept(Draft.typed(box.isSelected() ? "null" : "")));
    }

    @Override
    public void show(Draft draft) {
        box.setSelected(draft instanceof Draft.Typed);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node first() {
        return box;
    }
}
