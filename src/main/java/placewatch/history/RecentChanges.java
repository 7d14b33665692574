package placewatch.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The latest changes of one variable with their times, every one that arrived, and what interrupted them. Bounded:
/// the oldest go first, and how many went is counted. Any thread; a call holds the lock for a few
/// microseconds at most, or some tens if two hundred values are still on the tape.
///
/// There are ten thousand of it, so that entries lie as bytes in a ring: the time since the entry before in
/// microseconds, a head, the text. A number takes about ten bytes. With a [Track], the latest values may still be on its
/// tape; they are fetched when somebody asks for them.
public final class RecentChanges {

    /// Changes that are kept.
    public static final int KEPT = 200;

    /// A longer text is kept by its beginning of so many characters.
    public static final int WHOLE = 1_000;

    /// Texts that take more than this together go before there are [#KEPT] of them.
    static final int BYTES = 64 * 1024;

    /// Interruptions and values told again are no changes, yet must not grow without bound either.
    private static final int ENTRIES = 2 * KEPT;

    /// More interruptions than these do not wait for the values before them: those are fetched.
    private static final int MOST_WAITING = 16;

    private static final int WIDE = 1;
    private static final int CUT = 2;
    private static final int TOLD = 4;
    private static final int EVENT = 8;
    private static final int FLAGS = 4;
    private static final int LONGEST_HEAD = 10 + 5 + 5;

    /// What breaks the line of values.
    public enum Event { CONNECTION_LOST, CONNECTION_BACK, MODULE_STOPPED, MODULE_STARTED, REMAPPED }

    /// One thing that happened.
    public sealed interface Entry {

        /// To the microsecond.
        Instant at();

        /// A value arrived.
        ///
        /// @param text   its JSON text, or the beginning of it
        /// @param length of the whole text in characters
        /// @param told   the server only told again what was known, as it does after a reconnect
        record Value(Instant at, String text, int length, boolean told) implements Entry {

            /// Whether this is all of it.
            public boolean whole() {
                return text.length() == length;
            }
        }

        /// The line of values was interrupted, or goes on.
        record Break(Instant at, Event event) implements Entry { }
    }

    /// How far somebody has read.
    ///
    /// @param entries that had come by then
    /// @param rereads how often the latest of them had been put right by then
    public record Position(long entries, long rereads) {

        /// Nothing was read yet.
        public static final Position BEGINNING = new Position(0, 0);
    }

    /// What came since a position.
    ///
    /// @param entries   as much of it as is still kept, the oldest first
    /// @param missed    what came besides and is not kept any more
    /// @param position  up to where this is
    /// @param corrected the value before these was misread: the first of these is that value put right
    public record Since(List<Entry> entries, long missed, Position position, boolean corrected) { }

    /// An interruption whose place is behind values that are on the tape.
    ///
    /// @param position where the tape ended then
    private record Waiting(long position, Event event, long at) { }

    private byte[] ring = new byte[0];
    private int head;
    private int tail;
    private int used;
    private int entries;
    private int values;
    private long version;
    // values that ever came, but for those on the tape
    private long seen;
    private volatile @Nullable Track track;
    private final Deque<Waiting> waiting = new ArrayDeque<>(0);
    // times in microseconds since 1970: of the entry before the oldest, before the latest, of the latest
    private long before;
    private long beforeLatest;
    private long latest;
    private int latestStart = -1;
    private long rereads;
    // how many entries had come when the last of them was put right
    private long rereadAt = -1;

    /// A value arrived that is a change, or the first.
    public void value(String json, Instant at) {
        settle();
        append(json, Micros.of(at), 0);
    }

    /// The value that was known was told again.
    public void toldAgain(String json, Instant at) {
        settle();
        append(json, Micros.of(at), TOLD);
    }

    /// The latest value was misread and is this.
    public void reread(String json) {
        settle();
        replace(json, told());
    }

    private synchronized void replace(String json, long told) {
        if (latestStart < 0) {
            return;
        }
        long at = latest;
        int size = tail - latestStart;
        used -= size < 0 ? size + ring.length : size;
        tail = latestStart;
        latest = beforeLatest;
        entries--;
        values--;
        seen--;
        append(json, at, 0);
        rereads++;
        rereadAt = version + told - rereads;
    }

    /// The line of values is interrupted or goes on.
    public void event(Event event, Instant at) {
        Track source = track;
        if (source == null) {
            interrupt(event, Micros.of(at));
            return;
        }
        synchronized (source.tape()) {
            if (waiting.size() == MOST_WAITING) {
                settle();
            }
            if (source.isUnsettled()) {
                // to settle would take long: a lost connection interrupts ten thousand
                await(new Waiting(source.tape().position(), event, Micros.of(at)));
            } else {
                interrupt(event, Micros.of(at));
            }
        }
    }

