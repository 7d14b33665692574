package placewatch.screen.explore;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/// Scrolls something new into sight, no further than it takes.
final class Reveal {

    private Reveal() {
    }

    /// Once the window has been laid out with it.
    ///
    /// @param room pixels that it needs from its top on
    static void top(Node node, double room) {
        Scene scene = node.getScene();
        if (scene == null) {
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                pane(node).ifPresent(pane -> scroll(pane, node, room));
            }
        });
    }

    /// What scrolls it.
    static Optional<ScrollPane> pane(Node node) {
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane) {
                return Optional.of(pane);
            }
        }
        return Optional.empty();
    }

    private static void scroll(ScrollPane pane, Node node, double room) {
        Node content = pane.getContent();
        double height = pane.getViewportBounds().getHeight();
        double most = content.getLayoutBounds().getHeight() - height;
        if (most <= 0 || node.getScene() == null) {
            return;
        }
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double from = pane.getVvalue() * most;
        double top = place.getMinY() - FloatingFoot.covers(pane, place.getMinY());
        double bottom = Math.min(top + Math.min(room, height), content.getLayoutBounds().getHeight());
        double wanted = bottom > from + height ? Math.min(bottom - height, top) : Math.min(top, from);
        pane.setVvalue(Math.clamp(wanted / most, 0, 1));
    }
}
