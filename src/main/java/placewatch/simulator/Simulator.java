package placewatch.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import placewatch.protocol.Subscription;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.DemoBuilding;
import placewatch.simulator.rest.RestApi;
import placewatch.simulator.socket.ControlSockets;

/// A running look-alike of a PlaceOS server: REST and WebSocket on one port. Every method may be called on any thread.
public final class Simulator implements AutoCloseable {

    private final Building building;
    private final ApiKeys keys;
    private final ScheduledThreadPoolExecutor timer;
    private final ExecutorService fibres;
    private final ControlSockets sockets;
    private final Subscription hearing;
    private final HttpServer server;
    private final URI address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Simulator(SimulatorOptions options, HeldPort port, Building building, Limits limits) throws IOException {
        this.building = building;
        keys = new ApiKeys(options.seed());
        timer = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().name("simulator-timer").daemon(true).factory());
        timer.setRemoveOnCancelPolicy(true);
        fibres = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("simulator-fibre-", 0).factory());
        Execution execution = new Execution(timer, limits);
        sockets = new ControlSockets(building, options.dialect(), execution, timer, fibres, limits);
        RestApi rest = new RestApi(building, execution, sockets::restarted);
        hearing = building.observe(sockets);
        try {
            server = new HttpServer(port, limits,
                    upgrades -> new Door(new KeyCheck(keys), rest, sockets, upgrades));
        } catch (IOException e) {
            release();
            throw e;
        }
        address = port.address();
    }

    /// Starts listening; returns once the port is open.
    ///
    /// @throws UncheckedIOException when the port can't be had
    public static Simulator start(SimulatorOptions options) {
        return start(options, raise(options), Limits.likeTheServer());
    }

    /// The same on a port that was taken before, which is closed with it.
    public static Simulator start(SimulatorOptions options, HeldPort port) {
        try {
            return listen(options, port, raise(options), Limits.likeTheServer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Building raise(SimulatorOptions options) {
        return DemoBuilding.raise(options.systems(), options.seed(), options.frozenAt());
    }

    /// Over any building, which is closed with the simulator, and at once if it can't start.
    static Simulator start(SimulatorOptions options, Building building, Limits limits) {
        HeldPort port;
        try {
            port = HeldPort.take(options);
        } catch (IOException e) {
            building.close();
            throw new UncheckedIOException(e);
        }
        try {
            return listen(options, port, building, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Simulator listen(SimulatorOptions options, HeldPort port, Building building, Limits limits)
            throws IOException {
        try {
            return new Simulator(options, port, building, limits);
        } catch (IOException e) {
            port.close();
            throw e;
        }
    }

    /// `http://127.0.0.1:PORT`.
    public URI address() {
        return address;
    }

    /// The API key of that role.
    public String key(Role role) {
        return keys.of(role);
    }

    /// A good key whose scope doesn't cover the API: every call and the socket's upgrade answer it with an empty 403.
    public String keyWithoutScope() {
        return keys.withoutScope();
    }

    public Building building() {
        return building;
    }

    public SimulatorFigures figures() {
        return sockets.figures();
    }

    /// Moves the clock of a building that was started frozen, running everything that falls due on the way.
    public void advance(Duration time) {
        building.advance(time);
    }

    /// Cuts every open connection without a close frame, as a network would; keeps listening.
    public void dropConnections() {
        sockets.drop();
        server.dropConnections();
    }

    /// Ends it at once; leaves no thread. Closing twice does nothing.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            sockets.drop();
            server.close();
            release();
        }
    }

    private void release() {
        hearing.close();
        building.close();
        timer.shutdownNow();
        fibres.shutdownNow();
    }
}
