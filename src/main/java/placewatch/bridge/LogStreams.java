package placewatch.bridge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.log.FilteredLog;
import placewatch.log.LogEntry;
import placewatch.log.LogFilter;
import placewatch.log.LogQuestion;
import placewatch.log.LogScope;
import placewatch.log.LogSource;
import placewatch.log.LogStore;
import placewatch.model.log.Console;
import placewatch.model.log.LogStream;
import placewatch.model.log.Named;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.rest.SystemDetail;
import placewatch.socket.DebugListener;
import placewatch.socket.DebugPhase;
import placewatch.socket.SocketState;

/// The log of one connection: the debug streams that fill it, at most one a module however many screens show it, and
/// the consoles that look into it. A stream goes on until somebody stops it, wherever it was started; it follows its
/// module to another address and is asked for anew when the module has restarted. JavaFX thread.
public final class LogStreams implements AutoCloseable {

    /// Lines that are kept unless somebody wants more or fewer.
    public static final int USUAL_LINES = 1_000_000;

    /// Of the memory that there is at most, the log takes no more than this part.
    private static final int MEMORY_PART = 4;

    /// What the streams need of the server.
    interface Wire {

        /// Opens a module's debug stream until the subscription is closed.
        Subscription debug(ModuleAddress module, String moduleId, DebugListener listener);

        /// Has the names of a module's status variables told, if the key may read them.
        void variables(ModuleAddress module, Consumer<Set<String>> then);

        /// Whether there is a module at that address, as far as was told.
        boolean lists(ModuleAddress address);
    }

    private record Open(LogFeed feed, Subscription stream) { }

    private final LogStore store =
            new LogStore(USUAL_LINES, Math.max(16L << 20, Runtime.getRuntime().maxMemory() / MEMORY_PART));
    private final Map<String, LogStream> known = new HashMap<>();
    private final Map<String, Open> open = new HashMap<>();
    private final Map<String, Boolean> ran = new HashMap<>();
    private final Set<Console> consoles = ConcurrentHashMap.newKeySet();
    private final ObservableList<LogStream> streams = FXCollections.observableArrayList();
    private final ObservableList<LogStream> view = FXCollections.unmodifiableObservableList(streams);
    private final Map<String, Set<String>> variables = new HashMap<>();
    private final Wire wire;
    private final InstantSource clock;
    private final Inbox inbox;
    private volatile boolean closed;

    LogStreams(Wire wire, InstantSource clock, Inbox inbox) {
        this.wire = wire;
        this.clock = clock;
        this.inbox = inbox;
    }

    /// Where the lines are. Any thread reads.
    public LogStore store() {
        return store;
    }

    /// Those that were started and not yet put away, in that order.
    public ObservableList<LogStream> streams() {
        return view;
    }

    /// A module's stream, which may never have been started.
    ///
    /// @param systemName what people call the module's system
    public LogStream stream(ModuleAddress address, String moduleId, String systemName) {
        LogStream stream = known.computeIfAbsent(moduleId,
                id -> new LogStream(address, id, systemName, known.size()));
        if (!stream.onProperty().get() && !stream.addressProperty().get().equals(address)) {
            stream.gone(false);
            stream.address(address);
        }
        return stream;
    }

    /// Puts a stream on the list without starting it.
    public void list(LogStream stream) {
        if (!streams.contains(stream)) {
            streams.add(stream);
        }
    }

    /// Lowers the driver's log level to debug and takes what it writes.
    public void start(LogStream stream) {
        if (!stream.onProperty().get() && !stream.goneProperty().get()) {
            stream.on(true);
            list(stream);
            ask(stream);
            wire.variables(stream.addressProperty().get(), names -> variables.put(stream.moduleId(), names));
        }
    }

    /// What a word of a line of that module is the name of.
    public Optional<Named> named(LogSource source, String word) {
        return source.address().flatMap(address -> {
            Set<String> known = variables.getOrDefault(source.moduleId(), Set.of());
            for (String name : List.of(word, withoutMark(word))) {
                if (known.contains(name)) {
                    return Optional.of(new Named.Variable(new StatusKey(address, name)));
                }
            }
            return Optional.of(ModuleAddress.ofSlug(address.system(), word)).filter(wire::lists)
                    .map(Named.OtherModule::new);
        });
    }

    private static String withoutMark(String word) {
        return word.endsWith("?") || word.endsWith("!") ? word.substring(0, word.length() - 1) : word;
    }

    private void ask(LogStream stream) {
        LogFeed feed = new LogFeed(stream, store, clock, inbox);
        open.put(stream.moduleId(), new Open(feed, wire.debug(stream.addressProperty().get(), stream.moduleId(), feed)));
    }

