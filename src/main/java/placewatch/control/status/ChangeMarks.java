package placewatch.control.status;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import placewatch.model.Background;

/// Marks what has just changed for a moment. One sweep for all, and none while nothing is marked.
final class ChangeMarks {

    static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private static final long MARKED_MILLIS = 600;
    private static final long SWEEP_MILLIS = 200;

    /// What can be marked.
    static final class Mark {
        private final Node node;
        private boolean on;
        private long until;

        Mark(Node node) {
            this.node = node;
        }
    }

    private final Background background;
    private final Deque<Mark> marked = new ArrayDeque<>();
    private boolean sweeping;

    ChangeMarks(Background background) {
        this.background = background;
    }

    /// It has changed just now.
    void on(Mark mark) {
        mark.until = System.nanoTime() + MARKED_MILLIS * 1_000_000;
        if (!mark.on) {
            mark.on = true;
            mark.node.pseudoClassStateChanged(CHANGED, true);
            marked.add(mark);
            if (!sweeping) {
                sweeping = true;
                background.after(MARKED_MILLIS, this::sweep);
            }
        }
    }

    /// The node shows something else.
    void off(Mark mark) {
        if (mark.on) {
            mark.until = System.nanoTime();
            mark.on = false;
            mark.node.pseudoClassStateChanged(CHANGED, false);
            marked.remove(mark);
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        marked.removeIf(mark -> {
            boolean over = mark.until - now <= 0;
            if (over) {
                mark.on = false;
                mark.node.pseudoClassStateChanged(CHANGED, false);
            }
            return over;
        });
        sweeping = !marked.isEmpty();
        if (sweeping) {
            background.after(SWEEP_MILLIS, this::sweep);
        }
    }
}
