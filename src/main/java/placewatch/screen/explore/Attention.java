package placewatch.screen.explore;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;

/// Brings the cursor where a model wants it, at once or as soon as that is on screen. JavaFX thread.
final class Attention {

    private Attention() {
    }

    /// @param wanted said by the model; taken back here
    /// @param place  what has to be on screen for that
    /// @param attend puts the cursor there
    static void on(BooleanProperty wanted, Node place, Runnable attend) {
        Runnable look = () -> {
            if (wanted.get() && place.getScene() != null) {
                wanted.set(false);
                attend.run();
            }
        };
        wanted.subscribe(look);
        place.sceneProperty().subscribe(look);
        look.run();
    }
}
