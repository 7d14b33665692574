package placewatch.control;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// A button for what the person may not always do. While there is a barrier it is disabled and says why: to the
/// mouse as a tooltip, which a disabled button alone would not show, and to the keyboard, which stops at it.
public final class ActionButton extends StackPane {

    private final Button button;
    private final Tooltip tip = new Tooltip();
    private final String does;

    /// Held here: a node listens to its own scene weakly only, so that a collection before it is on screen would end
    /// what hangs on this.
    private final BooleanBinding onScreen = sceneProperty().isNotNull();

    /// @param does    what a click does, and to what
    /// @param barrier why it can't be done now; empty when it can
    public ActionButton(String id, String words, Node icon, String does, ObservableValue<String> barrier,
            Runnable action) {
        this.does = does;
        button = new Button(words, icon);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        setId(frame(id));
        getStyleClass().add("action-button");
        setAccessibleRole(AccessibleRole.BUTTON);
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        Tooltip.install(this, tip);
        getChildren().setAll(button);
        barrier.when(onScreen).subscribe(this::barrier);
    }

    /// What stands around the button of that id, and says why it is disabled.
    public static String frame(String id) {
        return id + "-frame";
    }

    /// Shows only the icon.
    public ActionButton iconOnly() {
        button.setText("");
        button.getStyleClass().addAll("flat", "icon-button");
        return this;
    }

    private void barrier(String why) {
        boolean barred = !why.isEmpty();
        String words = barred ? does + ": not now. " + why : does;
        button.setDisable(barred);
        button.setAccessibleText(words);
        setAccessibleText(words);
        setFocusTraversable(barred);
        tip.setText(words);
    }
}
