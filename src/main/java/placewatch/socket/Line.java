package placewatch.socket;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.FrameReader;
import placewatch.protocol.FrameWriter;
import placewatch.protocol.Inbound;
import placewatch.protocol.Outbound;

/// The connection's life: attempts, the open line, its heartbeat, waits and new attempts. Each attempt is a new [Wire]
/// with a generation number of its own, and what an older one still delivers is dropped. Confined to turns.
final class Line {

    /// Whoever uses the line; called in turns.
    interface User {
        void up();

        void down();

        void frame(Inbound frame, Instant at);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /// However long a server asks us to stay away, look again after this.
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    private final URI address;
    private final Credential credential;
    private final SocketOptions options;
    private final Turns turns;
    private final Wire.Factory wires;
    private final Backoff backoff;
    private final User user;
    private final Heartbeat heartbeat;
    private final FrameReader reader = new FrameReader();
    private final FrameWriter writer = new FrameWriter();
    private final List<Seat<Consumer<SocketState>>> listeners = new ArrayList<>();
    private volatile SocketState state = new SocketState.Idle();
    private long generation;
    private volatile @Nullable Wire wire;
    private long openedAt;
    private boolean everOpen;
    private Future<?> timer = CompletableFuture.completedFuture(null);

    Line(URI address, Credential credential, SocketOptions options, Turns turns, Wire.Factory wires, Backoff backoff,
            User user) {
        this.address = address;
        this.credential = credential;
        this.options = options;
        this.turns = turns;
        this.wires = wires;
        this.backoff = backoff;
        this.user = user;
        heartbeat = new Heartbeat(options.pingAfter(), options.deadAfter());
    }

    /// Any thread.
    SocketState state() {
        return state;
    }

    /// Any thread.
    Optional<Duration> roundTrip() {
        return heartbeat.roundTrip();
    }

    boolean isOpen() {
        return state instanceof SocketState.Open;
    }

    void join(Seat<Consumer<SocketState>> seat) {
        listeners.add(seat);
        seat.tell(listener -> listener.accept(state));
    }

    void leave(Seat<Consumer<SocketState>> seat) {
        listeners.remove(seat);
    }

    void open() {
        if (state instanceof SocketState.Idle) {
            connect();
        }
    }

    void retryNow() {
        switch (state) {
            case SocketState.Waiting _, SocketState.Refused _ -> connect();
            case SocketState.Idle _, SocketState.Connecting _, SocketState.Open _, SocketState.Closed _ -> { }
        }
    }

    /// False if it can't be sent any more: then the end of the line is about to be told.
    boolean send(Outbound frame) {
        turns.assertMine();
        Wire open = wire;
        return open != null && open.send(writer.write(frame));
    }

    /// Looks after the heartbeat.
    void tick(long now) {
        if (!isOpen()) {
            return;
        }
        switch (heartbeat.due(now)) {
            case NOTHING -> { }
            case PING -> send(new Outbound.Ping());
            case DEAD -> ended(generation, new Failure.ConnectionLost(
                    "Nothing was received for " + options.deadAfter().toSeconds() + " s"));
        }
    }

    /// Says goodbye, for good. What is left to wait for, outside of a turn, is the wire that comes back.
    Optional<Wire> close() {
        turns.assertMine();
        timer.cancel(false);
        generation++;
        Wire last = wire;
        enter(new SocketState.Closed());
        if (last != null) {
            last.goodbye();
        }
        return Optional.ofNullable(last);
    }

    /// Makes sure that nothing is left, be it that a listener doesn't let go of its turn. Any thread, the last call.
    void abandon() {
        state = new SocketState.Closed();
        Wire left = wire;
        if (left != null) {
            left.cut();
        }
    }

    private void connect() {
        turns.assertMine();
        timer.cancel(false);
        generation++;
        Wire next = wires.wire(address, credential, generation, new Attempt(generation));
        wire = next;
        long mine = generation;
        enter(new SocketState.Connecting(backoff.attempt()));
        timer = turns.after(options.bindDeadline(),
                () -> ended(mine, new Failure.TimedOut(options.bindDeadline())));
        next.start();
    }

    private void opened(long from) {
        if (from != generation || wire == null) {
            return;
        }
        timer.cancel(false);
        openedAt = System.nanoTime();
        everOpen = true;
        heartbeat.begin(openedAt);
        enter(new SocketState.Open(options.clock().instant()));
        user.up();
    }

    private void ended(long from, Failure why) {
        Wire over = wire;
        if (from != generation || over == null) {
            return;
        }
        timer.cancel(false);
        over.cut();
        wire = null;
        boolean wasOpen = isOpen();
        if (wasOpen) {
            backoff.wasOpen(Duration.ofNanos(System.nanoTime() - openedAt));
        }
        int attempt = backoff.attempt();
        // The kind only: a server's words may repeat what it was sent.
        LOG.info("Attempt {} at {} ended: {}", attempt, address, why.getClass().getSimpleName());
        Duration wait = backoff.failed();
        if (isFinal(why)) {
            enter(new SocketState.Refused(why));
        } else {
            Duration longer = retryAfter(why, wait);
            enter(new SocketState.Waiting(options.clock().instant().plus(longer), attempt, why));
            timer = turns.after(longer, this::retryNow);
        }
        if (wasOpen) {
            user.down();
        }
    }

    /// What a person must act on. A host that was PlaceOS before is so again once its proxy stops standing in for it.
    private boolean isFinal(Failure why) {
        return why instanceof Failure.KeyRejected || why instanceof Failure.NotAllowed
                || why instanceof Failure.NotPlaceOs && !everOpen;
    }

    private static Duration retryAfter(Failure why, Duration wait) {
        if (!(why instanceof Failure.Busy(_, Optional<Duration> asked))) {
            return wait;
        }
        Duration bounded = asked.filter(d -> d.compareTo(LONGEST_RETRY_AFTER) < 0)
                .orElse(asked.isPresent() ? LONGEST_RETRY_AFTER : wait);
        return bounded.compareTo(wait) > 0 ? bounded : wait;
    }

    private void enter(SocketState next) {
        state = next;
        List.copyOf(listeners).forEach(seat -> seat.tell(listener -> listener.accept(next)));
    }

    /// One wire's events. Opening and ending are posted, as the wire may hold locks of its own while it tells of them.
    private final class Attempt implements Wire.Events {

        private final long mine;

        Attempt(long mine) {
            this.mine = mine;
        }

        @Override
        public void opened() {
            turns.post(() -> Line.this.opened(mine));
        }

        /// Read outside of the turn: a large frame keeps nobody waiting.
        @Override
        public void text(String frame) {
            Instant at = options.clock().instant();
            long now = System.nanoTime();
            arrived(reader.read(frame), at, now);
        }

        @Override
        public void binary(int bytes) {
            arrived(new Inbound.Unreadable("It is binary", bytes, ""), options.clock().instant(), System.nanoTime());
        }

        private void arrived(Inbound read, Instant at, long now) {
            turns.run(() -> {
                if (mine == generation && wire != null) {
                    heartbeat.received(now);
                    if (read instanceof Inbound.Pong) {
                        heartbeat.pong(now);
                    }
                    user.frame(read, at);
                }
            });
        }

        @Override
        public void ended(Failure why) {
            turns.post(() -> Line.this.ended(mine, why));
        }
    }
}
