package placewatch.bench;

import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.stage.Window;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.shell.ShellView;

/// Says from within the program's own process when what was on screen, in the time of `System.nanoTime`, and ends it.
/// The program is started as it is shipped, and knows nothing of this: its log, looking for its configuration, makes one.
public final class ColdLook {

    /// What it says when the places have their room on screen, when the first of them are there, and when they are and the
    /// connection is open.
    static final String OUTLINE = "OUTLINE ";
    static final String LINES = "LINES ";
    static final String USABLE = "USABLE ";

    private long outline;
    private long lines;
    private boolean said;

    /// Made by `java.util.logging.config.class`.
    public ColdLook() {
        Thread.ofPlatform().daemon().name("bench-look").start(this::begin);
    }

    /// The toolkit takes no tasks before the program has started it.
    private void begin() {
        while (true) {
            try {
                Platform.runLater(this::followAll);
                return;
            } catch (IllegalStateException _) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    private void followAll() {
        Window.getWindows().forEach(this::follow);
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
            }
        });
    }

    private void follow(Window window) {
        Scene scene = window.getScene();
        scene.addPostLayoutPulseListener(() -> look(scene));
    }

    private void look(Scene scene) {
        Node list = scene.lookup("#" + ExploreView.PLACES_TREE);
        if (list == null || said) {
            return;
        }
        long now = System.nanoTime();
        if (outline == 0) {
            outline = now;
        }
        if (lines == 0 && lines(list) > 3) {
            lines = now;
        }
        if (lines != 0 && scene.lookup("#" + ShellView.STATE) instanceof Labeled state
                && state.getText().contains("Live")) {
            System.out.println(OUTLINE + outline);
            System.out.println(LINES + lines);
            System.out.println(USABLE + now);
            said = true;
            // ends the program, as when a person closes it
            Platform.runLater(scene.getWindow()::hide);
        }
    }

    /// Lines on screen that say something, and not that they are loading.
    static int lines(Node list) {
        int count = 0;
        for (Node node : list.lookupAll(".list-cell")) {
            if (node instanceof ListCell<?> cell && cell.isVisible() && !cell.isEmpty()
                    && cell.getAccessibleText() != null && !cell.getAccessibleText().isBlank()
                    && !cell.getAccessibleText().toLowerCase().contains("loading")) {
                count++;
            }
        }
        return count;
    }
}
