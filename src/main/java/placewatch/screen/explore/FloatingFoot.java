package placewatch.screen.explore;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Keeps the foot of a form in sight while the form is scrolled: below it where there is room, else at the lower edge of
/// the pane; and at its upper edge, its last line alone, where somebody reads what stands further down. What has the
/// cursor is never under it.
final class FloatingFoot {

    /// A part of a form that is to be seen as a whole when the cursor is in it.
    private static final String WHOLE = "form-whole";

    private static final double EDGE = 4;

    private static final PseudoClass FLOATING = PseudoClass.getPseudoClass("floating");

    private final ScrollPane pane;
    private final Region foot;
    private Subscription following = Subscription.EMPTY;

    private FloatingFoot(ScrollPane pane, Region foot) {
        this.pane = pane;
        this.foot = foot;
    }

    /// @param foot a direct part of what the pane scrolls
    static void on(ScrollPane pane, Region foot) {
        FloatingFoot floating = new FloatingFoot(pane, foot);
        foot.setViewOrder(-1);
        pane.getProperties().put(FloatingFoot.class, floating);
        pane.vvalueProperty().subscribe(floating::place);
        pane.viewportBoundsProperty().subscribe(floating::place);
        pane.getContent().layoutBoundsProperty().subscribe(floating::place);
        foot.layoutYProperty().subscribe(floating::place);
        foot.heightProperty().subscribe(floating::place);
        pane.sceneProperty().subscribe(floating::follow);
    }

    /// Pixels at the pane's upper edge that are not seen where what begins so far down stands there.
    static double covers(ScrollPane pane, double y) {
        return pane.getProperties().get(FloatingFoot.class) instanceof FloatingFoot it && it.foot.isVisible()
                && y > it.foot.getLayoutY() ? it.lastLine() : 0;
    }

    private double height() {
        return pane.getViewportBounds().getHeight();
    }

    private double most() {
        return Math.max(0, pane.getContent().getLayoutBounds().getHeight() - height());
    }

    /// Where the part that is seen begins.
    private double top() {
        return pane.getVvalue() * most();
    }

    /// Pixels of the foot that stay when it is scrolled past.
    private double lastLine() {
        return foot.getInsets().getBottom() + EDGE + (foot.getChildrenUnmodifiable().isEmpty() ? 0
                : foot.getChildrenUnmodifiable().getLast().getLayoutBounds().getHeight());
    }

    private void place() {
        double lowest = top() + height() - foot.getHeight() - foot.getLayoutY();
        double highest = top() - (foot.getHeight() - lastLine()) - foot.getLayoutY();
        foot.setTranslateY(Math.round(lowest < 0 ? lowest : Math.max(0, highest)));
        foot.pseudoClassStateChanged(FLOATING, foot.getTranslateY() != 0);
    }

    private void follow() {
        following.unsubscribe();
        Scene scene = pane.getScene();
        following = scene == null ? Subscription.EMPTY : scene.focusOwnerProperty().subscribe(this::focused);
    }

    private void focused(@Nullable Node focused) {
        if (focused == null || !inside(focused, pane.getContent()) || inside(focused, foot)) {
            return;
        }
        Node whole = focused.getParent().getStyleClass().contains(WHOLE) ? focused.getParent() : focused;
        reveal(whole);
        Subscription grows = whole.layoutBoundsProperty().subscribe((_, _) -> reveal(whole));
        Subscription leaves = focused.focusedProperty().subscribe((_, here) -> {
            if (!here) {
                grows.unsubscribe();
            }
        });
        following = following.and(leaves);
    }

    private static boolean inside(Node node, Node around) {
        @Nullable Node at = node;
        while (at != null && at != around) {
            at = at.getParent();
        }
        return at != null;
    }

    /// Once the window has been laid out with it.
    private void reveal(Node node) {
        Scene scene = pane.getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    if (node.getScene() == scene) {
                        uncover(node);
                    }
                }
            });
        }
    }

    private void uncover(Node node) {
        Bounds place = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        boolean above = place.getMinY() < foot.getLayoutY();
        double from = top() + (above || !foot.isVisible() ? 0 : lastLine());
        double to = top() + height() - (above && foot.isVisible() ? foot.getHeight() : 0);
        double by = place.getMaxY() > to ? Math.min(place.getMaxY() - to, place.getMinY() - from)
                : Math.min(0, place.getMinY() - from);
        if (Math.abs(by) > 0.5 && most() > 0) {
            pane.setVvalue(Math.clamp((top() + by) / most(), 0, 1));
        }
    }
}
