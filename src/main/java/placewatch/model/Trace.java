package placewatch.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How one variable went over the last minutes, coarse enough to be kept for every variable: for numbers the lowest,
/// highest and last value of every few seconds, so that peaks stay; for booleans the same with 0 and 1; for short texts
/// a number per text. Nothing stands where the connection was down or the module stopped. One thread.
public final class Trace {

    /// Seconds in a slot.
    public static final int SECONDS = 4;

    /// Slots in the picture: five minutes.
    public static final int SLOTS = 75;

    /// Texts that are told apart; further ones take the place of the oldest.
    public static final int TEXTS = 6;

    /// A longer text is no state that comes and goes.
    private static final int LONGEST_TEXT = 40;

    /// As many digits fit into a `long`.
    private static final int PLAIN_DIGITS = 18;

    /// What the picture is of.
    public enum Kind { NOTHING, NUMBER, BOOLEAN, TEXT }

    private static final float[] NONE = new float[0];

    private Kind kind = Kind.NOTHING;
    private float[] low = NONE;
    private float[] high = NONE;
    private float[] last = NONE;
    private boolean[] broken = new boolean[0];
    private String[] texts = new String[0];
    private int textsSeen;
    private long slot;
    private float holds = Float.NaN;
    private @Nullable String text;
    private @Nullable String textBefore;
    private long textChangedSlot;
    private long version;

    /// A value stands since that second.
    void value(StatusValue.Kind of, String json, long second) {
        Kind next = switch (of) {
            case NUMBER -> Kind.NUMBER;
            case BOOLEAN -> Kind.BOOLEAN;
            case STRING -> json.length() <= LONGEST_TEXT ? Kind.TEXT : Kind.NOTHING;
            case OBJECT, ARRAY -> Kind.NOTHING;
            // a sensor says null while it does not know
            case NULL -> kind;
        };
        if (next != kind) {
            begin(next, second);
        }
        if (kind == Kind.NOTHING) {
            return;
        }
        float number = of == StatusValue.Kind.NULL ? Float.NaN : number(json, second);
        if (Float.isNaN(number)) {
            stop(second);
            return;
        }
        advance(second);
        int at = index(slot);
        low[at] = Float.isNaN(low[at]) ? number : Math.min(low[at], number);
        high[at] = Float.isNaN(high[at]) ? number : Math.max(high[at], number);
        last[at] = number;
        holds = number;
        version++;
    }

    /// From that second on it is not known how it goes.
    void stop(long second) {
        if (kind != Kind.NOTHING && !Float.isNaN(holds)) {
            advance(second);
            holds = Float.NaN;
            broken[index(slot)] = true;
            version++;
        }
    }

    /// It is another module's variable from now on.
    void clear() {
        begin(Kind.NOTHING, 0);
    }

    private void begin(Kind next, long second) {
        kind = next;
        version++;
        holds = Float.NaN;
        text = null;
        textBefore = null;
        textsSeen = 0;
        slot = Math.floorDiv(second, SECONDS);
        if (next == Kind.NOTHING) {
            low = NONE;
            high = NONE;
            last = NONE;
            return;
        }
        if (low.length == 0) {
            low = new float[SLOTS];
            high = new float[SLOTS];
            last = new float[SLOTS];
            broken = new boolean[SLOTS];
        }
        texts = next == Kind.TEXT ? new String[TEXTS] : new String[0];
        Arrays.fill(low, Float.NaN);
        Arrays.fill(high, Float.NaN);
        Arrays.fill(last, Float.NaN);
        Arrays.fill(broken, false);
    }

    private float number(String json, long second) {
        return switch (kind) {
            case NUMBER -> finite(json);
            case BOOLEAN -> json.strip().equals("true") ? 1 : 0;
            case TEXT -> textNumber(json, second);
            case NOTHING -> Float.NaN;
        };
    }

    private static float finite(String json) {
        int length = json.length();
        if (length <= PLAIN_DIGITS) {
            long plain = plain(json, length);
            if (plain >= 0) {
                return plain;
            }
        }
        float number = Float.parseFloat(json);
        return Float.isInfinite(number) ? Float.NaN : number;
    }

    /// A number of digits only, which most are, and of each change of which the general way would take ten times as
    /// long; less than 0 for any other.
    private static long plain(String json, int length) {
        long number = length == 0 ? -1 : 0;
        for (int i = 0; i < length; i++) {
            int digit = json.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private int textNumber(String json, long second) {
        if (!json.equals(text)) {
            textBefore = text;
            text = json;
            textChangedSlot = Math.floorDiv(second, SECONDS);
        }
        for (int i = 0; i < Math.min(textsSeen, TEXTS); i++) {
            if (json.equals(texts[i])) {
                return i;
            }
        }
        int free = textsSeen++ % TEXTS;
        texts[free] = json;
        return free;
    }

    /// Moves the picture on to that second: what stands goes on standing.
    public void advance(long second) {
        long to = Math.floorDiv(second, SECONDS);
        if (kind == Kind.NOTHING || to <= slot) {
            return;
        }
        for (long next = Math.max(slot + 1, to - SLOTS + 1); next <= to; next++) {
            int at = index(next);
            low[at] = holds;
            high[at] = holds;
            last[at] = holds;
            broken[at] = false;
        }
        slot = to;
        version++;
    }

    private static int index(long slot) {
        return Math.floorMod(slot, SLOTS);
    }

    private int shown(int i) {
        return index(slot - SLOTS + 1 + i);
    }

    public Kind kind() {
        return kind;
    }

    /// Moves with everything that changes the picture.
    public long version() {
        return version;
    }

    /// The lowest of slot `i`, where 0 is the oldest and `SLOTS - 1` the present one; not a number where nothing is
    /// known.
    public float low(int i) {
        return low[shown(i)];
    }

    public float high(int i) {
        return high[shown(i)];
    }

    public float last(int i) {
        return last[shown(i)];
    }

    /// Whether the line is interrupted within slot `i`, so that it must not be drawn on to the next.
    public boolean broken(int i) {
        return broken[shown(i)];
    }

    /// The text before the present one and the present one as JSON, if that change is within the picture; else empty.
    public String lastTextChange() {
        return textBefore != null && text != null && textChangedSlot > slot - SLOTS
                ? content(textBefore) + " → " + content(text) : "";
    }

    private static String content(String json) {
        String bare = json.strip();
        return bare.length() >= 2 && bare.indexOf('\\') < 0 ? bare.substring(1, bare.length() - 1) : bare;
    }
}
