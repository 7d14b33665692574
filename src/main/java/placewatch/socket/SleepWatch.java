package placewatch.socket;

import java.time.Duration;
import java.time.Instant;

/// Notices that the computer slept: between two looks, which come several times a second, one of its clocks jumped.
/// Which of them depends on the platform: the measuring clock stands still during sleep on Linux and macOS and goes on
/// on Windows. Setting the clock looks the same, and is answered in the same harmless way. Confined to turns.
final class SleepWatch {

    /// More than a busy machine explains.
    static final Duration JUMP = Duration.ofSeconds(5);

    private long lookedAt;
    private Instant wallThen;

    SleepWatch(long nanoTime, Instant wall) {
        lookedAt = nanoTime;
        wallThen = wall;
    }

    /// Whether it slept since the look before.
    boolean slept(long nanoTime, Instant wall) {
        Duration measured = Duration.ofNanos(nanoTime - lookedAt);
        Duration shown = Duration.between(wallThen, wall);
        lookedAt = nanoTime;
        wallThen = wall;
        return measured.compareTo(JUMP) >= 0 || shown.compareTo(JUMP) >= 0;
    }
}