    private synchronized void await(Waiting next) {
        waiting.add(next);
        version++;
    }

    private synchronized void interrupt(Event event, long at) {
        write(event, at);
        version++;
    }

    private void write(Event event, long at) {
        room(LONGEST_HEAD, 0);
        latestStart = -1;
        begin(at);
        number((long) event.ordinal() << FLAGS | EVENT);
        entries++;
    }

    /// The address means another module: what was told before was of another.
    public void remapped(Instant at) {
        settle();
        clear(told());
        event(Event.REMAPPED, at);
    }

    private synchronized void clear(long onTape) {
        ring = new byte[0];
        head = 0;
        tail = 0;
        used = 0;
        entries = 0;
        values = 0;
        seen = -onTape;
    }

    /// Moves with every entry.
    public long version() {
        long onTape = told();
        synchronized (this) {
            return version + onTape;
        }
    }

    /// Changes that had to make room.
    public long gone() {
        settle();
        long onTape = told();
        synchronized (this) {
            // what came between the two is not gone
            return Math.max(0, seen + onTape - values);
        }
    }

    /// Whether no value came yet, or none since the latest remap.
    public boolean isEmpty() {
        Track source = track;
        if (source != null && source.isUnsettled()) {
            return false;
        }
        synchronized (this) {
            return values == 0;
        }
    }

    /// Values come from that tape too from now on. Under the tape's lock.
    synchronized void attach(Track source) {
        track = source;
    }

    /// No more come from the tape, to which so many were written.
    synchronized void detach(long told) {
        track = null;
        seen += told;
        version += told;
        waiting.clear();
    }

    private long told() {
        Track source = track;
        return source == null ? 0 : source.told();
    }

    /// Fetches what is on the tape.
    private void settle() {
        Track source = track;
        if (source != null) {
            synchronized (source.tape()) {
                source.tape().settle(source);
                interruptedUntil(Long.MAX_VALUE);
            }
        }
    }

    /// The oldest value on the tape comes, with what interrupted the values before it.
    ///
    /// @param position its place on the tape
    synchronized void fromTape(byte[] bytes, int start, int length, long at, long position) {
        interruptedUntil(position);
        room(LONGEST_HEAD + length, 1);
        latestStart = tail;
        begin(at);
        number((long) length << FLAGS);
        int first = Math.min(length, ring.length - tail);
        System.arraycopy(bytes, start, ring, tail, first);
        System.arraycopy(bytes, start + first, ring, 0, length - first);
        tail = tail + length >= ring.length ? tail + length - ring.length : tail + length;
        used += length;
        entries++;
        values++;
    }

    private synchronized void interruptedUntil(long position) {
        while (!waiting.isEmpty() && waiting.getFirst().position <= position) {
            Waiting next = waiting.removeFirst();
            write(next.event, next.at);
        }
    }

    /// Everything that is kept, the oldest first.
    public List<Entry> entries() {
        settle();
        RecentChanges copy = copy();
        List<Entry> all = new ArrayList<>(copy.entries);
        long at = copy.before;
        Reader reader = new Reader(copy.ring, copy.head);
        for (int i = 0; i < copy.entries; i++) {
            at += reader.signed();
            all.add(reader.entry(Micros.instant(at)));
        }
        return all;
    }

    /// What came since somebody read the last time, in one step: what comes meanwhile is told the next time.
    public Since since(Position position) {
        Track source = track;
        if (source == null) {
            return since(position, 0);
        }
        synchronized (source.tape()) {
            settle();
            return since(position, told());
        }
    }

    private Since since(Position position, long onTape) {
        RecentChanges copy;
        Position now;
        boolean corrected;
        synchronized (this) {
            now = new Position(version + onTape - rereads, rereads);
            corrected = rereads != position.rereads && rereadAt == position.entries;
            if (now.equals(position)) {
                return new Since(List.of(), 0, now, false);
            }
            copy = copy();
        }
        long came = now.entries - position.entries + (corrected ? 1 : 0);
        int some = (int) Math.min(copy.entries, came);
        List<Entry> entries = new ArrayList<>(some);
        long at = copy.before;
        Reader reader = new Reader(copy.ring, copy.head);
        for (int i = 0; i < copy.entries; i++) {
            at += reader.signed();
            if (i < copy.entries - some) {
                reader.skip();
            } else {
                entries.add(reader.entry(Micros.instant(at)));
            }
        }
        return new Since(List.copyOf(entries), came - some, now, corrected && some == came);
    }

    /// Bytes held for entries.
    synchronized int bytes() {
        return ring.length;
    }

    private synchronized RecentChanges copy() {
        RecentChanges copy = new RecentChanges();
        copy.ring = ring.clone();
        copy.head = head;
        copy.entries = entries;
        copy.before = before;
        return copy;
    }

