package placewatch.model.log;

import java.util.concurrent.atomic.AtomicLongArray;
import placewatch.log.Severity;

/// How many lines of each severity a stream brought. Any thread.
public final class StreamTally {

    private final AtomicLongArray counts = new AtomicLongArray(Severity.values().length);

    public void count(Severity severity) {
        counts.incrementAndGet(severity.ordinal());
    }

    public long of(Severity severity) {
        return counts.get(severity.ordinal());
    }

    public long total() {
        long total = 0;
        for (int i = 0; i < counts.length(); i++) {
            total += counts.get(i);
        }
        return total;
    }
}
