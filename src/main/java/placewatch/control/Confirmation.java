package placewatch.control;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
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

/// Asks before something is done that people notice, and if need be to which of several things. It lies over what it is
/// about; Enter and Escape both leave things as they are, and Tab and the arrows stay within it.
public final class Confirmation extends StackPane {

    public static final String CARD = "confirmation";
    public static final String GO = "confirmation-go";
    public static final String CANCEL = "confirmation-cancel";

    /// What it is done to is chosen while it is asked.
    ///
    /// @param body     what is shown of that
    /// @param stops    what the cursor stops at within it, in order
    /// @param question names what it is done to
    /// @param does     the words of the button that does it; empty while nothing is chosen
    /// @param onCancel things are left as they are
    public record Choice(Node body, List<? extends Node> stops, ObservableValue<String> question,
                         ObservableValue<String> does, Runnable onCancel) {

        public Choice {
            stops = List.copyOf(stops);
        }
    }

    private final Label question = new Label();
    private final Label meaning = new Label();
    private final Button go = new Button();
    private final Button cancel = new Button("Cancel");
    private final StackPane choosing = new StackPane();
    private Runnable action = () -> { };
    private Runnable onCancel = () -> { };
    private List<Node> stops = List.of();
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
        go.setMinWidth(0);
        cancel.setId(CANCEL);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> withdraw());
        choosing.managedProperty().bind(choosing.visibleProperty());
        HBox buttons = new HBox(8, cancel, go);
        buttons.getStyleClass().add("button-line");
        VBox card = new VBox(question, meaning, choosing, buttons);
        card.setId(CARD);
        card.getStyleClass().addAll("connect", "confirmation");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(card);
    }

    /// @param ask   names what it is done to
    /// @param means what it means for the people there
    /// @param does  the words of the button that does it
    public void ask(String ask, String means, String does, Runnable then) {
        ask(new Choice(new Region(), List.of(), new ReadOnlyStringWrapper(ask), new ReadOnlyStringWrapper(does), () -> { }),
                means, then);
    }

    /// @param means what it means for the people there
    public void ask(Choice choice, String means, Runnable then) {
        if (getChildren().isEmpty()) {
            fill();
        }
        // whoever was asked before has not said yes
        onCancel.run();
        onCancel = choice.onCancel();
        action = then;
        choosing.getChildren().setAll(choice.body());
        choosing.setVisible(!choice.stops().isEmpty());
        stops = Stream.concat(choice.stops().stream(), Stream.of(cancel, go)).toList();
        question.textProperty().bind(choice.question());
        meaning.setText(means);
        go.textProperty().bind(choice.does());
        go.disableProperty().bind(go.textProperty().isEmpty());
        cancel.accessibleTextProperty().bind(question.textProperty().map(asked -> "Cancel. " + asked + " " + means));
        focusedBefore = getScene() == null || isVisible() ? focusedBefore : getScene().getFocusOwner();
        cancel.setDefaultButton(true);
        cancel.setCancelButton(true);
        setVisible(true);
        cancel.requestFocus();
    }

    /// What it asks about has gone from the screen: nothing is done.
    public void withdraw() {
        if (isVisible()) {
            Runnable left = onCancel;
            leave();
            left.run();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.getCode().isFunctionKey()) {
            // first the answer
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            move(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode().isArrowKey()) {
            // they would lead out of it
            move(event.getCode() == KeyCode.UP || event.getCode() == KeyCode.LEFT ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            withdraw();
            event.consume();
        }
    }

    private void move(int by) {
        List<Node> open = stops.stream().filter(node -> !node.isDisabled()).toList();
        int at = IntStream.range(0, open.size()).filter(i -> open.get(i).isFocused()).findFirst().orElse(-1);
        open.get(Math.floorMod(at < 0 ? by - 1 : at + by, open.size())).requestFocus();
    }

    private void leave() {
        setVisible(false);
        onCancel = () -> { };
        cancel.setDefaultButton(false);
        cancel.setCancelButton(false);
        Node back = focusedBefore;
        focusedBefore = null;
        if (back != null && back.getScene() != null) {
            back.requestFocus();
        }
    }
}
