package placewatch.socket;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// Lets leases send one after the other, in the order they asked, with a bounded number unanswered: ten thousand binds
/// at once would flood the server, and the library's send queue has no bound. Confined to turns.
final class Pacer {

    /// Requests under way at once.
    static final int WINDOW = 256;

    private final SequencedSet<Lease> waiting = new LinkedHashSet<>();
    private int unanswered;
    private boolean open;

    void lineUp() {
        open = true;
        unanswered = 0;
        waiting.clear();
    }

    void lineDown() {
        open = false;
        unanswered = 0;
        waiting.clear();
    }

    /// Asks for a step when there is room.
    void enqueue(Lease lease) {
        if (open) {
            waiting.add(lease);
        }
    }

    /// A request went out.
    void sent() {
        unanswered++;
    }

    /// A request was answered, or given up.
    void settled() {
        unanswered--;
    }

    /// Lets as many step as there is room for. A step may turn out to be none: what was asked and withdrawn before
    /// its time costs no frame.
    void pump() {
        while (open && unanswered < WINDOW && !waiting.isEmpty()) {
            waiting.removeFirst().step();
        }
    }
}
