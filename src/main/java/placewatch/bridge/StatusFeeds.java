package placewatch.bridge;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import placewatch.history.Tape;
import placewatch.history.Track;
import placewatch.model.StatusRow;

/// The feeds of one connection, and the tape that their plain values are written to: in a pulse those are taken from it
/// some at once, as taking each on its own would have to wait for the writer each time.
final class StatusFeeds {

    /// Taken under one lock. With more the writer waits noticeably, as measured with 128 and 512.
    private static final int AT_ONCE = 16;

    private final InstantSource clock;
    private final Inbox inbox;
    private final Tape tape;
    // by the number of their track; the tape's lock
    private @Nullable StatusFeed[] feeds = new StatusFeed[64];

    StatusFeeds(InstantSource clock, Inbox inbox) {
        this.clock = clock;
        this.inbox = inbox;
        tape = new Tape(inbox.lane(this::drain)::touched);
    }

    StatusFeed feed(StatusRow row) {
        synchronized (tape) {
            StatusFeed feed = new StatusFeed(row, tape, clock, inbox, gone -> feeds[gone.number()] = null);
            int number = feed.track().orElseThrow().number();
            if (number >= feeds.length) {
                feeds = Arrays.copyOf(feeds, 2 * number);
            }
            feeds[number] = feed;
            return feed;
        }
    }

    private boolean drain(long until) {
        while (true) {
            List<Runnable> taken = take();
            if (taken.isEmpty()) {
                return true;
            }
            taken.forEach(Runnable::run);
            if (System.nanoTime() - until >= 0) {
                return false;
            }
        }
    }

    private List<Runnable> take() {
        synchronized (tape) {
            List<Runnable> taken = new ArrayList<>(AT_ONCE);
            for (Track track : tape.fresh(AT_ONCE)) {
                StatusFeed feed = feeds[track.number()];
                if (feed != null) {
                    taken.add(feed.take());
                }
            }
            return taken;
        }
    }
}
