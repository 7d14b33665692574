package placewatch.control;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/// Lets the keys of commands do what they say, wherever the cursor is. What a control or a pane does with a key itself
/// goes first. JavaFX thread.
public final class CommandKeys {

    private CommandKeys() {
    }

    /// @param commands what can be done now; asked when a key is pressed that none of the controls wanted
    /// @param listening whether keys are heard now: not while a form lies on top
    public static void in(Scene scene, Supplier<List<Command>> commands, BooleanSupplier listening) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean may = event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey();
            if (may && listening.getAsBoolean()) {
                commands.get().stream()
                        .filter(command -> command.reach() == Command.Reach.ANYWHERE
                                && command.key().filter(key -> key.match(event)).isPresent())
                        .findFirst().ifPresent(command -> {
                            event.consume();
                            command.run();
                        });
            }
        });
    }
}
