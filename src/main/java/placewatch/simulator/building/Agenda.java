package placewatch.simulator.building;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/// Work by the time at which it falls due, then by the order in which it was added. Guarded by its owner.
final class Agenda {

    record Entry(Instant due, long number, Runnable work) { }

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(Entry::number));
    private long count;

    void add(Instant due, Runnable work) {
        entries.add(new Entry(due, count++, work));
    }

    Optional<Instant> next() {
        return Optional.ofNullable(entries.peek()).map(Entry::due);
    }

    /// Takes the first entry that is due by then.
    Optional<Entry> take(Instant until) {
        Entry first = entries.peek();
        return first == null || first.due().isAfter(until) ? Optional.empty() : Optional.of(entries.remove());
    }

    void clear() {
        entries.clear();
    }
}
