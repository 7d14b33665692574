package placewatch.control.form;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import placewatch.form.Draft;
import placewatch.form.Shape;

/// Any JSON, as text.
final class JsonEditor implements ShapeEditor {

    private final VBox box = new VBox(4);
    private final TextArea area = new TextArea();
    private boolean showing;

    /// @param why there is no other editor for it
    JsonEditor(Shape shape, Optional<String> why, Asked asked, Consumer<Draft> changed) {
        area.setId(asked.id());
        area.setAccessibleText(asked.name() + ", JSON");
        area.setPromptText(asked.blank(shape));
        area.getStyleClass().addAll("small", "mono");
        area.setPrefRowCount(2);
        area.setWrapText(true);
        Marking.tabLeaves(area);
        Marking marking = new Marking(area, shape, "JSON; texts need \"quotes\"", asked);
        area.textProperty().addListener((_, _, text) -> {
            Draft draft = Draft.typed(text);
            marking.look(draft);
            if (!showing) {
                changed.accept(draft);
            }
        });
        why.ifPresent(words -> {
            Label reason = new Label(words + " Give it as JSON.");
            reason.getStyleClass().addAll("muted", "form-reason");
            reason.setWrapText(true);
            box.getChildren().add(reason);
        });
        box.getChildren().add(area);
    }

    @Override
    public void show(Draft draft) {
        showing = true;
        area.setText(switch (draft) {
            case Draft.Typed(String text) -> text;
            case Draft.Json(String text) -> text;
            case Draft.Untouched _, Draft.Items _, Draft.Parts _, Draft.Picked _ -> "";
        });
        showing = false;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node first() {
        return area;
    }
}