    private void leave(LogStream stream) {
        Open left = open.remove(stream.moduleId());
        if (left != null) {
            left.feed().leave();
            left.stream().close();
        }
        stream.phase(new DebugPhase.Disconnected());
    }

    /// Ends the stream; what came stays.
    public void stop(LogStream stream) {
        if (stream.onProperty().get()) {
            stream.on(false);
            leave(stream);
            mark(stream, "debug off: " + stream.addressProperty().get().slug());
        }
    }

    /// Ends the stream and takes it off the list; what came stays.
    public void putAway(LogStream stream) {
        stop(stream);
        stream.mutedProperty().set(false);
        streams.remove(stream);
    }

    private void mark(LogStream stream, String words) {
        store.append(clock.instant(), stream.source(), LogEntry.Kind.STREAM, "", words);
    }

    /// A call from here, or how it ended, as a line without secrets.
    public void call(Instant at, LogSource module, String words) {
        store.append(at, module, LogEntry.Kind.EXEC, "", words);
    }

    /// The connection stands otherwise than before.
    ///
    /// @param name what people call the connection
    void connectionIs(String name, SocketState before, SocketState now) {
        boolean was = before instanceof SocketState.Open;
        switch (now) {
            case SocketState.Open(var _) -> connection("connected to " + name);
            case SocketState.Waiting(var _, var _, var _) when was -> connection("connection to " + name + " lost");
            case SocketState.Refused(var _) when was -> connection(name + " refused the connection");
            case SocketState.Idle(), SocketState.Connecting(var _), SocketState.Waiting(var _, var _, var _),
                 SocketState.Refused(var _), SocketState.Closed() -> { }
        }
    }

    private void connection(String words) {
        store.append(clock.instant(), LogSource.CONNECTION, LogEntry.Kind.STREAM, "", words);
    }

    /// A system's modules were told: streams go where their modules went.
    void listed(SystemDetail detail) {
        Map<String, SystemDetail.Addressed> now = new HashMap<>();
        detail.addressed().forEach(each -> now.putIfAbsent(each.module().id(), each));
        for (LogStream stream : known.values()) {
            if (stream.addressProperty().get().system().equals(detail.system().id())) {
                Optional.ofNullable(now.get(stream.moduleId()))
                        .ifPresentOrElse(found -> found(stream, found), () -> gone(stream));
            }
        }
        now.values().forEach(each -> ran.put(each.module().id(), each.module().running()));
    }

    private void found(LogStream stream, SystemDetail.Addressed found) {
        ModuleAddress before = stream.addressProperty().get();
        boolean on = stream.onProperty().get();
        stream.gone(false);
        if (!found.address().equals(before)) {
            if (on) {
                leave(stream);
            }
            stream.address(found.address());
            mark(stream, "module moved: " + before.slug() + " is " + found.address().slug() + " now"
                    + (on ? ", what it wrote meanwhile is missing here" : ""));
            if (on) {
                ask(stream);
            }
        } else if (on && found.module().running() && !ran.getOrDefault(stream.moduleId(), true)) {
            // a restarted module writes to nobody who listened before
            leave(stream);
            mark(stream, "module restarted: what it wrote meanwhile is missing here");
            ask(stream);
        }
    }

    private void gone(LogStream stream) {
        if (!stream.goneProperty().get()) {
            stop(stream);
            stream.gone(true);
            mark(stream, "module removed from this system: " + stream.addressProperty().get().slug());
        }
    }

    /// Looks into the log until it is closed.
    public Console console(LogScope scope) {
        // the lane wakes the console, which has to be there first
        Console[] made = new Console[1];
        Inbox.Lane lane = inbox.lane(_ -> {
            made[0].refresh();
            return true;
        });
        LogQuestion question = new LogQuestion(scope, LogFilter.EVERYTHING);
        made[0] = new Console(new FilteredLog(store, question, clock, lane::touched), question, consoles::remove);
        consoles.add(made[0]);
        if (closed) {
            // another thread closed the connection, and the screens have not heard of it yet
            made[0].close();
        }
        return made[0];
    }

    /// Forgets all lines. They do not count as dropped: somebody wanted that.
    public void clear() {
        store.clear();
        consoles.forEach(Console::lookAgain);
    }

    /// Keeps that many lines from now on.
    public void keep(int lines) {
        store.mostLines(lines);
        consoles.forEach(Console::lookAgain);
    }

    /// Counts, once a second.
    void tick() {
        streams.forEach(LogStream::tick);
    }

    /// Any thread.
    @Override
    public void close() {
        closed = true;
        Set.copyOf(consoles).forEach(Console::close);
    }
}
