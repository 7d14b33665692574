package placewatch.control;

import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Has the carets of a scene's text fields stand still when nobody types: a blinking one keeps the whole window at
/// sixty pulses a second, all day where it is left in a field of a window on the wall.
///
/// JavaFX 26 leaves it blinking for good in a field that the cursor has left: the field then selects nothing at its
/// start, and wherever the caret moves it begins to blink, focused or not.
public final class RestingCarets {

    /// As long as GTK blinks after the last key.
    private static final Duration BLINKS = Duration.seconds(10);

    private final Scene scene;
    private final PauseTransition blinking;

    private RestingCarets(Scene scene, Duration blinks) {
        this.scene = scene;
        blinking = new PauseTransition(blinks);
        blinking.setOnFinished(_ -> {
            if (scene.getFocusOwner() instanceof TextInputControl field) {
                stop(field);
            }
        });
        scene.focusOwnerProperty().subscribe(owner -> {
            if (owner instanceof TextInputControl field) {
                follow(field);
            } else {
                blinking.stop();
            }
        });
        // the field lets it blink after a click, also where the caret is there already
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> again());
    }

    /// In that scene from now on.
    public static void in(Scene scene) {
        in(scene, BLINKS);
    }

    /// @param blinks how long a caret blinks after the last key or click
    static void in(Scene scene, Duration blinks) {
        new RestingCarets(scene, blinks);
    }

    private void follow(TextInputControl field) {
        blinking.playFromStart();
        if (field.getProperties().putIfAbsent(RestingCarets.class, this) == null) {
            // only after the skin's own listener, which has it blink
            field.skinProperty().subscribe(skin -> {
                if (skin != null) {
                    field.caretPositionProperty().addListener((_, _, _) -> moved(field));
                    field.focusedProperty().addListener((_, _, _) -> moved(field));
                }
            });
        }
    }

    private void moved(TextInputControl field) {
        if (field.isFocused()) {
            again();
        } else {
            stop(field);
        }
    }

    private void again() {
        if (scene.getFocusOwner() instanceof TextInputControl) {
            blinking.playFromStart();
        }
    }

    private static void stop(TextInputControl field) {
        if (field.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(false);
        }
    }
}
