package placewatch.control.form;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import placewatch.form.Draft;

/// A box with three states: yes, no, and not given. It starts as not given, so that no `false` is sent unasked.
final class YesNoEditor implements ShapeEditor {

    private final CheckBox box = new CheckBox();
    private final Asked asked;
    private final String blank;
    private final Consumer<Draft> changed;
    private boolean showing;

    YesNoEditor(String blank, Asked asked, Consumer<Draft> changed) {
        this.blank = blank;
        this.asked = asked;
        this.changed = changed;
        box.setId(asked.id());
        box.setAllowIndeterminate(true);
        box.setMnemonicParsing(false);
        box.setMinWidth(Region.USE_PREF_SIZE);
        show(Draft.NONE);
        box.selectedProperty().addListener(_ -> told());
        box.indeterminateProperty().addListener(_ -> told());
    }

    private Draft draft() {
        return box.isIndeterminate() ? Draft.NONE : Draft.typed(Boolean.toString(box.isSelected()));
    }

    private void told() {
        words();
        if (!showing) {
            changed.accept(draft());
        }
    }

    private void words() {
        box.setText(box.isIndeterminate() ? blank : Boolean.toString(box.isSelected()));
        box.setAccessibleText(asked.name() + ": " + (box.isIndeterminate() ? "not given" : box.getText()));
    }

    @Override
    public void show(Draft draft) {
        showing = true;
        String text = draft instanceof Draft.Typed(String typed) ? typed : "";
        box.setSelected(text.equals("true"));
        box.setIndeterminate(!text.equals("true") && !text.equals("false"));
        words();
        showing = false;
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
