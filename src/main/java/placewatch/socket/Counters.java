package placewatch.socket;

import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.protocol.Inbound;

/// What has been received since the socket was made. Any thread.
final class Counters {

    private static final Logger LOG = LoggerFactory.getLogger(Counters.class);

    final LongAdder changes = new LongAdder();
    final LongAdder debugLines = new LongAdder();
    final LongAdder unreadable = new LongAdder();
    final LongAdder strays = new LongAdder();

    /// A frame that could not be read. A server that sends nothing else must not flood the log.
    void unreadable(Inbound.Unreadable frame) {
        unreadable.increment();
        String words = "A frame of {} bytes was set aside. {}";
        if (Long.bitCount(unreadable.sum()) == 1) {
            LOG.warn(words, frame.length(), frame.reason());
        } else {
            LOG.debug(words, frame.length(), frame.reason());
        }
    }

    /// A frame that belongs to nothing we asked for, or no more.
    void stray(Inbound frame) {
        strays.increment();
        LOG.debug("Nobody waits for {}", frame.getClass().getSimpleName());
    }
}
