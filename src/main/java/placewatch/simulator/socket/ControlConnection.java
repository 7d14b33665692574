package placewatch.simulator.socket;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.simulator.Caller;

/// One client's socket. Jetty calls it, one call at a time for what arrives; what it sends may come from any thread.
public final class ControlConnection implements Session.Listener.AutoDemanding {

    private static final Logger LOG = LoggerFactory.getLogger(ControlConnection.class);

    /// RFC 6455: the close frame carried no code. On the way out it means: write none.
    private static final int NO_CODE = 1005;

    private final ControlSockets sockets;
    private final Caller caller;
    private final ControlProtocol protocol;
    private final Holdings holdings;
    private final AtomicLong notifies = new AtomicLong(18);
    private final AtomicInteger binds = new AtomicInteger();
    private volatile @Nullable Session session;
    private volatile @Nullable Outbox outbox;
    private volatile @Nullable Future<?> heartbeat;

    ControlConnection(ControlSockets sockets, Caller caller, ControlProtocol protocol, Holdings holdings) {
        this.sockets = sockets;
        this.caller = caller;
        this.protocol = protocol;
        this.holdings = holdings;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        outbox = sockets.outboxFor(opened);
        heartbeat = sockets.opened(this);
        if (!opened.isOpen()) {
            // Cut while it opened: nobody may tell us again.
            release();
        }
    }

    @Override
    public void onWebSocketText(String text) {
        if (text.equals("ping")) {
            send("pong");
        } else {
            protocol.receive(this, text);
        }
    }

    /// Binary frames are ignored, however large.
    @Override
    public void onWebSocketPartialBinary(ByteBuffer payload, boolean last, Callback callback) {
        callback.succeed();
    }

    /// Answered twice, the first time empty (protocol.md, Connecting).
    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        ByteBuffer copy = ByteBuffer.allocate(payload.remaining()).put(payload.slice()).flip();
        Optional.ofNullable(session).ifPresent(open ->
                open.sendPong(ByteBuffer.allocate(0), Callback.from(() -> open.sendPong(copy, Callback.NOOP), failure ->
                        LOG.debug("pong not sent", failure))));
    }

    /// A close frame is answered without a code (protocol.md, Connecting).
    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        release();
        Session open = session;
        if (open != null && open.isOpen()) {
            open.close(NO_CODE, null, callback);
        } else {
            callback.succeed();
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("connection lost", cause);
        release();
    }

    Caller caller() {
        return caller;
    }

    Holdings holdings() {
        return holdings;
    }

    void send(String frame) {
        Outbox out = outbox;
        if (out != null) {
            out.offer(frame);
        }
    }

    /// True for the second, fourth … bind of this connection: their value goes out before their success.
    boolean everyOtherBind() {
        return binds.incrementAndGet() % 2 == 0;
    }

    long nextNotifyId() {
        return notifies.getAndIncrement();
    }

    void checkReader() {
        Outbox out = outbox;
        if (out != null) {
            out.check();
        }
    }

    /// Cuts the line without a close frame.
    void drop() {
        release();
        Session open = session;
        if (open != null) {
            open.disconnect();
        }
    }

    private void release() {
        Outbox out = outbox;
        if (out != null) {
            out.close();
        }
        Future<?> beat = heartbeat;
        if (beat != null) {
            beat.cancel(false);
        }
        holdings.release();
        sockets.gone(this);
    }
}
