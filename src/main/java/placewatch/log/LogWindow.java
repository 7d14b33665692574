package placewatch.log;

import java.util.Optional;

/// The log as it is at a moment: the lines from number [#first] up to but not including [#end]. Never changes, and keeps
/// its lines readable after they have left the ring. Any thread.
public final class LogWindow {

    private final Names<LogSource> sources;
    private final Names<String> levels;
    private final Chunk[] chunks;
    private final long first;
    private final long end;
    private final long dropped;
    private final long bytes;

    LogWindow(Names<LogSource> sources, Names<String> levels, Chunk[] chunks, long first, long end, long dropped,
            long bytes) {
        this.sources = sources;
        this.levels = levels;
        this.chunks = chunks;
        this.first = first;
        this.end = end;
        this.dropped = dropped;
        this.bytes = bytes;
    }

    public long first() {
        return first;
    }

    public long end() {
        return end;
    }

    public long size() {
        return end - first;
    }

    /// Lines that had to make room for newer ones, since the log began.
    public long dropped() {
        return dropped;
    }

    /// What the lines take in memory, about.
    public long bytes() {
        return bytes;
    }

    /// The line of that number; empty if it is not in this window.
    public Optional<LogEntry> entry(long number) {
        if (number < first || number >= end) {
            return Optional.empty();
        }
        LogCursor cursor = cursor();
        moveTo(cursor, number);
        return Optional.of(cursor.entry());
    }

    /// A cursor, which stands nowhere until it is moved.
    public LogCursor cursor() {
        return new LogCursor(sources, levels, chunks.length == 0 ? new Chunk(0, 0) : chunks[0]);
    }

    /// Moves a cursor of this store to a line of this window.
    public void moveTo(LogCursor cursor, long number) {
        if (number < first || number >= end) {
            throw new IndexOutOfBoundsException(number + " is not in " + first + ".." + end);
        }
        Chunk chunk = chunks[chunkOf(number)];
        cursor.at(chunk, (int) (number - chunk.first));
    }

    int chunkOf(long number) {
        int low = 0;
        int high = chunks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chunks[middle].first <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    Chunk chunk(int at) {
        return chunks[at];
    }

    /// The first number behind a chunk that is of this window.
    long endOf(int chunk) {
        return chunk + 1 < chunks.length ? chunks[chunk + 1].first : end;
    }
}
