package placewatch.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which variable the text of a `meta` means. A server writes a variable's meta the same way each time, so most
/// notifies need no look into it. One thread.
final class KnownMetas {

    /// Beyond this all are forgotten and learned anew: a server gone wild must not fill the memory.
    static final int MOST = 65_536;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// A text in somebody's bytes: to look up with, or with bytes of its own to be kept.
    private static final class Text {
        private byte[] bytes = {};
        private int start;
        private int end;
        private int hash;

        void is(byte[] of, int from, int to) {
            bytes = of;
            start = from;
            end = to;
            long mixed = to - from;
            int at = from;
            for (; at + Long.BYTES <= to; at += Long.BYTES) {
                mixed = (mixed ^ (long) LONGS.get(of, at)) * 0x9E3779B97F4A7C15L;
                mixed ^= mixed >>> 32;
            }
            for (; at < to; at++) {
                mixed = (mixed ^ of[at]) * 0x9E3779B97F4A7C15L;
            }
            hash = (int) (mixed ^ mixed >>> 32);
        }

        Text kept() {
            Text kept = new Text();
            kept.bytes = Arrays.copyOfRange(bytes, start, end);
            kept.end = end - start;
            kept.hash = hash;
            return kept;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text text && hash == text.hash
                    && Arrays.equals(bytes, start, end, text.bytes, text.start, text.end);
        }
    }

    private final Map<Text, StatusKey> known = new HashMap<>();
    private final Text asked = new Text();

    /// Empty if it was never learned.
    Optional<StatusKey> find(byte[] bytes, int start, int end) {
        asked.is(bytes, start, end);
        return Optional.ofNullable(known.get(asked));
    }

    /// Learns what was just asked for in vain.
    void learn(StatusKey key) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(asked.kept(), key);
    }
}
