package placewatch.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.FrameWriter;
import placewatch.protocol.Inbound;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Notifies;
import placewatch.protocol.Outbound;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;

/// The one shared socket to a server. Every method may be called on any thread and returns at once (`close` within a
/// second).
///
/// Listeners and the continuations of an exec run on the socket's threads, one at a time and in the order of arrival:
/// they must return at once, may call any method here, and must not wait for what one of them brings about. After a
/// subscription is closed at most the one call is heard that was already under way.
public final class ControlSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final Duration LAST_WORDS = Duration.ofMillis(250);
    private static final Duration FAREWELLS = Duration.ofMillis(150);
    private static final Duration CUT_OFF = Duration.ofMillis(100);
    private static final Duration NETWORK_LOOK = Duration.ofSeconds(2);

    private final ServerAddress server;
    private final SocketOptions options;
    private final Turns turns;
    private final Counters counters = new Counters();
    private final SetAsides setAsides = new SetAsides();
    private final Pacer pacer = new Pacer();
    private final FrameWriter writer = new FrameWriter();
    private final Line line;
    private final Requests requests;
    private final Bindings bindings;
    private final DebugStreams debugStreams;
    private final AtomicBoolean closing = new AtomicBoolean();

    /// Execs whose turn has not come, so that none is forgotten when the socket thread ends.
    private final Set<CompletableFuture<ExecResult>> unsent = ConcurrentHashMap.newKeySet();
    private DialectDetector dialect;

    /// By the usual route.
    public ControlSocket(ServerAddress server, Credential credential, SocketOptions options) {
        this(server, credential, options, Route.usual());
    }

    /// @param route the way to the server; its first step may take half of the time that a whole connection may
    public ControlSocket(ServerAddress server, Credential credential, SocketOptions options, Route route) {
        this(server, credential, options, (address, key, generation, events) -> new WireConnection(
                address, key, generation, events, options.clock(), route, options.bindDeadline().dividedBy(2)),
                new SocketThread("placewatch-socket"), NetworkWatch::addressesOfThisComputer);
    }

    /// @param addresses this computer's, to notice that a network is back
    ControlSocket(ServerAddress server, Credential credential, SocketOptions options, Wire.Factory wires,
            Schedule schedule, Supplier<Set<String>> addresses) {
        turns = new Turns(schedule);
        this.server = server;
        this.options = options;
        Backoff backoff = new Backoff(options.firstRetry(), options.lastRetry(), RandomGenerator.getDefault());
        line = new Line(server.socket(), credential, options, turns, wires, backoff, new Traffic());
        requests = new Requests(line, turns);
        bindings = new Bindings(requests, pacer, options.bindDeadline());
        debugStreams = new DebugStreams(requests, pacer, options.bindDeadline());
        dialect = new DialectDetector(options.dialect());
        turns.every(tickPeriod(options), this::tick);
        NetworkWatch networks = new NetworkWatch(addresses);
        turns.whenever(NETWORK_LOOK, () -> line.state() instanceof SocketState.Waiting && networks.gained(),
                line::networkIsBack);
    }

    /// Begins to connect, and keeps at it until closed or refused.
    public void open() {
        turns.post(line::open);
    }

    /// Leaves `Waiting` or `Refused` for another attempt right now; does nothing in other states.
    public void retryNow() {
        turns.post(line::retryNow);
    }

    public SocketState state() {
        return line.state();
    }

    /// Hears every state from now on, beginning with the present one.
    public Subscription onState(Consumer<SocketState> listener) {
        Seat<Consumer<SocketState>> seat = new Seat<>(listener);
        if (!turns.post(() -> line.join(seat))) {
            seat.tell(told -> told.accept(line.state()));
        }
        return () -> {
            if (seat.leave()) {
                turns.post(() -> line.leave(seat));
            }
        };
    }

    /// Watches a variable: one bind on the wire however many watch it, unbound when the last subscription is closed.
    /// A later listener is told the present phase and value at once, as the server would not send it again.
    ///
    /// A value that could be read in two ways before the server's dialect was known is told again if it was misread.
    public Subscription bind(StatusKey key, BindListener listener) {
        Seat<BindListener> seat = new Seat<>(listener);
        turns.post(() -> {
            if (!seat.isLeft()) {
                bindings.join(key, seat);
                pacer.pump();
            }
        });
        return () -> {
            if (seat.leave()) {
                turns.post(() -> {
                    bindings.leave(key, seat);
                    listener.onLeft();
                    pacer.pump();
                });
            }
        };
    }

    /// Calls a function; `args` are JSON texts by position. Never completes exceptionally.
    public CompletableFuture<ExecResult> exec(ModuleAddress module, String function, List<String> args) {
        return exec(module, function, args, ExecListener.none());
    }

    /// The same, with somebody who hears of its number and of a late answer.
    public CompletableFuture<ExecResult> exec(ModuleAddress module, String function, List<String> args,
            ExecListener listener) {
        List<String> given = List.copyOf(args);
        Optional<String> problem = ExecCall.problem(function, given);
        if (problem.isPresent()) {
            return CompletableFuture.completedFuture(new ExecResult.NotSent(problem.get()));
        }
        CompletableFuture<ExecResult> result = new CompletableFuture<>();
        unsent.add(result);
        if (!turns.post(() -> send(module, function, given, result, listener))) {
            giveUpUnsent();
        }
        return result;
    }

    /// The frame that `exec` would send now, its id being the next one. The arguments stand in it as they are given.
    public String execFrame(ModuleAddress module, String function, List<String> args) {
        return execFrame(requests.nextId(), module, function, args);
    }

    /// The frame of the exec that went out as the request of that number.
    public String execFrame(long id, ModuleAddress module, String function, List<String> args) {
        return writer.write(new Outbound.Exec(id, module, function, args));
    }

    /// Streams a module's debug lines: one stream on the wire however many listen, ignored when the last one leaves.
    public Subscription debug(ModuleAddress module, String moduleId, DebugListener listener) {
        Seat<DebugListener> seat = new Seat<>(listener);
        turns.post(() -> {
            if (!seat.isLeft()) {
                debugStreams.join(module, moduleId, seat);
                pacer.pump();
            }
        });
        return () -> {
            if (seat.leave()) {
                turns.post(() -> {
                    debugStreams.leave(moduleId, seat);
                    pacer.pump();
                });
            }
        };
    }

    public SocketFigures figures() {
        return new SocketFigures(bindings.held(), debugStreams.held(), counters.changes.sum(),
                counters.debugLines.sum(), counters.unreadable.sum(), line.roundTrip());
    }

    /// The latest frames that could not be read, oldest first; `SocketFigures.unreadable` counts them all.
    public List<SetAside> setAside() {
        return setAsides.all();
    }

    /// Tells that an address means another module than before: the server moves binds along without a word, so what
    /// was told of its variables is no longer theirs. Each is bound anew, because only a new bind brings the present
    /// value.
    public void remapped(ModuleAddress module) {
        turns.post(() -> {
            bindings.remapped(module, options.clock().instant());
            pacer.pump();
        });
    }

    /// A module is at an address again: what is bound to it is bound anew, as it may have changed meanwhile. Known values
    /// stay.
    public void renew(ModuleAddress module) {
        turns.post(() -> {
            bindings.renew(module);
            pacer.pump();
        });
    }

    /// Frames that belonged to nothing we asked for, or no more.
    long strays() {
        return counters.strays.sum();
    }

    /// Unbinds and ignores everything, says goodbye, and ends its threads within a second. Called by a listener it
    /// returns at once and the rest happens behind it. Closing again does nothing.
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        if (turns.mine()) {
            Thread.ofPlatform().daemon().name("placewatch-socket-close").start(this::leave);
            return;
        }
        boolean interrupted = Thread.interrupted();
        leave();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        try {
            Optional<Farewell> farewell = turns.ask(this::sayFarewell, LAST_WORDS);
            if (farewell.isPresent()) {
                farewell.get().await(LAST_WORDS);
                Wire last = turns.ask(this::hangUp, LAST_WORDS).flatMap(hungUp -> hungUp).orElse(null);
                if (last != null && !last.awaitEnd(CUT_OFF)) {
                    last.cut();
                    last.awaitEnd(CUT_OFF);
                }
            } else {
                LOG.warn("A listener keeps the socket from saying goodbye");
            }
            turns.close(CUT_OFF);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            turns.closeNow();
            line.abandon();
            giveUpUnsent();
        }
    }

    private Farewell sayFarewell() {
        pacer.lineDown();
        List<LongFunction<Outbound>> frames = new ArrayList<>();
        if (line.isOpen()) {
            frames.addAll(debugStreams.farewells());
            frames.addAll(bindings.farewells());
        }
        return Farewell.send(frames, requests, FAREWELLS);
    }

    private Optional<Wire> hangUp() {
        Optional<Wire> last = line.close();
        forgetLine();
        return last;
    }

    private void giveUpUnsent() {
        unsent.forEach(result -> result.complete(notConnected()));
        unsent.clear();
    }

    private void send(ModuleAddress module, String function, List<String> args, CompletableFuture<ExecResult> result,
            ExecListener listener) {
        unsent.remove(result);
        if (line.isOpen() && !closing.get()) {
            requests.send(id -> {
                listener.sent(id);
                return new Outbound.Exec(id, module, function, args);
            }, options.execDeadline(), new ExecCall(result, raw -> dialect.readReturned(raw), turns::nanoTime, listener));
        } else {
            result.complete(notConnected());
        }
    }

    private ExecResult.NotSent notConnected() {
        return new ExecResult.NotSent("There is no connection to " + server.shown() + ", so nothing was sent.");
    }

    private void forgetLine() {
        pacer.lineDown();
        requests.lost();
        bindings.lineDown(line.heardUntil());
        debugStreams.lineDown();
    }

    private void tick() {
        long now = turns.nanoTime();
        line.tick(now);
        requests.expire(now);
        pacer.pump();
    }

    /// An eighth of the shortest time that is looked after.
    private static Duration tickPeriod(SocketOptions options) {
        Duration shortest = List.of(options.bindDeadline(), options.execDeadline(), options.pingAfter(),
                options.deadAfter()).stream().min(Duration::compareTo).orElseThrow();
        return Duration.ofMillis(Math.clamp(shortest.toMillis() / 8, 5, 250));
    }

    /// What the line brings, in turns.
    private final class Traffic implements Line.User {

        @Override
        public void up() {
            dialect = new DialectDetector(options.dialect());
            pacer.lineUp();
            debugStreams.lineUp();
            bindings.lineUp(dialect);
            pacer.pump();
        }

        @Override
        public void down(Instant heardUntil) {
            forgetLine();
        }

        @Override
        public void frame(Inbound frame, Instant at) {
            switch (frame) {
                case Inbound.Success success -> countStray(requests.answered(success), frame);
                case Inbound.Error error -> countStray(requests.failed(error), frame);
                case Inbound.Notify notify -> {
                    counters.changes.increment();
                    countStray(bindings.notified(notify, at), frame);
                }
                case Inbound.Debug debug -> {
                    counters.debugLines.increment();
                    countStray(debugStreams.line(debug, at), frame);
                }
                case Inbound.Pong _ -> { }
                case Inbound.Unreadable unreadable -> {
                    counters.unreadable(unreadable);
                    setAsides.add(unreadable, at);
                }
            }
            pacer.pump();
        }

        @Override
        public void notified(Notifies notifies, Instant at) {
            counters.changes.add(notifies.size());
            bindings.notified(notifies, at, counters::stray);
            pacer.pump();
        }

        private void countStray(boolean belonged, Inbound frame) {
            if (!belonged) {
                counters.stray(frame);
            }
        }
    }
}
