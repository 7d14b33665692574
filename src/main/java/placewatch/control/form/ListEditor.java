package placewatch.control.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import placewatch.control.Icons;
import placewatch.form.Draft;
import placewatch.form.Shape;

/// Rows to be added, removed and put in order: Alt Up and Alt Down move the row with the cursor, Ctrl Delete removes it.
final class ListEditor implements ShapeEditor {

    private final Shape.ListOf shape;
    private final Asked asked;
    private final Consumer<Draft> changed;
    private final VBox rows = new VBox(6);
    private final Button add = new Button("Add", Icons.icon(Feather.PLUS));
    private final Button empty = new Button();
    private final Label blank = new Label();
    private final VBox box;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<ShapeEditor> editors = new ArrayList<>();
    private boolean given;

    ListEditor(Shape.ListOf shape, Asked asked, Consumer<Draft> changed) {
        this.shape = shape;
        this.asked = asked;
        this.changed = changed;
        add.setId(asked.id());
        add.getStyleClass().add("small");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setAccessibleText("Add an item to " + asked.name());
        add.setOnAction(_ -> insert());
        empty.getStyleClass().addAll("small", "flat");
        empty.setMinWidth(Region.USE_PREF_SIZE);
        empty.setOnAction(_ -> {
            given = !given;
            told();
            lines();
        });
        empty.managedProperty().bind(empty.visibleProperty());
        blank.getStyleClass().add("muted");
        blank.setMinWidth(0);
        HBox buttons = new HBox(8, add, empty, blank);
        buttons.getStyleClass().add("form-buttons");
        box = new VBox(6, rows, buttons);
        lines();
    }

    private void insert() {
        given = true;
        drafts.add(Draft.NONE);
        told();
        lines();
        editors.getLast().first().requestFocus();
    }

    private void remove(int row) {
        drafts.remove(row);
        told();
        lines();
        (editors.isEmpty() ? add : editors.get(Math.min(row, editors.size() - 1)).first()).requestFocus();
    }

    private void move(int row, int to) {
        if (to >= 0 && to < drafts.size()) {
            drafts.add(to, drafts.remove(row));
            told();
            lines();
            editors.get(to).first().requestFocus();
        }
    }

    private void told() {
        changed.accept(draft());
    }

    private Draft draft() {
        return given ? new Draft.Items(drafts) : Draft.NONE;
    }

    private void lines() {
        editors.clear();
        rows.getChildren().clear();
        for (int i = 0; i < drafts.size(); i++) {
            int row = i;
            ShapeEditor editor = ShapeEditor.of(shape.item(),
                    asked.part(Integer.toString(i + 1), wanted -> wanted), draft -> {
                        drafts.set(row, draft);
                        told();
                    });
            editor.show(drafts.get(i));
            editors.add(editor);
            rows.getChildren().add(line(row, editor));
        }
        rows.setManaged(!drafts.isEmpty());
        empty.setText(given ? "Take back" : "Empty list");
        empty.setVisible(drafts.isEmpty());
        empty.setAccessibleText(given ? "Don't give " + asked.name() : "Send " + asked.name() + " as an empty list");
        blank.setText(drafts.isEmpty() ? given ? "sent as []" : asked.blank(shape) : "");
    }

    private Pane line(int row, ShapeEditor editor) {
        Label number = new Label(Integer.toString(row + 1));
        number.getStyleClass().addAll("muted", "form-number");
        number.setMinWidth(18);
        HBox.setHgrow(editor.node(), Priority.ALWAYS);
        Button up = Icons.button(Feather.CHEVRON_UP, "Move item " + (row + 1) + " up (Alt Up)");
        up.setOnAction(_ -> move(row, row - 1));
        up.setDisable(row == 0);
        Button down = Icons.button(Feather.CHEVRON_DOWN, "Move item " + (row + 1) + " down (Alt Down)");
        down.setOnAction(_ -> move(row, row + 1));
        down.setDisable(row == drafts.size() - 1);
        Button remove = Icons.button(Feather.X, "Remove item " + (row + 1) + " (Ctrl Delete)");
        remove.setOnAction(_ -> remove(row));
        // their keys do the same, and Tab goes from value to value
        List.of(up, down, remove).forEach(button -> {
            button.setFocusTraversable(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
        });
        HBox buttons = new HBox(up, down, remove);
        buttons.getStyleClass().add("row-buttons");
        Pane line = switch (shape.item()) {
            case Shape.Fields _, Shape.ListOf _, Shape.OneOf _ -> {
                // what has parts of its own needs the whole width
                Region gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                HBox head = new HBox(4, number, gap, buttons);
                head.getStyleClass().add("form-buttons");
                yield new VBox(2, head, editor.node());
            }
            case Shape.YesNo _, Shape.Nothing _, Shape.Whole _, Shape.Real _, Shape.Choice _, Shape.Text _,
                    Shape.IsoMoment _, Shape.UnixMoment _, Shape.AnyJson _, Shape.Unfit _ ->
                new HBox(4, number, editor.node(), buttons);
        };
        RowKeys.on(line, () -> remove(row), () -> move(row, row - 1), () -> move(row, row + 1));
        return line;
    }

    @Override
    public void show(Draft draft) {
        drafts.clear();
        given = draft instanceof Draft.Items;
        if (draft instanceof Draft.Items(List<Draft> items)) {
            drafts.addAll(items);
        }
        lines();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node first() {
        return editors.isEmpty() ? add : editors.getFirst().first();
    }
}
