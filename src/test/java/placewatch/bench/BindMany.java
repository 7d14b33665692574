package placewatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.Inbox;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import placewatch.socket.SocketOptions;

/// How long it takes to bind 10,000 variables on a fresh connection until each is live, against the simulator in the
/// same process. A first connection warms both sides up.
final class BindMany {

    private static final int VARIABLES = 10_000;

    private BindMany() { }

    public static void main(String[] args) {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo().systems(600))) {
            List<StatusKey> keys = keys(simulator);
            if (keys.size() < VARIABLES) {
                throw new IllegalStateException("the building has only " + keys.size() + " variables");
            }
            bind(simulator, keys);
            double best = bind(simulator, keys);
            for (int i = 0; i < 2; i++) {
                best = Math.min(best, bind(simulator, keys));
            }
            Benchmark.say(Row.atMost("bind 10,000 variables until each is live", best, Double.NaN, "s", 2));
        }
        System.exit(0);
    }

    private static List<StatusKey> keys(Simulator simulator) {
        List<StatusKey> keys = new ArrayList<>();
        for (DemoSystem system : simulator.building().systems()) {
            java.util.Map<String, Integer> indexes = new java.util.HashMap<>();
            for (String id : system.modules()) {
                DemoModule module = simulator.building().module(id).orElseThrow();
                int index = indexes.merge(module.name(), 1, Integer::sum);
                module.state().keySet().forEach(name -> keys.add(
                        new StatusKey(new ModuleAddress(system.id(), module.name(), index), name)));
            }
        }
        return keys.subList(0, Math.min(VARIABLES, keys.size()));
    }

    private static double bind(Simulator simulator, List<StatusKey> keys) {
        Inbox inbox = new Inbox(() -> { });
        try (Connection connection = new Connection("bench", new Access(
                ServerAddress.parse(simulator.address().toString()),
                new Credential.ApiKey(simulator.key(Role.SUPPORT)), Route.direct()), SocketOptions.standard(), inbox)) {
            List<StatusRow> rows = keys.stream().map(StatusRow::new).toList();
            long began = System.nanoTime();
            connection.open();
            rows.forEach(connection::watch);
            int live = 0;
            while (live < rows.size()) {
                inbox.drain(System.nanoTime() + 4_000_000);
                while (live < rows.size() && rows.get(live).quality() instanceof Quality.Live) {
                    live++;
                }
                LockSupport.parkNanos(1_000_000);
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
