package placewatch.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Notifies that came in one piece, in order, where they lie in its bytes: most of what a busy server sends is read
/// without an object for each. Good until the next frame is read, or those bytes are somebody else's again. One thread.
public final class Notifies {

    private static final byte[] NONE = {};

    private final KnownMetas metas;
    private byte[] bytes = NONE;
    private int[] numbers = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    Notifies(KnownMetas metas) {
        this.metas = metas;
    }

    public int size() {
        return size;
    }

    /// A small number that goes with the key: the same again means the same key, within a [#generation].
    public int number(int i) {
        return numbers[i];
    }

    public StatusKey key(int i) {
        return metas.key(numbers[i]);
    }

    /// The value as JSON text, exactly as it stood in the frame.
    public String value(int i) {
        return new String(bytes, starts[i], ends[i] - starts[i], StandardCharsets.ISO_8859_1);
    }

    /// How long the value is, in characters and in bytes: it is ASCII.
    public int length(int i) {
        return ends[i] - starts[i];
    }

    /// Copies the value's bytes.
    public void copy(int i, byte[] to, int at) {
        System.arraycopy(bytes, starts[i], to, at, ends[i] - starts[i]);
    }

    /// Moves on when the numbers begin anew and mean other keys.
    public int generation() {
        return metas.generation();
    }

    public void clear() {
        size = 0;
        bytes = NONE;
    }

    /// Whether what lies in `others` can follow what was gathered.
    boolean takesFrom(byte[] others) {
        return size == 0 || others == bytes;
    }

    /// @param start where an ASCII value starts
    void add(byte[] from, int start, int end, int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        if (size == 0) {
            bytes = from;
        }
        numbers[size] = number;
        starts[size] = start;
        ends[size] = end;
        size++;
    }
}
