package placewatch.protocol;

import java.util.Locale;
import java.util.function.Supplier;

/// Times readings against the bound: 50 ms per MB, and 50 ms for whatever is smaller. What comes anywhere near
/// is read again a few times, as a collection of garbage or a busy machine happens once and a real slowness every time.
/// Confined to a thread.
public final class Stopwatch {

    private static final long BOUND = 50_000_000;
    private static final int NEAR = 5;
    private static final int AGAIN = 6;

    private long slowest;
    private double slowestPerMegabyte;

    /// What the reading gives.
    public <T> T time(String text, Supplier<T> reading) {
        double megabytes = text.length() / 1e6;
        long bound = (long) (BOUND * Math.max(1, megabytes));
        long before = System.nanoTime();
        T result = reading.get();
        long took = System.nanoTime() - before;
        for (int i = 0; i < AGAIN && took > bound / NEAR; i++) {
            before = System.nanoTime();
            reading.get();
            took = Math.min(took, System.nanoTime() - before);
        }
        if (took > bound) {
            throw new AssertionError("read in " + took / 1e6 + " ms, " + text.length() + " characters");
        }
        slowest = Math.max(slowest, took);
        if (megabytes >= 1) {
            slowestPerMegabyte = Math.max(slowestPerMegabyte, took / megabytes);
        }
        return result;
    }

    /// `slowest 1.2 ms, of those of 1 MB and more 9.5 ms per MB`.
    public String words() {
        return String.format(Locale.ROOT, "slowest %.1f ms%s", slowest / 1e6,
                slowestPerMegabyte == 0 ? "" : String.format(Locale.ROOT,
                        ", of those of 1 MB and more %.1f ms per MB", slowestPerMegabyte / 1e6));
    }
}
