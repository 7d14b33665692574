package placewatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import placewatch.bridge.Access;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.simulator.ApiKeys;
import placewatch.simulator.HeldPort;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;

/// The built-in demo building. The way to it is known from the beginning; it stands a good second later, and the window
/// does not wait for that. Any thread.
final class DemoBuilding implements AutoCloseable {

    private final Access access;
    private final CompletableFuture<Simulator> standing;

    private DemoBuilding(Access access, CompletableFuture<Simulator> standing) {
        this.access = access;
        this.standing = standing;
    }

    /// Begins to start it, on a thread of its own.
    ///
    /// @throws UncheckedIOException when this computer has no port for it
    static DemoBuilding start() {
        SimulatorOptions options = SimulatorOptions.demo();
        try {
            HeldPort port = HeldPort.take(options);
            Access access = new Access(ServerAddress.parse(port.address().toString()),
                    new Credential.ApiKey(new ApiKeys(options.seed()).of(Role.SUPPORT)), Route.direct());
            return new DemoBuilding(access, CompletableFuture.supplyAsync(() -> Simulator.start(options, port),
                    task -> Thread.ofPlatform().name("placewatch-demo-start").daemon().start(task)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Access access() {
        return access;
    }

    /// When it stands, or why it never will.
    CompletableFuture<Simulator> standing() {
        return standing;
    }

    /// Ends it, and as soon as it stands if it does not yet.
    @Override
    public void close() {
        standing.thenAccept(Simulator::close);
    }
}
