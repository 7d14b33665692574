package placewatch.log;

import java.time.Instant;
import java.util.Arrays;

/// Some thousand lines side by side: 17 bytes a line beside its text in UTF-8. Written by one thread at a time under
/// the store's lock; what is below a published count never changes.
final class Chunk {

    static final int LINES = 2048;

    /// No chunk begins another line past this: arrays of half a megabyte and more have whole megabytes of the heap to
    /// themselves.
    private static final int MOST_BYTES = 384 << 10;

    final long first;
    private final long[] at = new long[LINES];
    private final int[] ends = new int[LINES];
    private final short[] sources = new short[LINES];
    private final short[] levels = new short[LINES];
    private final byte[] kinds = new byte[LINES];

    /// Replaced by a longer one as lines come; each holds all that is published.
    private volatile byte[] text;
    private int used;
    private int count;

    Chunk(long first, int bytes) {
        this.first = first;
        text = new byte[bytes];
    }

    boolean isFull() {
        return count == LINES || used >= MOST_BYTES;
    }

    void add(long micros, int source, int level, LogEntry.Kind kind, byte[] utf8) {
        byte[] into = text;
        if (into.length - used < utf8.length) {
            into = Arrays.copyOf(into, Math.max(used + utf8.length,
                    Math.min(MOST_BYTES + utf8.length, into.length + (into.length >> 1))));
        }
        System.arraycopy(utf8, 0, into, used, utf8.length);
        text = into;
        used += utf8.length;
        at[count] = micros;
        ends[count] = used;
        sources[count] = (short) source;
        levels[count] = (short) level;
        kinds[count] = (byte) kind.ordinal();
        count++;
    }

    /// Nothing more will be added.
    void close() {
        if (text.length > used) {
            text = Arrays.copyOf(text, used);
        }
    }

    int count() {
        return count;
    }

    int used() {
        return used;
    }

    /// What it takes in memory, about.
    long bytes() {
        return text.length + 17L * LINES;
    }

    long micros(int index) {
        return at[index];
    }

    Instant at(int index) {
        return Instant.ofEpochSecond(Math.floorDiv(at[index], 1_000_000L),
                Math.floorMod(at[index], 1_000_000L) * 1_000L);
    }

    int source(int index) {
        return sources[index] & 0xFFFF;
    }

    int level(int index) {
        return levels[index] & 0xFFFF;
    }

    byte kind(int index) {
        return kinds[index];
    }

    int from(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int to(int index) {
        return ends[index];
    }

    byte[] text() {
        return text;
    }

}
