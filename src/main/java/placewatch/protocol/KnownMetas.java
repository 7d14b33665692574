package placewatch.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which variable the text of a `meta` means. A server writes a variable's meta the same way each time, so most
/// notifies need no look into it: its bytes are compared with those that were looked into once. Variables are numbered
/// from 0 in the order in which they are learned. One thread.
///
/// A table over few plain arrays: with ten thousand variables each step from object to object would be a wait for
/// memory. For the same reason what the metas of one module have in common is kept once, and of each only the rest.
final class KnownMetas {

    /// Beyond this all are forgotten and learned anew: a server gone wild must not fill the memory.
    static final int MOST = 50_000;

    /// A longer one is looked into each time.
    private static final int LONGEST = 1_000;

    private static final int FIRST_TABLE = 256;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /// The hash in the high half, the number and one in the low half; 0 is free. At least a third is free.
    private long[] table = new long[FIRST_TABLE];
    private final Map<String, Integer> beginningNumbers = new HashMap<>();
    private final List<byte[]> beginnings = new ArrayList<>();
    private int[] beginningOf = new int[FIRST_TABLE];
    private byte[] rests = new byte[8 * 1024];
    private int[] ends = new int[FIRST_TABLE];
    private StatusKey[] keys = new StatusKey[FIRST_TABLE];
    // what was found after each of them
    private int[] next = new int[FIRST_TABLE];
    private int last;
    private int size;
    private int generation;
    // of the text that was hashed last
    private int end;

    /// The number of the variable whose meta begins at `start`; -1 if no such text was learned. What followed the last
    /// one before is looked at first: a driver tells its variables in the same order each time it has asked its device.
    int find(byte[] bytes, int start, int limit) {
        int guess = next[last];
        if (guess < size && begins(guess, bytes, start, limit)) {
            end = start + length(guess);
            last = guess;
            return guess;
        }
        long hash = hash(bytes, start, limit);
        if (end < 0) {
            return -1;
        }
        int mask = table.length - 1;
        for (int slot = (int) hash & mask; table[slot] != 0; slot = slot + 1 & mask) {
            if ((table[slot] ^ hash) >>> 32 == 0) {
                int number = (int) table[slot] - 1;
                if (start + length(number) == end && begins(number, bytes, start, end)) {
                    next[last] = number;
                    last = number;
                    return number;
                }
            }
        }
        return -1;
    }

    /// Whether a learned text stands there. Its first closing brace being its last character, it is all of the meta.
    private boolean begins(int number, byte[] bytes, int start, int limit) {
        byte[] beginning = beginnings.get(beginningOf[number]);
        int rest = start + beginning.length;
        int from = begin(number);
        int to = ends[number];
        return rest + to - from <= limit
                && Arrays.equals(beginning, 0, beginning.length, bytes, start, rest)
                && Arrays.equals(rests, from, to, bytes, rest, rest + to - from);
    }

    private int length(int number) {
        return beginnings.get(beginningOf[number]).length + ends[number] - begin(number);
    }

    /// Where the text that was just found ends.
    int end() {
        return end;
    }

    /// Moves on when all are forgotten.
    int generation() {
        return generation;
    }

    StatusKey key(int number) {
        return keys[number];
    }

    /// Learns what was not found, if its first closing brace is its last character, as of nearly all.
    void learn(byte[] bytes, int start, int limit, StatusKey key) {
        long hash = hash(bytes, start, limit);
        if (end != limit || limit - start > LONGEST) {
            return;
        }
        if (size == MOST) {
            table = new long[FIRST_TABLE];
            size = 0;
            last = 0;
            beginnings.clear();
            beginningNumbers.clear();
            generation++;
        }
        int rest = lastColon(bytes, start, limit);
        int from = begin(size);
        int to = from + limit - rest;
        if (to > rests.length) {
            rests = Arrays.copyOf(rests, Math.max(to, 2 * rests.length));
        }
        System.arraycopy(bytes, rest, rests, from, limit - rest);
        if (size == keys.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            beginningOf = Arrays.copyOf(beginningOf, 2 * size);
            keys = Arrays.copyOf(keys, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
        }
        ends[size] = to;
        beginningOf[size] = beginning(bytes, start, rest);
        keys[size] = key;
        size++;
        if (size * 3 > table.length * 2) {
            grow();
        }
        put(hash & -1L << 32 | size, (int) hash);
    }

    /// Before the value of the last member, which is mostly the variable's name.
    private static int lastColon(byte[] bytes, int start, int limit) {
        int at = limit - 1;
        while (at > start && bytes[at] != ':') {
            at--;
        }
        return at;
    }

    private int beginning(byte[] bytes, int start, int limit) {
        return beginningNumbers.computeIfAbsent(
                new String(bytes, start, limit - start, StandardCharsets.ISO_8859_1), _ -> {
                    beginnings.add(Arrays.copyOfRange(bytes, start, limit));
                    return beginnings.size() - 1;
                });
    }

    private byte[] text(int number) {
        byte[] beginning = beginnings.get(beginningOf[number]);
        int rest = ends[number] - begin(number);
        byte[] text = Arrays.copyOf(beginning, beginning.length + rest);
        System.arraycopy(rests, begin(number), text, beginning.length, rest);
        return text;
    }

    private int begin(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private void grow() {
        table = new long[2 * table.length];
        for (int number = 0; number < size - 1; number++) {
            byte[] text = text(number);
            long hash = hash(text, 0, text.length);
            put(hash & -1L << 32 | number + 1, (int) hash);
        }
    }

    private void put(long entry, int hash) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) {
            slot = slot + 1 & mask;
        }
        table[slot] = entry;
    }

    /// Of the text up to its first closing brace, eight bytes at a time; its end becomes [#end], -1 if there is none.
    private long hash(byte[] bytes, int start, int limit) {
        long mixed = 0;
        int at = start;
        for (; at + Long.BYTES <= limit; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            long braces = eight ^ '}' * EACH;
            long found = braces - EACH & ~braces & HIGH;
            if (found != 0) {
                int before = Long.numberOfTrailingZeros(found) >>> 3;
                end = at + before + 1;
                return mixed((mixed ^ eight & (1L << 8 * before) - 1) + before);
            }
            mixed = mixed(mixed ^ eight);
        }
        int before = 0;
        long rest = 0;
        while (at + before < limit && bytes[at + before] != '}') {
            rest |= (bytes[at + before] & 0xFFL) << 8 * before;
            before++;
        }
        end = at + before < limit ? at + before + 1 : -1;
        return mixed((mixed ^ rest) + before);
    }

    private static long mixed(long bits) {
        long mixed = bits * MIX;
        return mixed ^ mixed >>> 32;
    }
}