    private synchronized void append(String json, long at, int flags) {
        int length = json.length();
        int kept = length;
        int head = flags;
        if (length > WHOLE) {
            kept = Character.isHighSurrogate(json.charAt(WHOLE - 1)) ? WHOLE - 1 : WHOLE;
            head |= CUT;
        }
        if (wide(json, kept)) {
            head |= WIDE;
        }
        room(LONGEST_HEAD + ((head & WIDE) == 0 ? kept : 2 * kept), 1);
        latestStart = tail;
        begin(at);
        number((long) kept << FLAGS | head);
        if ((head & CUT) != 0) {
            number(length);
        }
        text(json, kept, (head & WIDE) != 0);
        entries++;
        values++;
        seen++;
        version++;
    }

    private static boolean wide(String json, int kept) {
        int all = 0;
        for (int i = 0; i < kept; i++) {
            all |= json.charAt(i);
        }
        return all > 0xFF;
    }

    private void begin(long at) {
        beforeLatest = latest;
        if (entries == 0) {
            before = at;
            beforeLatest = at;
        }
        long passed = at - beforeLatest;
        // a clock may be set back
        number(passed << 1 ^ passed >> 63);
        latest = at;
    }

    private void number(long number) {
        byte[] to = ring;
        int p = tail;
        long rest = number;
        int count = 1;
        while ((rest & ~0x7FL) != 0) {
            to[p] = (byte) (rest | 0x80);
            p = p + 1 == to.length ? 0 : p + 1;
            rest >>>= 7;
            count++;
        }
        to[p] = (byte) rest;
        tail = p + 1 == to.length ? 0 : p + 1;
        used += count;
    }

    private void text(String json, int kept, boolean wide) {
        byte[] to = ring;
        int p = tail;
        for (int i = 0; i < kept; i++) {
            char c = json.charAt(i);
            if (wide) {
                to[p] = (byte) (c >> 8);
                p = p + 1 == to.length ? 0 : p + 1;
            }
            to[p] = (byte) c;
            p = p + 1 == to.length ? 0 : p + 1;
        }
        tail = p;
        used += wide ? 2 * kept : kept;
    }

    /// Makes room for one more entry of at most so many bytes, a value or none.
    private void room(int bytes, int value) {
        while (entries > 0 && (values + value > KEPT || entries >= ENTRIES || used + bytes > BYTES)) {
            evict();
        }
        if (used + bytes > ring.length) {
            grow(Math.min(BYTES, Math.max(used + bytes, ring.length + ring.length / 4)));
        }
    }

    private void evict() {
        Reader reader = new Reader(ring, head);
        before += reader.signed();
        boolean value = reader.skip();
        used -= reader.read;
        head = reader.at;
        entries--;
        if (value) {
            values--;
        }
        if (entries == 0) {
            latestStart = -1;
        }
    }

    private void grow(int size) {
        byte[] larger = new byte[size];
        int first = Math.min(used, ring.length - head);
        System.arraycopy(ring, head, larger, 0, first);
        System.arraycopy(ring, 0, larger, first, used - first);
        ring = larger;
        head = 0;
        tail = used;
        latestStart = -1;
    }

    /// Goes through the entries of a ring.
    private static final class Reader {
        private final byte[] ring;
        private int at;
        private int read;

        Reader(byte[] ring, int at) {
            this.ring = ring;
            this.at = at;
        }

        int next() {
            int b = ring[at] & 0xFF;
            at = at + 1 == ring.length ? 0 : at + 1;
            read++;
            return b;
        }

        long number() {
            long number = 0;
            int shift = 0;
            int b = next();
            while (b >= 0x80) {
                number |= (long) (b & 0x7F) << shift;
                shift += 7;
                b = next();
            }
            return number | (long) b << shift;
        }

        long signed() {
            long folded = number();
            return folded >>> 1 ^ -(folded & 1);
        }

        /// Passes over an entry behind its time; true for a value.
        boolean skip() {
            long headed = number();
            if ((headed & EVENT) != 0) {
                return false;
            }
            if ((headed & CUT) != 0) {
                number();
            }
            int kept = (int) (headed >> FLAGS);
            int bytes = (headed & WIDE) != 0 ? 2 * kept : kept;
            at = (at + bytes) % ring.length;
            read += bytes;
            return true;
        }

        Entry entry(Instant when) {
            long headed = number();
            int count = (int) (headed >> FLAGS);
            if ((headed & EVENT) != 0) {
                return new Entry.Break(when, Event.values()[count]);
            }
            int length = (headed & CUT) != 0 ? (int) number() : count;
            char[] text = new char[count];
            for (int i = 0; i < count; i++) {
                text[i] = (char) ((headed & WIDE) != 0 ? next() << 8 | next() : next());
            }
            return new Entry.Value(when, new String(text), length, (headed & TOLD) != 0);
        }
    }
}
