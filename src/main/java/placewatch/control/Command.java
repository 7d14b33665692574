package placewatch.control;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/// Something that the program can do now, as it is listed for who goes by keyboard. JavaFX thread.
///
/// @param group   where it belongs: `Window`, `Log`, the name of a screen
/// @param name    what it does and to what, beginning with a verb
/// @param key     what does the same at once, if anything
/// @param reach   where that key is heard
/// @param action  does it
/// @param barrier why it can't be done now, as a sentence; empty when it can
public record Command(String group, String name, Optional<KeyCombination> key, Reach reach, Runnable action,
        ObservableValue<String> barrier) {

    /// Where a key is heard.
    public enum Reach {
        /// In the whole window.
        ANYWHERE,
        /// Only while the cursor is in the pane that the command belongs to.
        IN_ITS_PANE
    }

    public Command {
        Objects.requireNonNull(action);
        if (group.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a command needs a group and a name");
        }
    }

    /// One without a key that can always be done.
    public static Command of(String group, String name, Runnable action) {
        return new Command(group, name, Optional.empty(), Reach.ANYWHERE, action, always());
    }

    private static ObservableValue<String> always() {
        return new ReadOnlyStringWrapper("").getReadOnlyProperty();
    }

    /// The same, with a key for the whole window.
    ///
    /// @param combination as [KeyCombination#valueOf] reads it: `Shortcut+K`, `F1`
    public Command key(String combination) {
        return new Command(group, name, Optional.of(KeyCombination.valueOf(combination)), Reach.ANYWHERE, action,
                barrier);
    }

    /// The same, with a key that its pane listens to itself.
    public Command keyInPane(String combination) {
        return new Command(group, name, Optional.of(KeyCombination.valueOf(combination)), Reach.IN_ITS_PANE, action,
                barrier);
    }

    /// The same, as long as nothing stands against it.
    public Command unless(ObservableValue<String> why) {
        return new Command(group, name, key, reach, action, why);
    }

    /// The same, with a barrier that stands as long as this list of commands is shown.
    public Command unless(boolean barred, String why) {
        return barred ? unless(new ReadOnlyStringWrapper(why).getReadOnlyProperty()) : this;
    }

    /// The key as this computer writes it; empty for none.
    public String keyWords() {
        return key.map(KeyCombination::getDisplayText).orElse("");
    }

    /// Does it, unless it can't be done now.
    public void run() {
        if (barrier.getValue().isEmpty()) {
            action.run();
        }
    }
}
