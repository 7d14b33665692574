package placewatch;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.shell.ShellView;

/// Says when what was on screen first, in the time of [System#nanoTime]: what the benchmark of the start goes by. Only where
/// the property is set. JavaFX thread.
public final class StartWatch {

    /// `true` sets it going.
    public static final String PROPERTY = "placewatch.saysWhenUsable";

    /// The places have their room on screen; the first of them are there; they are, and the connection is open.
    public static final String OUTLINE = "OUTLINE ";
    public static final String LINES = "LINES ";
    public static final String USABLE = "USABLE ";

    private static final int FIRST_LINES = 4;

    private final Scene scene;
    private final Consumer<String> says;
    private final Runnable look = this::look;
    private boolean outline;
    private boolean lines;

    private StartWatch(Scene scene, Consumer<String> says) {
        this.scene = scene;
        this.says = says;
    }

    static boolean isWanted() {
        return Boolean.getBoolean(PROPERTY);
    }

    /// Before the window is shown.
    ///
    /// @param says takes each line, once
    static void over(Scene scene, Consumer<String> says) {
        scene.addPostLayoutPulseListener(new StartWatch(scene, says).look);
    }

    private void look() {
        long now = System.nanoTime();
        // not by a selector: to read one, JavaFX would load what a start has no other use for
        Node list = find(scene.getRoot(), ExploreView.PLACES_TREE);
        if (list == null) {
            return;
        }
        if (!outline) {
            outline = true;
            says.accept(OUTLINE + now);
        }
        if (!lines && lines(list) >= FIRST_LINES) {
            lines = true;
            says.accept(LINES + now);
        }
        if (lines && find(scene.getRoot(), ShellView.STATE) instanceof Labeled state
                && state.getText().contains("Live")) {
            says.accept(USABLE + now);
            scene.removePostLayoutPulseListener(look);
        }
    }

    private static @Nullable Node find(Node from, String id) {
        if (id.equals(from.getId())) {
            return from;
        }
        if (from instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = find(child, id);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /// Lines of a list on screen that say something, and not that they are loading.
    public static int lines(Node list) {
        if (list instanceof ListCell<?> cell) {
            return cell.isVisible() && !cell.isEmpty() && cell.getAccessibleText() != null
                    && !cell.getAccessibleText().isBlank()
                    && !cell.getAccessibleText().toLowerCase(Locale.ROOT).contains("loading") ? 1 : 0;
        }
        int count = 0;
        if (list instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                count += lines(child);
            }
        }
        return count;
    }
}
