package placewatch.model.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The values of one series with their times, in the order of arrival: a value holds until the next, and after a gap
/// nothing is known until the next. Bounded: the oldest go first and are counted. One thread writes and reads; another
/// gets a [#copy].
///
/// A point takes 16 bytes, in chunks; the least and the greatest of every 64 points and of every chunk are kept beside
/// them, so that those of any stretch are found with a few steps.
public final class Points {

    /// Points that are kept of one series: more than five hours of a hundred changes a second.
    public static final int MOST = 2_000_000;

    static final int CHUNK = 4_096;
    private static final int BLOCK = 64;

    private static final class Chunk {
        private long[] times = new long[BLOCK];
        private double[] values = new double[BLOCK];
        private final double[] low = new double[CHUNK / BLOCK];
        private final double[] high = new double[CHUNK / BLOCK];
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;
        private int size;

        Chunk() {
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
        }

        Chunk(Chunk other) {
            times = other.times.clone();
            values = other.values.clone();
            System.arraycopy(other.low, 0, low, 0, low.length);
            System.arraycopy(other.high, 0, high, 0, high.length);
            least = other.least;
            greatest = other.greatest;
            size = other.size;
        }

        void add(long time, double value) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            times[size] = time;
            values[size] = value;
            widen(size / BLOCK, value);
            size++;
        }

        private void widen(int block, double value) {
            if (!Double.isNaN(value)) {
                low[block] = Math.min(low[block], value);
                high[block] = Math.max(high[block], value);
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }

        void replaceLast(double value) {
            values[size - 1] = value;
            least = Double.POSITIVE_INFINITY;
            greatest = Double.NEGATIVE_INFINITY;
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
            for (int i = 0; i < size; i++) {
                widen(i / BLOCK, values[i]);
            }
        }

        int known() {
            int known = 0;
            for (int i = 0; i < size; i++) {
                known += Double.isNaN(values[i]) ? 0 : 1;
            }
            return known;
        }
    }

    /// The least and the greatest of a stretch; infinite the wrong way round for one without values.
    static final class Extremes {
        private double low;
        private double high;

        double low() {
            return low;
        }

        double high() {
            return high;
        }

        void reset() {
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
        }

        private void widen(double least, double greatest) {
            low = Math.min(low, least);
            high = Math.max(high, greatest);
        }
    }

    private final int most;
    private final List<Chunk> chunks = new ArrayList<>();
    private int size;
    private long gone;
    private int dropped;

    public Points() {
        this(MOST);
    }

    Points(int most) {
        this.most = most;
    }

    /// A value from that moment on.
    ///
    /// @param time  milliseconds since 1970; one before the latest counts as the latest's, as a clock may be set back
    /// @param value a finite number
    public void add(long time, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no point has the value " + value);
        }
        append(time, value);
    }

    /// From that moment on nothing is known. Does nothing where nothing is known already.
    public void gap(long time) {
        if (isKnown()) {
            append(time, Double.NaN);
        }
    }

    private void append(long time, double value) {
        if (size == chunks.size() * CHUNK) {
            chunks.add(new Chunk());
        }
        chunks.getLast().add(size == 0 ? time : Math.max(time, lastTime()), value);
        size++;
        if (size > most) {
            gone += chunks.removeFirst().known();
            size -= CHUNK;
            dropped++;
        }
    }

    /// The latest point was misread: it has this value, or none.
    ///
    /// @param value NaN for a gap
    void replaceLast(double value) {
        if (size > 0) {
            chunks.getLast().replaceLast(value);
        }
    }

    /// As it is now, for another thread. What is full already is shared.
    public Points copy() {
        Points copy = new Points(most);
        copy.chunks.addAll(chunks);
        if (!chunks.isEmpty()) {
            copy.chunks.set(chunks.size() - 1, new Chunk(chunks.getLast()));
        }
        copy.size = size;
        copy.gone = gone;
        copy.dropped = dropped;
        return copy;
    }

    /// Points that are kept, gaps included.
    public int size() {
        return size;
    }

    /// Values that had to make room.
    public long gone() {
        return gone;
    }

    /// Moves whenever the oldest points made room: others have their places then.
    int dropped() {
        return dropped;
    }

    /// Whether a value stands now.
    public boolean isKnown() {
        return size > 0 && !Double.isNaN(value(size - 1));
    }

    /// Milliseconds since 1970.
    public long time(int index) {
        return chunks.get(index / CHUNK).times[index % CHUNK];
    }

    /// NaN where a gap begins.
    public double value(int index) {
        return chunks.get(index / CHUNK).values[index % CHUNK];
    }

    public long firstTime() {
        return time(0);
    }

    public long lastTime() {
        return time(size - 1);
    }

    /// The first point at that moment or later; [#size] if there is none.
    public int firstFrom(long time) {
        return firstFrom(time, 0);
    }

    /// @param start every point before this one is earlier
    int firstFrom(long time, int start) {
        int low = start;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (time(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The point that holds at that moment; -1 before the first.
    public int holding(long time) {
        return firstFrom(time + 1) - 1;
    }

    /// Widens to the values of the points from `from` to before `to`.
    void extremes(int from, int to, Extremes into) {
        int at = from;
        while (at < to) {
            Chunk chunk = chunks.get(at / CHUNK);
            int inside = at % CHUNK;
            if (inside == 0 && to - at >= CHUNK) {
                into.widen(chunk.least, chunk.greatest);
                at += CHUNK;
            } else if (inside % BLOCK == 0 && to - at >= BLOCK) {
                into.widen(chunk.low[inside / BLOCK], chunk.high[inside / BLOCK]);
                at += BLOCK;
            } else {
                int end = Math.min(to, at + BLOCK - inside % BLOCK);
                for (int i = inside; i < inside + end - at; i++) {
                    double value = chunk.values[i];
                    // false for NaN
                    if (value < into.low) {
                        into.low = value;
                    }
                    if (value > into.high) {
                        into.high = value;
                    }
                }
                at = end;
            }
        }
    }
}
