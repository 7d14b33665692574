package placewatch.simulator.socket;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Session;
import placewatch.simulator.Caller;
import placewatch.simulator.Dialect;
import placewatch.simulator.Execution;
import placewatch.simulator.Limits;
import placewatch.simulator.SimulatorFigures;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.BuildingListener;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import tools.jackson.databind.JsonNode;

/// Every open control socket, and the way of what happens in the building to them. Safe on any thread.
public final class ControlSockets implements BuildingListener {

    private final ScheduledExecutorService timer;
    private final Executor fibres;
    private final Limits limits;
    private final StatusBindings bindings;
    private final DebugStreams streams = new DebugStreams();
    private final ControlProtocol protocol;
    private final Dialect dialect;
    private final Set<ControlConnection> open = ConcurrentHashMap.newKeySet();

    /// @param fibres  runs short tasks off the caller's thread, without bound
    public ControlSockets(Building building, Dialect dialect, Execution execution,
            ScheduledExecutorService timer, Executor fibres, Limits limits) {
        this.timer = timer;
        this.fibres = fibres;
        this.limits = limits;
        this.dialect = dialect;
        this.bindings = new StatusBindings(building);
        this.protocol = switch (dialect) {
            case CURRENT -> new CurrentProtocol(building, bindings, execution, timer, fibres, limits);
            case DOCUMENTED -> new DocumentedProtocol(building, bindings, execution);
        };
        timer.scheduleWithFixedDelay(() -> open.forEach(ControlConnection::checkReader), 1, 1, TimeUnit.SECONDS);
    }

    /// The listener for a socket whose upgrade was granted.
    public ControlConnection admit(Caller caller) {
        return new ControlConnection(this, caller, protocol, new Holdings(bindings, streams));
    }

    public SimulatorFigures figures() {
        int sockets = 0;
        int bound = 0;
        int watched = 0;
        for (ControlConnection connection : open) {
            sockets++;
            bound += connection.holdings().bindingCount();
            watched += connection.holdings().streamCount();
        }
        return new SimulatorFigures(sockets, bound, watched);
    }

    /// Cuts every socket without a close frame.
    public void drop() {
        open.forEach(ControlConnection::drop);
    }

    /// A module was stopped and started again, or only started.
    public void restarted(String moduleId) {
        if (dialect == Dialect.CURRENT) {
            streams.restarted(moduleId);
        }
    }

    @Override
    public void statusChanged(DemoModule module, String key, JsonNode value) {
        bindings.statusChanged(module, key, value);
    }

    @Override
    public void logged(DemoModule module, String level, String text) {
        streams.logged(module.id(), level, text);
    }

    @Override
    public void modulesChanged(DemoSystem system) {
        bindings.modulesChanged(system);
    }

    @Override
    public void started(DemoModule module) {
        restarted(module.id());
    }

    Outbox outboxFor(Session session) {
        return new Outbox(session, fibres, limits);
    }

    Future<?> opened(ControlConnection connection) {
        open.add(connection);
        long period = limits.heartbeat().toMillis();
        return timer.scheduleAtFixedRate(() -> connection.send("pong"), period, period, TimeUnit.MILLISECONDS);
    }

    void gone(ControlConnection connection) {
        open.remove(connection);
    }
}
