package placewatch.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.Notifies;

/// What plain notifies said, one after the other in the order of arrival, whichever variables they are of. Each
/// variable has a [Track]. Any thread; its lock is the tape itself, and whoever takes that of a [RecentChanges] too
/// takes this one first.
///
/// Millions of values may come in a second, of ten thousand variables. To put each where its variable's things are
/// would be a handful of waits for memory a value; here it is a few bytes behind the ones before. Values move to their
/// variable's [RecentChanges] when somebody asks for those, or when the tape, which is bounded, needs their place and
/// they are still among the last that are kept.
///
/// An entry: its track, its time in microseconds since its segment's, how far back the track's entry before lies, its
/// length, its ASCII text. The numbers take seven bits a byte.
public final class Tape {

    /// A longer value does not go onto a tape.
    public static final int LONGEST = RecentChanges.WHOLE;

    private static final int SHIFT = 16;
    private static final int SEGMENT = 1 << SHIFT;
    private static final int LONGEST_HEAD = 5 + 10 + 10 + 5;
    private static final int FEWEST_SEGMENTS = 4;
    /// 48 MB.
    private static final int MOST_SEGMENTS = 768;

    /// Bytes that one of the last changes of a number takes, and a little more: so most are overwritten unmoved.
    private static final int USUAL_ENTRY = 20;

    // what is kept of each track, side by side: one wait for memory, not four
    private static final int FIELDS = 4;
    private static final int LAST = 0;
    private static final int TOLD = 1;
    private static final int TAKEN = 2;
    private static final int LEFT_TAPE = 3;

    private static final class Segment {
        private final byte[] bytes;
        private int used;
        private long micros;

