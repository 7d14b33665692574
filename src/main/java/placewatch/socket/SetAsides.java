package placewatch.socket;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import placewatch.protocol.Inbound;

/// The latest frames that could not be read, for whoever wants to know what the server sends. Any thread.
final class SetAsides {

    /// A server that sends nothing else must not fill the memory.
    static final int KEPT = 200;

    private final Deque<SetAside> latest = new ArrayDeque<>();

    synchronized void add(Inbound.Unreadable frame, Instant at) {
        if (latest.size() == KEPT) {
            latest.removeFirst();
        }
        latest.add(new SetAside(at, frame.reason(), frame.length(), frame.beginning()));
    }

    /// Oldest first.
    synchronized List<SetAside> all() {
        return List.copyOf(latest);
    }
}
