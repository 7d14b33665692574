package placewatch.log;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/// The lines that were wanted at a moment, by their place among them. Never changes, and keeps its lines readable after
/// they have left the ring. Any thread.
public final class FilteredLines {

    private final LogQuestion question;
    private final LogWindow window;
    private final Part[] parts;
    private final int[] counts;

    /// The place of each part's first line, were none of the first part skipped; one more than parts.
    private final long[] starts;
    private final int skipped;
    private final long searchedFrom;
    private final long givenUp;

    FilteredLines(LogQuestion question, LogWindow window, List<Part> found, long searchedFrom,
            long givenUp) {
        this.question = question;
        this.window = window;
        this.givenUp = givenUp;
        this.searchedFrom = Math.max(searchedFrom, window.first());
        parts = found.stream().filter(part -> part.count() > 0).toArray(Part[]::new);
        counts = new int[parts.length];
        starts = new long[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            counts[i] = parts[i].count();
            starts[i + 1] = starts[i] + counts[i];
        }
        skipped = parts.length == 0 ? 0 : parts[0].below(window.first(), counts[0]);
    }

    /// None, of nothing.
    static FilteredLines none(LogQuestion question, LogWindow window) {
        return new FilteredLines(question, window, List.of(), window.end(), 0);
    }

    /// What these lines are the answer to.
    public LogQuestion question() {
        return question;
    }

    /// All lines, wanted or not, of that moment.
    public LogWindow window() {
        return window;
    }

    public long size() {
        return starts[parts.length] - skipped;
    }

    /// Whether every line of the window was looked at.
    public boolean isComplete() {
        return searchedFrom <= window.first();
    }

    /// Lines that are among them although an expression of the filter took too long on them, so that nobody knows.
    public long givenUp() {
        return givenUp;
    }

    /// How much of the window was looked at, from 0 to 1.
    public double searched() {
        return window.size() == 0 ? 1 : (double) (window.end() - searchedFrom) / window.size();
    }

    private int partOf(long place) {
        int found = Arrays.binarySearch(starts, 0, parts.length, place);
        return found >= 0 ? found : -found - 2;
    }

    /// The number of the line at that place, counted from 0.
    public long number(long index) {
        check(index);
        long place = index + skipped;
        int part = partOf(place);
        return parts[part].number((int) (place - starts[part]));
    }

    /// The line at that place, counted from 0.
    public LogEntry entry(long index) {
        LogCursor cursor = cursor();
        moveTo(cursor, index);
        return cursor.entry();
    }

    public LogCursor cursor() {
        return window.cursor();
    }

    /// Moves a cursor of this log to the line at that place.
    public void moveTo(LogCursor cursor, long index) {
        check(index);
        long place = index + skipped;
        int part = partOf(place);
        cursor.at(parts[part].chunk, parts[part].place((int) (place - starts[part])));
    }

    private void check(long index) {
        if (index < 0 || index >= size()) {
            throw new NoSuchElementException(index + " of " + size() + " lines");
        }
    }

    /// How many wanted lines have smaller numbers: the place of that line, or of the next one after it.
    public long indexOf(long number) {
        int low = 0;
        int high = parts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            Part part = parts[middle];
            if (part.number(counts[middle] - 1) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        long place = low == parts.length ? starts[low] : starts[low] + parts[low].below(number, counts[low]);
        return Math.max(0, place - skipped);
    }

    /// Whether the line of that number is among them.
    public boolean has(long number) {
        long index = indexOf(number);
        return index < size() && number(index) == number;
    }

    /// The numbers of the lines from one place up to but not including another.
    public LongStream numbers(long from, long to) {
        return LongStream.range(from, to).map(this::number);
    }

    /// The place of the first line from a place on, that one included, that a test takes. In one direction or the
    /// other; may look at each line.
    public OptionalLong find(long from, Direction direction, LineChoice test) {
        if (from < 0 || from >= size()) {
            return OptionalLong.empty();
        }
        LogCursor cursor = cursor();
        int part = partOf(from + skipped);
        int at = (int) (from + skipped - starts[part]);
        while (part >= 0 && part < parts.length) {
            int least = part == 0 ? skipped : 0;
            for (; at >= least && at < counts[part]; at += direction.step) {
                cursor.at(parts[part].chunk, parts[part].place(at));
                if (test.takes(cursor)) {
                    return OptionalLong.of(starts[part] + at - skipped);
                }
            }
            part += direction.step;
            at = direction == Direction.DOWN || part < 0 ? 0 : counts[part] - 1;
        }
        return OptionalLong.empty();
    }

    /// How many a test takes. Looks at each line.
    public long count(LineChoice test) {
        long count = 0;
        LogCursor cursor = cursor();
        for (long index = 0; index < size(); index++) {
            moveTo(cursor, index);
            if (test.takes(cursor)) {
                count++;
            }
        }
        return count;
    }

    /// A test of the words for levels, each looked at once.
    public static LineChoice ofLevel(Predicate<Severity> wanted) {
        return new LevelTest(wanted);
    }

    /// Which way somebody looks.
    public enum Direction {
        DOWN(1), UP(-1);

        private final int step;

        Direction(int step) {
            this.step = step;
        }
    }
}