        Segment(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private final Runnable onFresh;
    private final List<Segment> segments = new ArrayList<>();
    private long firstSegment;
    private Segment writing = new Segment(new byte[0]);

    private long[] fields = new long[64 * FIELDS];
    /// Where the part of the tape begins that did not move to the track's changes yet.
    private long[] unsettledFrom = new long[64];
    private @Nullable Track[] tracks = new Track[64];
    private int[] free = new int[64];
    private int freeCount;
    private int numbered;
    private int open;

    // those before `freshFrom` were given away
    private int[] fresh = new int[64];
    private int freshFrom;
    private int freshCount;

    /// @param onFresh hears on the writing thread, and must return at once, that there is something [#fresh]
    ///                after there was nothing
    public Tape(Runnable onFresh) {
        this.onFresh = onFresh;
        segments.add(writing);
    }

    /// A new track, whose changes go to `recent` in the end. One at a time for each.
    public synchronized Track open(RecentChanges recent) {
        int number = freeCount > 0 ? free[--freeCount] : numbered++;
        if (number == tracks.length) {
            tracks = Arrays.copyOf(tracks, 2 * number);
            unsettledFrom = Arrays.copyOf(unsettledFrom, 2 * number);
            fields = Arrays.copyOf(fields, 2 * number * FIELDS);
            free = Arrays.copyOf(free, 2 * number);
        }
        Track track = new Track(this, number, recent);
        tracks[number] = track;
        unsettledFrom[number] = end();
        Arrays.fill(fields, number * FIELDS, (number + 1) * FIELDS, 0);
        open++;
        recent.attach(track);
        return track;
    }

    /// What is not settled yet goes.
    synchronized void close(Track track) {
        if (tracks[track.number()] != track) {
            return;
        }
        track.recent().detach(fields[track.number() * FIELDS + TOLD]);
        tracks[track.number()] = null;
        free[freeCount++] = track.number();
        open--;
        if (open == 0) {
            firstSegment += segments.size();
            segments.clear();
            writing = new Segment(new byte[0]);
            segments.add(writing);
        }
    }

    /// Writes values one after the other until one has no track or is too long, all of that moment.
    ///
    /// @param from   the first to write
    /// @param wanted the track for each of the notifies' numbers, [Track#NONE] for those that are not to be written
    /// @return the first that was not written, or how many there are
    public synchronized int write(Notifies notifies, int from, int[] wanted, Instant at) {
        long micros = Micros.of(at);
        boolean nothing = freshCount == 0;
        int i = from;
        for (; i < notifies.size(); i++) {
            int number = notifies.number(i);
            int track = number < wanted.length ? wanted[number] : Track.NONE;
            if (track == Track.NONE || notifies.length(i) > LONGEST) {
                break;
            }
            write(track, notifies, i, micros);
        }
        if (nothing && freshCount > 0) {
            onFresh.run();
        }
        return i;
    }

    private void write(int track, Notifies notifies, int i, long micros) {
        int length = notifies.length(i);
        if (writing.used + LONGEST_HEAD + length > writing.bytes.length) {
            next();
        }
        Segment to = writing;
        if (to.used == 0) {
            to.micros = micros;
        }
        byte[] bytes = to.bytes;
        int p = to.used;
        long position = end();
        int of = track * FIELDS;
        p = number(bytes, p, track);
        long passed = micros - to.micros;
        // a clock may be set back
        p = number(bytes, p, passed << 1 ^ passed >> 63);
        p = number(bytes, p, position - fields[of + LAST]);
        p = number(bytes, p, length);
        notifies.copy(i, bytes, p);
        to.used = p + length;
        fields[of + LAST] = position;
        if (fields[of + TOLD]++ == fields[of + TAKEN]) {
            freshen(track);
        }
    }

    private void freshen(int track) {
        if (freshCount == fresh.length) {
            int waiting = freshCount - freshFrom;
            int[] room = waiting > fresh.length / 2 ? new int[2 * fresh.length] : fresh;
            System.arraycopy(fresh, freshFrom, room, 0, waiting);
            fresh = room;
            freshFrom = 0;
            freshCount = waiting;
        }
        fresh[freshCount++] = track;
    }

    private static int number(byte[] to, int at, long number) {
        int p = at;
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            to[p++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[p++] = (byte) rest;
        return p;
    }

    private long end() {
        return firstSegment + segments.size() - 1 << SHIFT | writing.used;
    }

    private void next() {
        int most = Math.clamp((long) open * RecentChanges.KEPT * USUAL_ENTRY / SEGMENT, FEWEST_SEGMENTS, MOST_SEGMENTS);
        byte[] bytes = null;
        // two at most, so that nobody waits long for the lock
        for (int i = 0; i < 2 && segments.size() >= most; i++) {
            bytes = moveOn();
        }
        writing = new Segment(bytes == null || bytes.length == 0 ? new byte[SEGMENT] : bytes);
        segments.add(writing);
    }

    /// Frees the oldest segment: what is kept of it moves to its variable's changes.
    private byte[] moveOn() {
        Segment oldest = segments.getFirst();
        Entry entry = new Entry(oldest);
        while (entry.at < oldest.used) {
            long position = firstSegment << SHIFT | entry.at;
            entry.read();
            Track track = tracks[entry.track];
            int of = entry.track * FIELDS;
            if (track != null && position >= unsettledFrom[entry.track]) {
                if (fields[of + TOLD] - fields[of + LEFT_TAPE] <= RecentChanges.KEPT) {
                    track.recent().fromTape(oldest.bytes, entry.start, entry.length, entry.micros, position);
                }
                fields[of + LEFT_TAPE]++;
            }
            if (track != null && position == fields[of + LAST]) {
                track.keep(entry.latest());
            }
        }
        segments.removeFirst();
        firstSegment++;
        return oldest.bytes;
    }

    /// Where an entry lies that is written next, or right before it.
    synchronized long position() {
        return end();
    }

    synchronized long told(Track track) {
        return tracks[track.number()] == track ? fields[track.number() * FIELDS + TOLD] : 0;
    }

    synchronized boolean isUnsettled(Track track) {
        int of = track.number() * FIELDS;
        return tracks[track.number()] == track && fields[of + TOLD] > fields[of + LEFT_TAPE];
    }

    /// Moves what the track holds to its changes.
    synchronized void settle(Track track) {
        if (!isUnsettled(track)) {
            return;
        }
        int of = track.number() * FIELDS;
        int count = (int) Math.min(RecentChanges.KEPT, fields[of + TOLD] - fields[of + LEFT_TAPE]);
        long[] positions = new long[count];
        long position = fields[of + LAST];
        for (int i = count - 1; i >= 0; i--) {
            positions[i] = position;
            position -= entry(position).back;
        }
        for (long each : positions) {
            Entry entry = entry(each);
            track.recent().fromTape(entry.bytes, entry.start, entry.length, entry.micros, each);
        }
        fields[of + LEFT_TAPE] = fields[of + TOLD];
        unsettledFrom[track.number()] = end();
    }

    /// The latest value that was written, if any was.
    synchronized Optional<Latest> latest(Track track) {
        if (tracks[track.number()] != track || fields[track.number() * FIELDS + TOLD] == 0) {
            return Optional.empty();
        }
        long position = fields[track.number() * FIELDS + LAST];
        return position >>> SHIFT < firstSegment ? track.kept() : Optional.of(entry(position).latest());
    }

    /// How many values were written since this was asked last.
    synchronized long take(Track track) {
        int of = track.number() * FIELDS;
        if (tracks[track.number()] != track) {
            return 0;
        }
        long count = fields[of + TOLD] - fields[of + TAKEN];
        fields[of + TAKEN] = fields[of + TOLD];
        return count;
    }

    /// Some of the tracks that have values which were not taken yet, those that wait longest first, each to be asked to
    /// [Track#take]; none when there are no more. A track may come again, with nothing to take.
    public synchronized List<Track> fresh(int most) {
        List<Track> some = new ArrayList<>(Math.min(most, freshCount - freshFrom));
        while (freshFrom < freshCount && some.size() < most) {
            Track track = tracks[fresh[freshFrom++]];
            if (track != null) {
                some.add(track);
            }
        }
        if (freshFrom == freshCount) {
            freshFrom = 0;
            freshCount = 0;
        }
        return some;
    }

    private Entry entry(long position) {
        Entry entry = new Entry(segments.get((int) ((position >>> SHIFT) - firstSegment)));
        entry.at = (int) (position & SEGMENT - 1);
        entry.read();
        return entry;
    }

    /// Bytes held for entries.
    synchronized long bytes() {
        return segments.stream().mapToLong(segment -> segment.bytes.length).sum();
    }

    private static final class Entry {
        private final byte[] bytes;
        private final long begun;
        private int at;
        private int track;
        private long micros;
        private long back;
        private int length;
        private int start;

        Entry(Segment segment) {
            bytes = segment.bytes;
            begun = segment.micros;
        }

        void read() {
            track = (int) number();
            long passed = number();
            micros = begun + (passed >>> 1 ^ -(passed & 1));
            back = number();
            length = (int) number();
            start = at;
            at += length;
        }

        private long number() {
            long number = 0;
            int shift = 0;
            byte b = bytes[at++];
            while (b < 0) {
                number |= (b & 0x7FL) << shift;
                shift += 7;
                b = bytes[at++];
            }
            return number | (long) b << shift;
        }

        Latest latest() {
            return new Latest(new String(bytes, start, length, StandardCharsets.ISO_8859_1), Micros.instant(micros));
        }
    }
}
