package placewatch.bridge;

import java.util.concurrent.ConcurrentLinkedQueue;

/// The lane for answers and other things that happen one at a time, in order. It holds no more than was asked for.
final class Answers {

    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Inbox.Lane lane;

    Answers(Inbox inbox) {
        lane = inbox.lane(this::drain);
    }

    /// Runs `task` in the next pulse. Any thread.
    void hand(Runnable task) {
        waiting.add(task);
        lane.touched();
    }

    private boolean drain(long until) {
        Runnable task = waiting.poll();
        while (task != null) {
            task.run();
            if (System.nanoTime() - until >= 0) {
                return waiting.isEmpty();
            }
            task = waiting.poll();
        }
        return true;
    }
}
