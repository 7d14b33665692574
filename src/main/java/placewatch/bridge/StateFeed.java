package placewatch.bridge;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import placewatch.socket.SocketState;

/// Between the socket's state and its model. Brought to the screen before anything that may take its time, and after
/// the variables that are live no more: the socket tells those first.
final class StateFeed {

    private final ConcurrentLinkedQueue<SocketState> waiting = new ConcurrentLinkedQueue<>();
    private final Consumer<SocketState> then;
    private final Inbox.Lane lane;

    /// @param then hears every state in order, on the draining thread
    StateFeed(Inbox inbox, Consumer<SocketState> then) {
        this.then = then;
        lane = inbox.lane(this::drain);
    }

    /// Any thread.
    void state(SocketState next) {
        waiting.add(next);
        lane.touchedFirst();
    }

    private boolean drain(long until) {
        SocketState next = waiting.poll();
        while (next != null) {
            then.accept(next);
            next = waiting.poll();
        }
        return true;
    }
}
