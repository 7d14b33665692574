package placewatch.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A text to be looked for; capitals or not is all the same. One of ASCII letters is looked for in a line's bytes,
/// eight places at a time, without making a text of them. Immutable; any thread.
final class Needle {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private final String folded;
    private final boolean ascii;
    private final byte[] letters;

    /// What a byte of the line is or-ed with before it is held against a letter: makes a small letter of a capital.
    private final byte[] small;

    /// @param wanted one character at least
    Needle(String wanted) {
        folded = Fold.fold(wanted);
        ascii = folded.chars().allMatch(c -> c < 128);
        letters = folded.getBytes(StandardCharsets.UTF_8);
        small = new byte[letters.length];
        for (int i = 0; i < letters.length; i++) {
            small[i] = letters[i] >= 'a' && letters[i] <= 'z' ? (byte) 0x20 : 0;
        }
    }

    boolean isAscii() {
        return ascii;
    }

    int length() {
        return folded.length();
    }

    /// Whether it occurs in UTF-8 between two places. Only for one that is ASCII.
    boolean isIn(byte[] utf8, int from, int to) {
        int last = letters.length - 1;
        int end = to - last;
        long first8 = ONES * letters[0];
        long firstSmall = ONES * small[0];
        long last8 = ONES * letters[last];
        long lastSmall = ONES * small[last];
        int at = from;
        // reads on into the next lines and what stands behind them; what is found there does not count
        int safe = Math.min(end, utf8.length - last - 7);
        for (; at < safe; at += 8) {
            long differ = ((long) EIGHT.get(utf8, at) | firstSmall) ^ first8
                    | ((long) EIGHT.get(utf8, at + last) | lastSmall) ^ last8;
            long zeros = differ - ONES & ~differ & TOPS;
            while (zeros != 0) {
                int place = at + (Long.numberOfTrailingZeros(zeros) >>> 3);
                if (place < end && standsAt(utf8, place)) {
                    return true;
                }
                zeros &= zeros - 1;
            }
        }
        for (; at < end; at++) {
            if (standsAt(utf8, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean standsAt(byte[] utf8, int place) {
        for (int i = 0; i < letters.length; i++) {
            if ((utf8[place + i] | small[i]) != letters[i]) {
                return false;
            }
        }
        return true;
    }

    /// Where it occurs first in a text, not before a place; -1 if it does not.
    int in(String text, int from) {
        char first = folded.charAt(0);
        int end = text.length() - folded.length();
        for (int at = from; at <= end; at++) {
            if (Fold.fold(text.charAt(at)) == first && standsAt(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean standsAt(String text, int place) {
        for (int i = 1; i < folded.length(); i++) {
            if (Fold.fold(text.charAt(place + i)) != folded.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
