package placewatch.control;

import javafx.scene.Node;
import javafx.scene.Scene;

/// Does something once the window has been laid out the next time. JavaFX thread.
public final class AfterLayout {

    private AfterLayout() {
    }

    /// Does nothing for a node that is in no window.
    public static void of(Node node, Runnable task) {
        Scene scene = node.getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    task.run();
                }
            });
        }
    }
}
