package placewatch.screen.shell;

import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import placewatch.control.Hint;
import placewatch.control.Icons;

/// The screens by name, the one that is shown marked. What is dragged and rests on one for a moment opens it, to be
/// dropped there.
final class Rail extends VBox {

    private static final Duration RESTS = Duration.millis(500);

    private final ToggleGroup group = new ToggleGroup();
    private final PauseTransition resting = new PauseTransition(RESTS);

    /// What is shown is marked, which chooses nothing.
    private boolean marking;

    /// @param shown the name of the screen that is shown, and set to another by a click
    Rail(List<ShellScreen> screens, StringProperty shown) {
        getStyleClass().add("rail");
        for (int i = 0; i < screens.size(); i++) {
            ShellScreen screen = screens.get(i);
            ToggleButton button = new ToggleButton(screen.name(), Icons.icon(screen.icon()));
            button.setId(ShellView.RAIL + screen.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("rail-button");
            button.setToggleGroup(group);
            button.setUserData(screen.name());
            new Hint(button).say(screen.name() + "  Ctrl+" + (i + 1));
            button.setOnDragEntered(event -> {
                // of this window; a file from elsewhere has no use here
                if (event.getGestureSource() != null) {
                    resting.setOnFinished(_ -> shown.set(screen.name()));
                    resting.playFromStart();
                }
            });
            button.setOnDragExited(_ -> resting.stop());
            getChildren().add(button);
        }
        // by a click or by the arrow keys
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                // a click on the one that is shown would let go of it
                group.selectToggle(before);
            } else if (!marking) {
                shown.set((String) now.getUserData());
            }
        });
    }

    void mark(String shown) {
        marking = true;
        group.getToggles().stream().filter(button -> shown.equals(button.getUserData())).findFirst()
                .ifPresent(group::selectToggle);
        marking = false;
    }
}
