package placewatch.control;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Gives the keys to what was put on screen just now: before its first layout nothing can have them. JavaFX thread.
public final class FirstFocus implements Runnable {

    private final Scene scene;
    private final Supplier<Node> node;

    private FirstFocus(Scene scene, Supplier<Node> node) {
        this.scene = scene;
        this.node = node;
    }

    /// After the next layout; never, if the node is in no window.
    public static void to(Node node) {
        if (node.getScene() != null) {
            in(node.getScene(), () -> node);
        }
    }

    /// After the next layout of a scene: the node of that moment.
    public static void in(Scene scene, Supplier<Node> node) {
        scene.addPostLayoutPulseListener(new FirstFocus(scene, node));
        scene.getRoot().requestLayout();
    }

    @Override
    public void run() {
        scene.removePostLayoutPulseListener(this);
        Node wanted = node.get();
        if (wanted.getScene() == scene) {
            wanted.requestFocus();
        }
    }
}
