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
import placewatch.protocol.Notifies;
import placewatch.protocol.Outbound;

/// The connection's life: attempts, the open line, its heartbeat, waits and new attempts. Each attempt is a new [Wire]
/// with a generation number of its own, and what an older one still delivers is dropped. Confined to turns.
final class Line {

    /// Whoever uses the line; called in turns.
    interface User {
        void up();

        /// @param heardUntil when the last frame came
        void down(Instant heardUntil);

        void frame(Inbound frame, Instant at);

        /// Good during the call.
        void notified(Notifies notifies, Instant at);
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
    private final FrameWriter writer = new FrameWriter();
    private final List<Seat<Consumer<SocketState>>> listeners = new ArrayList<>();
    private volatile SocketState state = new SocketState.Idle();
    private long generation;
    private volatile @Nullable Wire wire;
    private final SleepWatch sleep;
    private long openedAt;
    private Instant heardUntil = Instant.EPOCH;
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
        sleep = new SleepWatch(turns.nanoTime(), options.clock().instant());
    }

    /// Any thread.
    SocketState state() {
        return state;
    }

    /// Any thread.
    Optional<Duration> roundTrip() {
        return heartbeat.roundTrip();
    }

    /// When the last frame came over the present or latest connection.
    Instant heardUntil() {
        return heardUntil;
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

    /// Looks after the heartbeat, and whether the computer slept.
    void tick(long now) {
        if (sleep.slept(now, options.clock().instant())) {
            awoke(now);
        }
        if (!isOpen()) {
            return;
        }
        switch (heartbeat.due(now)) {
            case NOTHING -> { }
            case PING -> send(new Outbound.Ping());
            case DEAD -> {
                boolean afterSleep = heartbeat.isInDoubt();
                ended(generation, new Failure.ConnectionLost(
                        "nothing was received for " + heartbeat.silence(now).toSeconds() + " s"
                                + (afterSleep ? ", as this computer slept" : "")));
                if (afterSleep) {
                    retryNow();
                }
            }
        }
    }

    /// What was waited for may have come meanwhile, and what was open may be gone without a word.
    private void awoke(long now) {
        LOG.info("The computer slept, or its clock was set");
        switch (state) {
            case SocketState.Open _ -> heartbeat.doubt(now);
            case SocketState.Connecting _ -> {
                backoff.anew();
                connect();
            }
            case SocketState.Waiting(Instant retryAt, var _, Failure why) -> goOnWaiting(retryAt, why);
            case SocketState.Idle _, SocketState.Refused _, SocketState.Closed _ -> { }
        }
    }

    /// A network is back. Tries at once, unless the server asked to be left alone until later.
    void networkIsBack() {
        if (state instanceof SocketState.Waiting(Instant retryAt, var _, Failure why)) {
            LOG.info("A network is back");
            goOnWaiting(retryAt, why);
        }
    }

    private void goOnWaiting(Instant retryAt, Failure why) {
        Duration left = Duration.between(options.clock().instant(), retryAt);
        if (why instanceof Failure.Busy(var _, Optional<Duration> asked) && asked.isPresent() && left.isPositive()) {
            timer.cancel(false);
            timer = turns.after(left, this::retryNow);
        } else {
            backoff.anew();
            retryNow();
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
        Wire before = wire;
        if (before != null) {
            before.cut();
        }
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
        openedAt = turns.nanoTime();
        heardUntil = options.clock().instant();
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
            backoff.wasOpen(Duration.ofNanos(turns.nanoTime() - openedAt));
        }
        int attempt = backoff.attempt();
        // The kind only: a server's words may repeat what it was sent.
        LOG.info("Attempt {} at {} ended: {}", attempt, address, why.getClass().getSimpleName());
        Duration wait = backoff.failed();
        if (wasOpen) {
            // before anybody hears of it: whoever knows that the line is down finds nothing live any more
            user.down(heardUntil);
        }
        if (isFinal(why)) {
            enter(new SocketState.Refused(why));
        } else {
            Duration longer = retryAfter(why, wait);
            enter(new SocketState.Waiting(options.clock().instant().plus(longer), attempt, why));
            timer = turns.after(longer, this::retryNow);
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
        private final FrameReader reader = new FrameReader();

        // of what is being read; the read thread's own
        private Instant at = Instant.EPOCH;
        private long now;

        Attempt(long mine) {
            this.mine = mine;
        }

        @Override
        public void opened() {
            turns.post(() -> Line.this.opened(mine));
        }

        @Override
        public void received() {
            at = options.clock().instant();
            now = turns.nanoTime();
        }

        /// Read outside of the turn: a large frame keeps nobody waiting.
        @Override
        public void text(byte[] utf8, int start, int end) {
            if (reader.gather(utf8, start, end)) {
                return;
            }
            deliverGathered();
            // it may only have lain elsewhere than those before, as one does that came in two pieces
            if (!reader.gather(utf8, start, end)) {
                deliver(reader.read(utf8, start, end));
            }
        }

        @Override
        public void binary(byte[] bytes, int start, int end) {
            deliverGathered();
            deliver(reader.readBinary(bytes, start, end));
        }

        @Override
        public void over() {
            deliverGathered();
        }

        /// What was gathered takes one turn together.
        private void deliverGathered() {
            Notifies notifies = reader.notifies();
            if (notifies.size() > 0) {
                inTurn(() -> user.notified(notifies, at));
                notifies.clear();
            }
        }

        private void deliver(Inbound read) {
            inTurn(() -> {
                if (read instanceof Inbound.Pong) {
                    heartbeat.pong(now);
                }
                user.frame(read, at);
            });
        }

        private void inTurn(Runnable news) {
            turns.run(() -> {
                if (mine == generation && wire != null) {
                    heartbeat.received(now);
                    heardUntil = at;
                    news.run();
                }
            });
        }

        @Override
        public void ended(Failure why) {
            turns.post(() -> Line.this.ended(mine, why));
        }
    }
}
