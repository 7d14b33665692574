package placewatch.socket;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: doubling from `first` to `last`, each shortened by chance by up to half,
/// so that a restarted server is not met by all of its clients at once. Confined to turns.
final class Backoff {

    /// A connection that held this long was a good one.
    static final Duration STABLE = Duration.ofSeconds(60);

    private final Duration first;
    private final Duration last;
    private final RandomGenerator chance;
    private int failures;

    Backoff(Duration first, Duration last, RandomGenerator chance) {
        this.first = first;
        this.last = last;
        this.chance = chance;
    }

    /// The number of the attempt that is under way or comes next; the first is 1.
    int attempt() {
        return failures + 1;
    }

    /// Notes that the attempt failed, or that its connection was lost; the wait until the next.
    Duration failed() {
        Duration longest = first;
        for (int i = 0; i < failures && longest.compareTo(last) < 0; i++) {
            longest = longest.multipliedBy(2);
        }
        failures++;
        long nanos = longest.compareTo(last) < 0 ? longest.toNanos() : last.toNanos();
        return Duration.ofNanos(nanos / 2 + (long) (chance.nextDouble() * (nanos - nanos / 2)));
    }

    /// What failed before says nothing any more.
    void anew() {
        failures = 0;
    }

    /// Notes for how long a connection was open; after a good one it starts anew.
    void wasOpen(Duration held) {
        if (held.compareTo(STABLE) >= 0) {
            failures = 0;
        }
    }
}
