package placewatch.bench;

import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.shell.ShellView;

/// Says from within the program's own process when what was on screen, in the time of `System.nanoTime`, and ends it.
/// The program is started as it is shipped, and knows nothing of this: its log, looking for its configuration, makes one.
///
/// Nothing of it is in the AOT cache, and the start that it watches pays for it: so it has no lambdas, and asks for nodes
/// without JavaFX's selectors.
public final class ColdLook implements Runnable, ListChangeListener<Window> {

    /// What it says when the places have their room on screen, when the first of them are there, and when they are and the
    /// connection is open.
    static final String OUTLINE = "OUTLINE ";
    static final String LINES = "LINES ";
    static final String USABLE = "USABLE ";

    private final boolean waits;
    private @Nullable Scene scene;
    private long outline;
    private long lines;
    private boolean said;

    /// Made by `java.util.logging.config.class`.
    public ColdLook() {
        this(true);
        Thread look = new Thread(this, "bench-look");
        look.setDaemon(true);
        look.start();
    }

    private ColdLook(boolean waits) {
        this.waits = waits;
    }

    /// Waits for the toolkit, which takes no tasks before the program has started it; then for the window; then for what
    /// is in it.
    @Override
    public void run() {
        if (waits) {
            waitForToolkit();
        } else if (scene == null) {
            for (Window window : Window.getWindows()) {
                follow(window);
            }
            Window.getWindows().addListener(this);
        } else if (said) {
            // ends the program, as when a person closes it
            scene.getWindow().hide();
        } else {
            look(scene);
        }
    }

    private static void waitForToolkit() {
        ColdLook look = new ColdLook(false);
        while (true) {
            try {
                Platform.runLater(look);
                return;
            } catch (IllegalStateException _) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    @Override
    public void onChanged(Change<? extends Window> change) {
        while (change.next()) {
            for (Window window : change.getAddedSubList()) {
                follow(window);
            }
        }
    }

    private void follow(Window window) {
        if (scene == null) {
            scene = window.getScene();
            scene.addPostLayoutPulseListener(this);
        }
    }

    private void look(Scene shown) {
        Node list = find(shown.getRoot(), ExploreView.PLACES_TREE);
        if (list == null) {
            return;
        }
        long now = System.nanoTime();
        if (outline == 0) {
            outline = now;
        }
        if (lines == 0 && lines(list) > 3) {
            lines = now;
        }
        if (lines != 0 && find(shown.getRoot(), ShellView.STATE) instanceof Labeled state
                && state.getText().contains("Live")) {
            System.out.println(OUTLINE + outline);
            System.out.println(LINES + lines);
            System.out.println(USABLE + now);
            said = true;
            Platform.runLater(this);
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

    /// Lines on screen that say something, and not that they are loading.
    static int lines(Node list) {
        if (list instanceof ListCell<?> cell) {
            return cell.isVisible() && !cell.isEmpty() && cell.getAccessibleText() != null
                    && !cell.getAccessibleText().isBlank() && !cell.getAccessibleText().toLowerCase().contains("loading")
                    ? 1 : 0;
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
