package placewatch.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Stands at one line after the other without making an object for any. For one thread; the arrays that it shows are
/// the store's own and are not to be written to.
public final class LogCursor {

    private final Names<LogSource> sources;
    private final Names<String> levels;
    private Chunk chunk;
    private int index;

    LogCursor(Names<LogSource> sources, Names<String> levels, Chunk chunk) {
        this.sources = sources;
        this.levels = levels;
        this.chunk = chunk;
    }

    void at(Chunk in, int line) {
        chunk = in;
        index = line;
    }

    public long number() {
        return chunk.first + index;
    }

    /// When the line came, in microseconds since 1970.
    public long micros() {
        return chunk.micros(index);
    }

    public Instant at() {
        return chunk.at(index);
    }

    public LogSource source() {
        return sources.name(chunk.source(index));
    }

    /// A small number that stands for [#source] in this store: what depends on the source alone is worked out once.
    public int sourceNumber() {
        return chunk.source(index);
    }

    public String level() {
        return levels.name(chunk.level(index));
    }

    /// A small number that stands for [#level] in this store.
    public int levelNumber() {
        return chunk.level(index);
    }

    public LogEntry.Kind kind() {
        return KINDS[chunk.kind(index)];
    }

    private static final LogEntry.Kind[] KINDS = LogEntry.Kind.values();

    /// Holds the text, as UTF-8, between [#from] and [#to].
    public byte[] bytes() {
        return chunk.text();
    }

    public int from() {
        return chunk.from(index);
    }

    public int to() {
        return chunk.to(index);
    }

    public String text() {
        int from = from();
        return new String(bytes(), from, to() - from, StandardCharsets.UTF_8);
    }

    public LogEntry entry() {
        return new LogEntry(number(), at(), source(), kind(), level(), text());
    }
}
