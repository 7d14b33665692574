package placewatch.control;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// A text that a click copies whole, and that says so for a moment.
public final class CopyButton extends Button {

    private final PauseTransition after = new PauseTransition(CopySign.SAYS_SO);
    private final String what;
    private String copied = "";

    /// @param what what the text is: `id`, `e-mail address`
    public CopyButton(String what) {
        this.what = what;
        getStyleClass().addAll("flat", "small", "copy-button");
        setGraphic(Icons.icon(Feather.COPY));
        setMinWidth(0);
        setMnemonicParsing(false);
        setTooltip(new Tooltip());
        setOnAction(_ -> {
            Copied.text(copied);
            setText("copied");
            setAccessibleText("Copied the " + what);
            after.playFromStart();
        });
        after.setOnFinished(_ -> show(copied));
    }

    /// What is shown and copied.
    public void show(String text) {
        copied = text;
        setText(text);
        setAccessibleText("Copy the " + what + " " + text);
        getTooltip().setText("Copy the " + what + "\n" + text);
    }
}
