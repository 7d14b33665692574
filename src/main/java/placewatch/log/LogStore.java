package placewatch.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import placewatch.protocol.Subscription;

/// The ring of the newest lines. Any thread adds, any thread reads: adding copies the line's text into the ring and
/// never waits for a reader, so nothing stands in a queue before it and nothing is lost before it. The oldest lines go
/// when there are more than it may hold, and are counted.
public final class LogStore {

    /// Where the text of a first chunk begins.
    private static final int FIRST_BYTES = 64 << 10;

    private final Names<LogSource> sources = new Names<>();
    private final Names<String> levels = new Names<>();
    private final ArrayDeque<Chunk> chunks = new ArrayDeque<>();
    private final List<Runnable> hearers = new CopyOnWriteArrayList<>();
    private final long mostBytes;
    private int mostLines;
    private long first;
    private long end;
    private long dropped;
    private long closedBytes;

    /// @param mostLines how many lines it holds
    /// @param mostBytes what their texts and the rest may take in memory, about; whichever is reached first
    public LogStore(int mostLines, long mostBytes) {
        if (mostLines < 1 || mostBytes < 1) {
            throw new IllegalArgumentException("a log of " + mostLines + " lines and " + mostBytes + " bytes");
        }
        this.mostLines = mostLines;
        this.mostBytes = mostBytes;
        levels.number("");
        sources.number(LogSource.CONNECTION);
    }

    /// Adds a line and tells whoever listens.
    ///
    /// @return its number
    public long append(Instant at, LogSource source, LogEntry.Kind kind, String level, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        long number;
        synchronized (this) {
            Optional<Integer> levelNumber = levels.number(level);
            if (levelNumber.isEmpty()) {
                // more words for levels than anybody means: the word stays, in the text
                utf8 = ("[" + level + "] " + text).getBytes(StandardCharsets.UTF_8);
            }
            int sourceNumber = sources.number(source).orElse(0);
            long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
            open().add(micros, sourceNumber, levelNumber.orElse(0), kind, utf8);
            number = end++;
            trim();
        }
        for (Runnable hearer : hearers) {
            hearer.run();
        }
        return number;
    }

    private Chunk open() {
        Chunk last = chunks.peekLast();
        if (last == null || last.isFull()) {
            int bytes = FIRST_BYTES;
            if (last != null) {
                bytes = last.used();
                last.close();
                closedBytes += last.bytes();
            }
            last = new Chunk(end, bytes);
            chunks.addLast(last);
        }
        return last;
    }

    private void trim() {
        long from = Math.max(first, end - mostLines);
        while (chunks.size() > 1 && (bytes() > mostBytes || chunkEnd() <= from)) {
            Chunk gone = chunks.removeFirst();
            closedBytes -= gone.bytes();
            from = Math.max(from, chunks.getFirst().first);
        }
        dropped += from - first;
        first = from;
    }

    private long chunkEnd() {
        Chunk oldest = chunks.getFirst();
        return oldest.first + oldest.count();
    }

    private long bytes() {
        Chunk last = chunks.peekLast();
        return closedBytes + (last == null ? 0 : last.bytes());
    }

    /// The log as it is now.
    public synchronized LogWindow window() {
        return new LogWindow(sources, levels, chunks.toArray(Chunk[]::new), first, end, dropped, bytes());
    }

    /// Forgets every line that there is. The person wanted that, so they do not count as dropped.
    public synchronized void clear() {
        chunks.clear();
        closedBytes = 0;
        first = end;
    }

    /// Holds that many lines from now on.
    public synchronized void mostLines(int lines) {
        if (lines < 1) {
            throw new IllegalArgumentException("a log of " + lines + " lines");
        }
        mostLines = lines;
        trim();
    }

    /// How many lines it may hold.
    public synchronized int mostLines() {
        return mostLines;
    }

    /// Is run on the thread that added a line, after each, until the subscription is closed: it must return at once.
    public Subscription onLine(Runnable hearer) {
        hearers.add(hearer);
        return () -> hearers.remove(hearer);
    }
}
