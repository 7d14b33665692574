package placewatch.simulator.building;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Hands out what happened in a room, in order, to people who may come back with calls of their own.
///
/// What is to be told is posted under the room's lock and told without it. One thread tells at a time: another one
/// that has something to tell leaves it to the first, and so does a listener that acts on the room.
final class Outbox {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();

    void post(Runnable news) {
        waiting.add(news);
    }

    /// Call without the room's lock. News must not throw.
    void deliver() {
        int seen = calls.incrementAndGet();
        if (seen > 1) {
            return;
        }
        do {
            for (Runnable news = waiting.poll(); news != null; news = waiting.poll()) {
                news.run();
            }
            seen = calls.addAndGet(-seen);
        } while (seen > 0);
    }
}
