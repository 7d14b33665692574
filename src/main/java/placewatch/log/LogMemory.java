package placewatch.log;

/// What a ring of so many lines takes in memory, about. Any thread.
///
/// @param basis what the estimate goes by
public record LogMemory(long bytes, Basis basis) {

    /// A message of a driver as they usually are, with what stands beside it.
    private static final int USUAL_LINE = 120;

    /// Before that many, what was set aside for lines to come weighs more than the lines.
    private static final int ENOUGH_TO_GO_BY = 2 * Chunk.LINES;

    public enum Basis {
        /// The lines that have come so far.
        WHAT_CAME,
        /// A usual line, as too few have come.
        USUAL_LINES
    }

    public static LogMemory of(LogWindow sofar, long lines) {
        if (lines < 0) {
            throw new IllegalArgumentException("a ring of " + lines + " lines");
        }
        return sofar.size() < ENOUGH_TO_GO_BY ? new LogMemory(lines * USUAL_LINE, Basis.USUAL_LINES)
                : new LogMemory(Math.round((double) sofar.bytes() / sofar.size() * lines), Basis.WHAT_CAME);
    }
}
