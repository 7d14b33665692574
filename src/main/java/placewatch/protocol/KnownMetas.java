package placewatch.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which variable the text of a `meta` means. A server writes a variable's meta the same way each time, so most
/// notifies need no look into it, and always get the same key. One thread.
///
/// An open hash table over plain arrays: with ten thousand variables each step from object to object would be a wait
/// for memory.
final class KnownMetas {

    /// Beyond this all are forgotten and learned anew: a server gone wild must not fill the memory.
    static final int MOST = 50_000;

    /// The largest table, at least a third of it empty.
    private static final int LARGEST = 1 << 17;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private int[] hashes = new int[256];
    private byte[][] texts = new byte[256][];
    private @Nullable StatusKey[] keys = new StatusKey[256];
    private int size;

    /// Null if it was never learned.
    @Nullable StatusKey find(byte[] bytes, int start, int end) {
        int hash = hash(bytes, start, end);
        int mask = hashes.length - 1;
        for (int slot = hash & mask; keys[slot] != null; slot = slot + 1 & mask) {
            if (hashes[slot] == hash && Arrays.equals(texts[slot], 0, texts[slot].length, bytes, start, end)) {
                return keys[slot];
            }
        }
        return null;
    }

    /// Learns what was not found.
    void learn(byte[] bytes, int start, int end, StatusKey key) {
        if (size >= MOST) {
            hashes = new int[256];
            texts = new byte[256][];
            keys = new StatusKey[256];
            size = 0;
        } else if (size * 3 > hashes.length && hashes.length < LARGEST) {
            grow();
        }
        put(hash(bytes, start, end), Arrays.copyOfRange(bytes, start, end), key);
    }

    private void grow() {
        int[] oldHashes = hashes;
        byte[][] oldTexts = texts;
        @Nullable StatusKey[] oldKeys = keys;
        hashes = new int[2 * oldHashes.length];
        texts = new byte[hashes.length][];
        keys = new StatusKey[hashes.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            StatusKey key = oldKeys[i];
            if (key != null) {
                put(oldHashes[i], oldTexts[i], key);
            }
        }
    }

    private void put(int hash, byte[] text, StatusKey key) {
        int mask = hashes.length - 1;
        int slot = hash & mask;
        while (keys[slot] != null) {
            slot = slot + 1 & mask;
        }
        hashes[slot] = hash;
        texts[slot] = text;
        keys[slot] = key;
        size++;
    }

    private static int hash(byte[] bytes, int start, int end) {
        long mixed = end - start;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            mixed = (mixed ^ (long) LONGS.get(bytes, at)) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 32;
        }
        for (; at < end; at++) {
            mixed = (mixed ^ bytes[at]) * 0x9E3779B97F4A7C15L;
        }
        return (int) (mixed ^ mixed >>> 29);
    }
}
