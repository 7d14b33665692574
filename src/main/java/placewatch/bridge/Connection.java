package placewatch.bridge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.model.Background;
import placewatch.model.ConnectionModel;
import placewatch.model.JsonRead;
import placewatch.model.StatusRow;
import placewatch.model.series.ExecMark;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.ControlSystem;
import placewatch.rest.CurrentUser;
import placewatch.rest.Done;
import placewatch.rest.Function;
import placewatch.rest.Page;
import placewatch.rest.PingResult;
import placewatch.rest.PlaceApi;
import placewatch.rest.SystemDetail;
import placewatch.rest.SystemQuery;
import placewatch.rest.Zone;
import placewatch.socket.ControlSocket;
import placewatch.socket.ExecListener;
import placewatch.socket.ExecResult;
import placewatch.socket.SetAside;
import placewatch.socket.SocketFigures;
import placewatch.socket.SocketOptions;
import placewatch.socket.SocketState;
import tools.jackson.databind.JsonNode;

/// One server as the screens use it: questions, watched variables, execs and debug streams. Called on the JavaFX
/// thread; returns at once; every answer comes on the JavaFX thread, in a later pulse.
public final class Connection implements Background, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final ServerAddress server;
    private final PlaceApi api;
    private final ControlSocket socket;
    private final Inbox inbox;
    private final Answers answers;
    private final ConnectionModel model;
    private final InstantSource clock;
    private final Duration beat;
    private final ScheduledExecutorService worker;
    private final Subscription states;
    private final ModuleLists modules = new ModuleLists();
    private final Watches watches;
    private final LogStreams logs;
    private final StatusFeeds feeds;
    private final Hearers<Remap> remaps = new Hearers<>();
    private final Hearers<SystemDetail> details = new Hearers<>();
    private final Hearers<ExecMark> execs = new Hearers<>();
    private boolean askingForModules;
    private boolean askingWho;
    private long droppedLines;

    /// @param name what people call this connection
    public Connection(String name, Access access, SocketOptions options, Inbox inbox) {
        server = access.server();
        this.inbox = inbox;
        clock = options.clock();
        beat = options.beat();
        answers = new Answers(inbox);
        model = new ConnectionModel(name, clock.instant());
        api = new PlaceApi(server, access.credential(), access.route());
        socket = new ControlSocket(server, access.credential(), options, access.route());
        // another thread closes it, and until the screens hear of that they may ask for more: that is not done
        worker = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().name("placewatch-worker").daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        feeds = new StatusFeeds(clock, inbox);
        watches = new Watches(this::bind, clock);
        logs = new LogStreams(new ModuleStreams(socket, modules, this::state), clock, inbox);
        states = socket.onState(new StateFeed(inbox, this::stateIs)::state);
        // while whoever made this builds the screen
        api.prepare();
    }

    /// Begins to connect, and to count the seconds.
    public void open() {
        socket.open();
        model.tick(clock.instant(), socket.figures());
        worker.scheduleAtFixedRate(() -> {
            var figures = socket.figures();
            var now = clock.instant();
            answers.hand(() -> model.tick(now, figures));
        }, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
        askWho();
        onReturn(() -> {
            modules.doubt();
            if (model.userProperty().get() == null && !askingWho) {
                askWho();
            }
        });
        eachSecond(_ -> {
            watches.sweep();
            dropped();
            askForModules();
        });
    }

    private void dropped() {
        logs.tick();
        long gone = logs.store().window().dropped();
        model.dropped(gone - droppedLines);
        droppedLines = gone;
    }

    /// At most one question at a time: hundreds of watched systems must not become a flood.
    private void askForModules() {
        if (askingForModules || !(model.stateProperty().get() instanceof SocketState.Open)) {
            return;
        }
        modules.due(clock.instant()).ifPresent(due -> {
            askingForModules = true;
            system(due, _ -> {
                askingForModules = false;
                askForModules();
            });
        });
    }

    private void askWho() {
        askingWho = true;
        currentUser(result -> {
            askingWho = false;
            switch (result) {
                case ApiResult.Ok<CurrentUser>(CurrentUser user) -> model.user(user);
                // asked again when the connection opens; the server's words may repeat what it was sent
                case ApiResult.Failed<CurrentUser>(var failure) ->
                    LOG.info("whose key this is was not told: {}", failure.getClass().getSimpleName());
            }
        });
    }

    public ConnectionModel model() {
        return model;
    }

    /// The present moment, by the clock that stamps arrivals.
    public Instant now() {
        return clock.instant();
    }

    public ServerAddress server() {
        return server;
    }

    /// The socket's counters right now; the model's move once a second.
    public SocketFigures figures() {
        return socket.figures();
    }

    /// The latest frames of the server that could not be read, oldest first.
    public List<SetAside> setAside() {
        return socket.setAside();
    }

    /// Leaves a wait or a refusal for another attempt right now.
    public void retryNow() {
        socket.retryNow();
    }

    public Subscription currentUser(Consumer<ApiResult<CurrentUser>> then) {
        return ask(api::currentUser, then);
    }

    public Subscription systems(SystemQuery query, Consumer<ApiResult<Page<ControlSystem>>> then) {
        return ask(() -> api.systems(query), then);
    }

    public Subscription system(String systemId, Consumer<ApiResult<SystemDetail>> then) {
        modules.asking(systemId, clock.instant());
        return ask(() -> api.system(systemId), result -> {
            if (result instanceof ApiResult.Ok<SystemDetail>(SystemDetail detail)) {
                modulesAre(detail);
            }
            then.accept(result);
        });
    }

    private void modulesAre(SystemDetail detail) {
        // the server says of a bind neither that its module is gone nor that it is back with other values
        modules.came(detail).forEach(socket::renew);
        watches.listed(detail.system().id(), ModuleLists.listed(detail));
        for (Remap remap : modules.heard(detail, clock.instant())) {
            socket.remapped(remap.address());
            remaps.tell(remap);
        }
        logs.listed(detail);
        details.tell(detail);
    }

    /// Whether it was told which modules a system has; from then on a change is noticed.
    boolean knowsModulesOf(String systemId) {
        return modules.knows(systemId);
    }

    /// Hears whenever an address of a system that somebody looks at has come to mean another module, before the one
    /// who asked for the system's modules gets them; until the subscription is closed.
    public Subscription onRemap(Consumer<Remap> then) {
        return remaps.add(then);
    }

    /// Hears of the modules of a system each time that they are told, whoever asked: those of a system with watched
    /// variables are asked for every few seconds. Until the subscription is closed.
    public Subscription onDetail(Consumer<SystemDetail> then) {
        return details.add(then);
    }

    public Subscription zones(Consumer<ApiResult<List<Zone>>> then) {
        return ask(api::zones, then);
    }

    public Subscription functions(ModuleAddress module, Consumer<ApiResult<List<Function>>> then) {
        return ask(() -> api.functions(module), then);
    }

    public Subscription state(ModuleAddress module, Consumer<ApiResult<Map<String, String>>> then) {
        return ask(() -> api.state(module), then);
    }

    /// Starts a module, everywhere it is used.
    public Subscription start(String moduleId, Consumer<ApiResult<Done>> then) {
        return ask(() -> api.start(moduleId), then);
    }

    /// Stops a module, everywhere it is used.
    public Subscription stop(String moduleId, Consumer<ApiResult<Done>> then) {
        return ask(() -> api.stop(moduleId), then);
    }

    /// Starts every module of a system.
    public Subscription startSystem(String systemId, Consumer<ApiResult<Done>> then) {
        return ask(() -> api.startSystem(systemId), then);
    }

    /// Stops every module of a system.
    public Subscription stopSystem(String systemId, Consumer<ApiResult<Done>> then) {
        return ask(() -> api.stopSystem(systemId), then);
    }

    /// Has the server ping what a module talks to.
    public Subscription ping(String moduleId, Consumer<ApiResult<PingResult>> then) {
        return ask(() -> api.ping(moduleId), then);
    }

    /// The row of a variable: the one that is live already, with its history, if somebody looks at it or did a few
    /// seconds ago.
    public StatusRow row(StatusKey key) {
        return watches.row(key);
    }

    /// Keeps a row live until the subscription is closed, and for a few seconds of grace, so that who comes back finds
    /// it as if nobody had left. Closing the connection does not wait for that.
    public Subscription watch(StatusRow row) {
        row.listed(modules.lists(row.key().module()), clock.instant());
        return watches.watch(row);
    }

    private Subscription bind(StatusRow row) {
        StatusFeed feed = feeds.feed(row);
        String system = row.key().module().system();
        Subscription binding = socket.bind(row.key(), feed);
        modules.watch(system);
        return () -> {
            modules.leave(system);
            feed.leave();
            binding.close();
        };
    }

    /// The log: the debug streams that fill it and the consoles that look into it.
    public LogStreams logs() {
        return logs;
    }

    private void stateIs(SocketState state) {
        logs.connectionIs(model.name(), model.stateProperty().get(), state);
        model.state(state);
    }

    /// Calls a function; `args` are JSON texts by position.
    public void exec(ModuleAddress module, String function, List<String> args, ExecHearer hearer) {
        execs.tell(new ExecMark(clock.instant(), module, function + (args.isEmpty() ? "" : "(…)")));
        socket.exec(module, function, args, new ExecListener() {
            @Override
            public void sent(long id) {
                answers.hand(() -> hearer.sent(id));
            }

            @Override
            public void late(ExecResult answer) {
                answers.hand(() -> hearer.late(answer));
            }
        }).thenAccept(result -> answers.hand(() -> hearer.ended(result)));
    }

    /// Hears of each call as it is made, without its arguments, until the subscription is closed.
    public Subscription onExec(Consumer<ExecMark> then) {
        return execs.add(then);
    }

    /// The frame that [#exec] would send.
    public String execFrame(ModuleAddress module, String function, List<String> args) {
        return socket.execFrame(module, function, args);
    }

    /// The frame of the exec that went out as the request of that number.
    public String execFrame(long id, ModuleAddress module, String function, List<String> args) {
        return socket.execFrame(id, module, function, args);
    }

    /// Reads JSON text off the JavaFX thread: it may be large.
    public Subscription parse(String json, Consumer<JsonNode> then) {
        return work(() -> JsonRead.tree(json), then);
    }

    @Override
    public <T> Subscription work(Supplier<T> task, Consumer<T> then) {
        return ask(() -> CompletableFuture.supplyAsync(task, worker), then);
    }

    /// Runs `task` on the JavaFX thread each time the connection opens, until the subscription is closed.
    public Subscription onReturn(Runnable task) {
        return model.stateProperty().subscribe((_, state) -> {
            if (state instanceof SocketState.Open) {
                task.run();
            }
        })::unsubscribe;
    }

    /// Tells the moment once a second, when the counters of [#model] moved, until the subscription is closed.
    public Subscription eachSecond(Consumer<Instant> then) {
        return model.nowProperty().subscribe(then)::unsubscribe;
    }

    /// Runs `task` on the JavaFX thread every `seconds` of the clock that stamps arrivals, until the subscription is
    /// closed.
    public Subscription every(long seconds, Runnable task) {
        Instant[] due = {clock.instant().plusSeconds(seconds)};
        return eachSecond(_ -> {
            Instant now = clock.instant();
            if (!now.isBefore(due[0])) {
                due[0] = now.plusSeconds(seconds);
                task.run();
            }
        });
    }

    @Override
    public Subscription after(long millis, Runnable task) {
        boolean[] over = {false};
        var timer = worker.schedule(() -> answers.hand(() -> {
            if (!over[0]) {
                task.run();
            }
        }), millis, TimeUnit.MILLISECONDS);
        return () -> {
            over[0] = true;
            timer.cancel(false);
        };
    }

    /// Unbinds and ignores everything and is over within a second. Any thread.
    @Override
    public void close() {
        states.close();
        logs.close();
        worker.shutdownNow();
        socket.close();
        api.close();
    }

    private <T> Subscription ask(Supplier<CompletableFuture<T>> question, Consumer<T> then) {
        boolean[] over = {false};
        CompletableFuture<T> answer = question.get();
        answer.whenComplete((value, fault) -> {
            if (fault == null) {
                answers.hand(() -> {
                    if (!over[0]) {
                        then.accept(value);
                    }
                });
            } else if (!answer.isCancelled()) {
                LOG.error("a question ended in a fault of ours", fault);
            }
        });
        return () -> {
            over[0] = true;
            answer.cancel(true);
        };
    }
}
