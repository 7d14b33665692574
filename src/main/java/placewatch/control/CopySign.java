package placewatch.control;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// A button copies something and says so for a moment, in the room that it has.
public final class CopySign {

    static final Duration SAYS_SO = Duration.seconds(1.5);

    private final Button button;
    private final PauseTransition after = new PauseTransition(SAYS_SO);
    private Runnable back = () -> { };

    /// For a button that copies by itself, and calls [#show] then.
    public static CopySign of(Button button) {
        return new CopySign(button);
    }

    private CopySign(Button button) {
        this.button = button;
        after.setOnFinished(_ -> back.run());
    }

    /// From now on a click on `button` copies what `text` gives then.
    public static void on(Button button, Supplier<String> text) {
        CopySign sign = new CopySign(button);
        button.setOnAction(_ -> {
            Copied.text(text.get());
            sign.show();
        });
    }

    /// Says now that it was copied.
    public void show() {
        back.run();
        String words = button.getText();
        Node icon = button.getGraphic();
        String spoken = button.getAccessibleText();
        double width = button.getPrefWidth();
        // as wide as it was, so that nothing beside it moves
        button.setPrefWidth(button.getWidth());
        if (words.isEmpty()) {
            button.setGraphic(Icons.icon(Feather.CHECK));
        } else {
            button.setText("copied");
        }
        button.setAccessibleText("Copied");
        back = () -> {
            back = () -> { };
            button.setText(words);
            button.setGraphic(icon);
            button.setAccessibleText(spoken);
            button.setPrefWidth(width);
        };
        after.playFromStart();
    }
}
