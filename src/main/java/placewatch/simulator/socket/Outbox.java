package placewatch.simulator.socket;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.simulator.Limits;

/// What waits to go out to one client. Offering never blocks and never writes on the caller's thread, so that one
/// client that doesn't read holds up neither the building nor the others; when too much waits, or nothing has been
/// taken for too long, that connection is cut. Safe on any thread.
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /// Frames handed to Jetty at once: it writes what it holds in one go.
    private static final int WINDOW = 64;

    private final Session session;
    private final Executor writer;
    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<String> waiting = new ArrayDeque<>();
    private long waitingChars;
    private int inFlight;
    private long lastProgress = System.nanoTime();
    private boolean draining;
    private boolean closed;

    Outbox(Session session, Executor writer, Limits limits) {
        this.session = session;
        this.writer = writer;
        this.limits = limits;
    }

    void offer(String frame) {
        boolean overfull;
        boolean wake;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (inFlight == 0 && waiting.isEmpty()) {
                lastProgress = System.nanoTime();
            }
            waiting.add(frame);
            waitingChars += frame.length();
            overfull = waiting.size() > limits.queuedFrames() || waitingChars > limits.queuedChars();
            wake = !draining && inFlight < WINDOW;
            draining |= wake;
        } finally {
            lock.unlock();
        }
        if (overfull) {
            cut("too much waits for it");
        } else if (wake) {
            writer.execute(this::drain);
        }
    }

    /// Cuts the connection if its reader has taken nothing for too long.
    void check() {
        boolean stalled;
        lock.lock();
        try {
            Duration idle = Duration.ofNanos(System.nanoTime() - lastProgress);
            stalled = !closed && inFlight > 0 && idle.compareTo(limits.stalledReader()) > 0;
        } finally {
            lock.unlock();
        }
        if (stalled) {
            cut("its reader takes nothing");
        }
    }

    /// Nothing goes out any more.
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            waitingChars = 0;
        } finally {
            lock.unlock();
        }
    }

    private void cut(String why) {
        LOG.debug("connection cut: {}", why);
        close();
        writer.execute(session::disconnect);
    }

    private void drain() {
        while (true) {
            String frame;
            lock.lock();
            try {
                if (closed || waiting.isEmpty() || inFlight >= WINDOW) {
                    draining = false;
                    return;
                }
                frame = waiting.remove();
                waitingChars -= frame.length();
                inFlight++;
            } finally {
                lock.unlock();
            }
            session.sendText(frame, Callback.from(this::written, failure -> close()));
        }
    }

    private void written() {
        boolean wake;
        lock.lock();
        try {
            inFlight--;
            lastProgress = System.nanoTime();
            wake = !closed && !draining && !waiting.isEmpty();
            draining |= wake;
        } finally {
            lock.unlock();
        }
        if (wake) {
            writer.execute(this::drain);
        }
    }
}
