package placewatch.control;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Words that come up when the pointer rests on a control. What shows them, a window of its own, is made when the
/// pointer first comes: a screen has a hundred such controls, and nearly all are never pointed at.
public final class Hint {

    private static final double MAX_WIDTH = 420;

    private final Control control;
    private String words = "";
    private @Nullable Tooltip tip;

    public Hint(Control control) {
        this.control = control;
        control.addEventFilter(MouseEvent.MOUSE_ENTERED, _ -> make());
    }

    /// On a control whose words never change.
    public static void on(Control control, String words) {
        new Hint(control).say(words);
    }

    /// @param newWords empty for nothing to come up
    public void say(String newWords) {
        words = newWords;
        if (tip != null) {
            show(tip);
        } else if (control.isHover()) {
            // the pointer was there before the words were
            make();
        }
    }

    private void make() {
        if (tip == null && !words.isEmpty()) {
            tip = new Tooltip();
            tip.setWrapText(true);
            tip.setMaxWidth(MAX_WIDTH);
            show(tip);
        }
    }

    private void show(Tooltip shown) {
        shown.setText(words);
        control.setTooltip(words.isEmpty() ? null : shown);
    }
}
