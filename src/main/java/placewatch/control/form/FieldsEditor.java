package placewatch.control.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Icons;
import placewatch.form.Draft;
import placewatch.form.Shape;

/// An object: an editor for each of its fields, and rows for keys that the person names.
final class FieldsEditor implements ShapeEditor {

    private final Shape.Fields shape;
    private final Asked asked;
    private final Consumer<Draft> changed;
    private final VBox box = new VBox(6);
    private final VBox keys = new VBox(6);
    private final Map<String, ShapeEditor> editors = new LinkedHashMap<>();
    private final Map<String, Draft> named = new LinkedHashMap<>();
    private final List<Draft.Free> free = new ArrayList<>();
    private final Button add = new Button("Add a key", Icons.icon(Feather.PLUS));
    private final Button empty = new Button();
    private final Label blank = new Label();
    private boolean given;

    FieldsEditor(Shape.Fields shape, Asked asked, Consumer<Draft> changed) {
        this.shape = shape;
        this.asked = asked;
        this.changed = changed;
        box.getStyleClass().add("form-fields");
        for (Shape.Field field : shape.fields()) {
            ShapeEditor editor = ShapeEditor.of(field.shape(), asked.part(field.name(),
                    wanted -> wanted + (field.required() ? "" : ", may be left out")), draft -> {
                        named.put(field.name(), draft);
                        touched();
                    });
            editors.put(field.name(), editor);
            Label caption = new Label(field.name() + (field.required() ? " *" : ""));
            caption.getStyleClass().add("caption");
            box.getChildren().add(new VBox(2, caption, editor.node()));
        }
        add.getStyleClass().add("small");
        add.setMinWidth(Region.USE_PREF_SIZE);
        if (editors.isEmpty()) {
            add.setId(asked.id());
        }
        add.setAccessibleText("Add a key to " + asked.name());
        add.setOnAction(_ -> {
            free.add(new Draft.Free("", Draft.NONE));
            touched();
            lines();
            keys.getChildren().getLast().lookup(".form-key").requestFocus();
        });
        empty.getStyleClass().addAll("small", "flat");
        empty.setMinWidth(Region.USE_PREF_SIZE);
        empty.setOnAction(_ -> {
            given = !given;
            changed.accept(draft());
            lines();
        });
        blank.getStyleClass().add("muted");
        blank.setMinWidth(0);
        boolean mayBeEmpty = shape.fields().stream().noneMatch(Shape.Field::required);
        HBox buttons = new HBox(8);
        buttons.getStyleClass().add("form-buttons");
        if (shape.free().isPresent()) {
            buttons.getChildren().add(add);
        }
        if (mayBeEmpty) {
            buttons.getChildren().addAll(empty, blank);
        }
        box.getChildren().add(keys);
        if (!buttons.getChildren().isEmpty()) {
            box.getChildren().add(buttons);
        }
        lines();
    }

    private boolean nothing() {
        return free.isEmpty() && named.values().stream().allMatch(Draft.NONE::equals);
    }

    private void touched() {
        given = !nothing();
        changed.accept(draft());
        words();
    }

    private Draft draft() {
        return given ? new Draft.Parts(named, free) : Draft.NONE;
    }

    private void words() {
        empty.setVisible(nothing());
        empty.setManaged(nothing());
        empty.setText(given ? "Take back" : "Empty object");
        empty.setAccessibleText(given ? "Don't give " + asked.name() : "Send " + asked.name() + " as an empty object");
        blank.setText(nothing() ? given ? "sent as {}" : editors.isEmpty() ? asked.blank(shape) : "" : "");
    }

    private void lines() {
        words();
        keys.getChildren().clear();
        for (int i = 0; i < free.size(); i++) {
            keys.getChildren().add(line(i));
        }
        keys.setManaged(!free.isEmpty());
    }

    private VBox line(int row) {
        Shape part = shape.free().orElse(new Shape.AnyJson());
        TextField key = new TextField(free.get(row).key());
        key.getStyleClass().addAll("small", "form-key");
        key.setPromptText("key");
        key.setId(asked.id() + "-key-" + (row + 1));
        key.setAccessibleText(asked.name() + ", key " + (row + 1));
        key.textProperty().addListener((_, _, text) -> {
            free.set(row, new Draft.Free(text, free.get(row).draft()));
            touched();
        });
        Button remove = Icons.button(Feather.X, "Remove this key (Ctrl Delete)");
        remove.setFocusTraversable(false);
        remove.setOnAction(_ -> remove(row));
        ShapeEditor editor = ShapeEditor.of(part, asked.part("value " + (row + 1), wanted -> wanted), draft -> {
            free.set(row, new Draft.Free(free.get(row).key(), draft));
            touched();
        });
        editor.show(free.get(row).draft());
        HBox head = new HBox(4, key, remove);
        VBox line = new VBox(2, head, editor.node());
        RowKeys.on(line, () -> remove(row), () -> { }, () -> { });
        return line;
    }

    private void remove(int row) {
        free.remove(row);
        touched();
        lines();
        add.requestFocus();
    }

    @Override
    public void show(Draft draft) {
        named.clear();
        free.clear();
        given = draft instanceof Draft.Parts;
        if (draft instanceof Draft.Parts(Map<String, Draft> all, List<Draft.Free> more)) {
            named.putAll(all);
            free.addAll(more);
        }
        editors.forEach((name, editor) -> editor.show(named.getOrDefault(name, Draft.NONE)));
        lines();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node first() {
        return editors.values().stream().findFirst().map(ShapeEditor::first)
                .or(() -> Optional.of(add)).orElseThrow();
    }
}
