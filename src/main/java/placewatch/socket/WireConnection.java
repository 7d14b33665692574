package placewatch.socket;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.network.Dial;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;

/// One connection by Java-WebSocket, whose client objects connect once, over a line that we dial ourselves: so the step
/// that failed is known, and a dial can be cut.
final class WireConnection implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger(WireConnection.class);
    private static final String NAME = "placewatch-socket";

    private final Credential credential;
    private final long generation;
    private final Events events;
    private final HandshakeFailure failures;
    private final ThreadGroup threads;
    private final Dial dial;
    private final Client client;
    private final Thread reader;
    private final AtomicReference<@Nullable HttpAnswer> refusal = new AtomicReference<>();
    private final AtomicReference<@Nullable Exception> firstError = new AtomicReference<>();
    private final AtomicBoolean opened = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    WireConnection(URI address, Credential credential, long generation, Events events, InstantSource clock,
            Route route, Duration connectPatience) {
        this.credential = credential;
        this.generation = generation;
        this.events = events;
        failures = new HandshakeFailure(address, clock);
        threads = new ThreadGroup(NAME + "-" + generation);
        dial = new Dial(route, address, connectPatience);
        client = new Client(address);
        reader = new Thread(threads, this::connect, NAME + "-read-" + generation);
        reader.setDaemon(true);
    }

    @Override
    public void start() {
        if (credential.headerValue().chars().anyMatch(Character::isISOControl)) {
            end(new Failure.KeyRejected("The key holds a line break or another control character"));
            return;
        }
        reader.start();
    }

    @Override
    public boolean send(String frame) {
        try {
            client.send(frame);
            return true;
        } catch (WebsocketNotConnectedException e) {
            LOG.debug("Connection {} can't send any more", generation);
            return false;
        }
    }

    @Override
    public void goodbye() {
        if (opened.get()) {
            client.close();
        } else {
            cut();
        }
    }

    @Override
    public void cut() {
        client.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        dial.cut();
    }

    // its successor, a socket factory, would be four methods that are never called around the one line that we have
    @SuppressWarnings("deprecation")
    private void connect() {
        switch (dial.run()) {
            case Dial.Outcome.Reached(var line) -> {
                client.setSocket(line);
                client.run();
            }
            case Dial.Outcome.Failed(Failure why) -> end(why);
        }
    }

    @Override
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        for (Thread thread : alive()) {
            if (thread != Thread.currentThread()) {
                thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            }
        }
        return alive().length == 0;
    }

    private Thread[] alive() {
        Thread[] found = new Thread[8];
        int count = threads.enumerate(found);
        return Arrays.copyOf(found, Math.min(count, found.length));
    }

    /// The library's own name for its write thread tells nobody whose it is.
    private void nameWriter() {
        for (Thread thread : alive()) {
            if (thread != reader) {
                thread.setName(NAME + "-write-" + generation);
            }
        }
    }

    private void end(Failure why) {
        if (ended.compareAndSet(false, true)) {
            events.ended(why);
        }
    }

    private Failure reason(int code, String words, boolean byServer) {
        if (opened.get()) {
            return new Failure.ConnectionLost(CloseReason.describe(code, words, byServer));
        }
        HttpAnswer answer = refusal.get();
        if (answer != null) {
            return failures.of(answer);
        }
        return code == CloseFrame.PROTOCOL_ERROR
                ? new Failure.NotPlaceOs("It answered, but not as a WebSocket server")
                : failures.of(firstError.get(), "It hung up during the handshake");
    }

    private final class Client extends WebSocketClient {

        Client(URI address) {
            super(address, new DoorDraft(refusal::set, events),
                    Map.of(credential.headerName(), credential.headerValue()));
            setConnectionLostTimeout(0);
            setTcpNoDelay(true);
            setDaemon(true);
        }

        /// Whatever happened in there, the write thread is told to end.
        @Override
        public void run() {
            try {
                super.run();
            } finally {
                onWebsocketClose(getConnection(), CloseFrame.ABNORMAL_CLOSE, "", false);
            }
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            opened.set(true);
            nameWriter();
            events.opened();
        }

        @Override
        public void onMessage(String frame) {
            throw new IllegalStateException("messages come by the draft");
        }

        @Override
        public void onClosing(int code, String words, boolean byServer) {
            if (opened.get() && !byServer && code != CloseFrame.NORMAL) {
                // The library found a fault and would now wait for the server to hang up.
                end(reason(code, words, false));
            }
        }

        @Override
        public void onClose(int code, String words, boolean byServer) {
            end(reason(code, words == null ? "" : words, byServer));
        }

        @Override
        public void onError(Exception error) {
            if (!firstError.compareAndSet(null, error)) {
                LOG.debug("Another error on connection {}", generation, error);
            } else if (opened.get()) {
                LOG.info("Connection {}: {}", generation, error.toString());
            }
        }
    }
}
