package placewatch.control.form;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import placewatch.form.Draft;
import placewatch.form.Shape;

/// One of several shapes: a choice of the kind, and the editor of that kind.
final class OneOfEditor implements ShapeEditor {

    private final List<Shape.Option> options;
    private final Asked asked;
    private final Consumer<Draft> changed;
    private final ComboBox<String> kinds = new ComboBox<>();
    private final VBox box = new VBox(4);
    private ShapeEditor editor;
    private boolean showing;

    OneOfEditor(List<Shape.Option> options, Asked asked, Consumer<Draft> changed) {
        this.options = options;
        this.asked = asked;
        this.changed = changed;
        kinds.setId(asked.id() + "-kind");
        kinds.setAccessibleText(asked.name() + ", kind");
        kinds.getStyleClass().add("small");
        kinds.setMaxWidth(Double.MAX_VALUE);
        kinds.getItems().setAll(options.stream().map(Shape.Option::name).toList());
        int first = 0;
        while (first < options.size() - 1 && options.get(first).shape() instanceof Shape.Nothing) {
            first++;
        }
        kinds.getSelectionModel().select(first);
        editor = place(first);
        kinds.getSelectionModel().selectedIndexProperty().addListener((_, _, at) -> {
            if (!showing && at.intValue() >= 0) {
                editor = place(at.intValue());
                changed.accept(new Draft.Picked(at.intValue(), Draft.NONE));
            }
        });
    }

    private ShapeEditor place(int at) {
        ShapeEditor next = ShapeEditor.of(options.get(at).shape(), asked, draft -> changed.accept(
                draft.equals(Draft.NONE) ? Draft.NONE : new Draft.Picked(at, draft)));
        box.getChildren().setAll(kinds);
        // to choose null is to give it
        if (!(options.get(at).shape() instanceof Shape.Nothing)) {
            box.getChildren().add(next.node());
        }
        return next;
    }

    @Override
    public void show(Draft draft) {
        if (draft instanceof Draft.Picked(int at, Draft inner)) {
            showing = true;
            kinds.getSelectionModel().select(at);
            editor = place(at);
            showing = false;
            editor.show(inner);
        } else {
            editor.show(Draft.NONE);
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node first() {
        return kinds;
    }
}
