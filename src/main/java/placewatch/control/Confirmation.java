package placewatch.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks before something is done that people notice. It lies over what it is about; Enter and Escape both leave
/// things as they are, and Tab stays within it.
public final class Confirmation extends StackPane {

    public static final String CARD = "confirmation";
    public static final String GO = "confirmation-go";
    public static final String CANCEL = "confirmation-cancel";

    private final Label question = new Label();
    private final Label meaning = new Label();
    private final Button go = new Button();
    private final Button cancel = new Button("Cancel");
    private Runnable action = () -> { };
    private @Nullable Node focusedBefore;

    public Confirmation() {
        getStyleClass().add("overlay");
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Only when there is something to ask, which in most windows there never is.
    private void fill() {
        question.getStyleClass().add("dialog-title");
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        go.setId(GO);
        // names of modules have underscores
        go.setMnemonicParsing(false);
        go.getStyleClass().add("danger");
        go.setOnAction(_ -> {
            leave();
            action.run();
        });
        cancel.setId(CANCEL);
        cancel.setOnAction(_ -> leave());
        HBox buttons = new HBox(8, cancel, go);
        buttons.getStyleClass().add("button-line");
        VBox card = new VBox(question, meaning, buttons);
        card.setId(CARD);
        card.getStyleClass().addAll("connect", "confirmation");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(card);
    }

    /// @param ask   names what it is done to
    /// @param means what it means for the people there
    /// @param does  the words of the button that does it
    public void ask(String ask, String means, String does, Runnable then) {
        if (getChildren().isEmpty()) {
            fill();
        }
        action = then;
        question.setText(ask);
        meaning.setText(means);
        go.setText(does);
        cancel.setAccessibleText("Cancel. " + ask + " " + means);
        focusedBefore = getScene() == null ? null : getScene().getFocusOwner();
        cancel.setDefaultButton(true);
        cancel.setCancelButton(true);
        setVisible(true);
        cancel.requestFocus();
    }

    /// What it asks about has gone from the screen: nothing is done.
    public void withdraw() {
        if (isVisible()) {
            leave();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.getCode().isFunctionKey()) {
            // first the answer
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            (cancel.isFocused() ? go : cancel).requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        }
    }

    private void leave() {
        setVisible(false);
        cancel.setDefaultButton(false);
        cancel.setCancelButton(false);
        Node back = focusedBefore;
        focusedBefore = null;
        if (back != null && back.getScene() != null) {
            back.requestFocus();
        }
    }
}
