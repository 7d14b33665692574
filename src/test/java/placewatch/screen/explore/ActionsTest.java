package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.Drained;
import placewatch.bridge.Inbox;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.rest.ControlSystem;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.socket.SocketOptions;

/// Start, stop and ping of a module, and what a person is told of them. This thread plays the JavaFX thread.
class ActionsTest {

    private static final String BOARDROOM = "sys-DemoBoard201";

    private final Inbox inbox = new Inbox(() -> { });

    private void until(String what, Callable<Boolean> holds) {
        Drained.until(inbox, what, holds);
    }

    private Connection open(ServerAddress address, String key) {
        Connection connection =
                new Connection("test",
                        new Access(address, new Credential.ApiKey(key), Route.direct()), SocketOptions.standard(), inbox);
        connection.open();
        return connection;
    }

    private Connection open(Simulator simulator, Role role) {
        return open(ServerAddress.parse(simulator.address().toString()), simulator.key(role));
    }

    private SystemModel boardroom(Connection connection) {
        return new SystemModel(connection, new Favourites(Map.of(), _ -> { }), new ControlSystem(BOARDROOM,
                "Boardroom 2.01", "", "", "", List.of(), List.of(), List.of(), 0, false, "", ""));
    }

    private static ModuleRow row(SystemModel system, String slug) {
        return system.modules().stream().filter(row -> row.address().slug().equals(slug)).findFirst().orElseThrow();
    }

    private ModuleModel module(SystemModel system, String slug) {
        until("the modules", () -> !system.modules().isEmpty());
        system.choose(row(system, slug));
        ModuleModel module = system.moduleProperty().get();
        until("the key's role", () -> module.actions().barrierProperty().get().isEmpty()
                || module.actions().barrierProperty().get().contains("user"));
        return module;
    }

    @Test
    void aSupportKeyStopsAndStartsAModuleAndTheListShowsItAtOnce() {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                Connection connection = open(simulator, Role.SUPPORT);
                SystemModel system = boardroom(connection)) {
            ModuleModel display = module(system, "Display_1");
            String id = display.id();
            long asked = System.nanoTime();
            display.actions().stop(id, "Display_1");
            assertThat(display.actions().outcomeProperty().get()).isEqualTo("Stopping Display_1…");
            assertThat(display.actions().barrierProperty().get()).isNotEmpty();
            until("it to be stopped", () -> !row(system, "Display_1").module().running());
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
            assertThat(display.actions().outcomeProperty().get()).isEqualTo("Display_1 was stopped.");

            display.actions().start(id, "Display_1");
            until("it to run", () -> row(system, "Display_1").module().running());
            assertThat(display.actions().failedProperty().get()).isFalse();
        }
    }

    @Test
    void aWholeSystemIsStoppedAndStarted() {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                Connection connection = open(simulator, Role.SUPPORT);
                SystemModel system = boardroom(connection)) {
            module(system, "Display_1");
            system.actions().stopAll(BOARDROOM, "Boardroom 2.01");
            until("all to be stopped", () -> system.modules().stream().noneMatch(row -> row.module().running()));
            assertThat(system.actions().outcomeProperty().get())
                    .isEqualTo("The modules of Boardroom 2.01 were stopped.");
            system.actions().startAll(BOARDROOM, "Boardroom 2.01");
            until("all to run", () -> system.modules().stream().allMatch(row -> row.module().running()));
        }
    }

    @Test
    void anOrdinaryKeyIsToldWhyAndSendsNothing() {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                Connection connection = open(simulator, Role.USER);
                SystemModel system = boardroom(connection)) {
            ModuleModel display = module(system, "Display_1");
            assertThat(display.actions().barrierProperty().get()).startsWith("This is an ordinary user's key");
            display.actions().stop(display.id(), "Display_1");
            assertThat(display.actions().outcomeProperty().get()).isEmpty();
        }
    }

    @Test
    void aPingIsASentence() {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                Connection connection = open(simulator, Role.SUPPORT);
                SystemModel system = boardroom(connection)) {
            List<String> told = new ArrayList<>();
            for (String slug : List.of("Display_1", "Display_2", "System_1")) {
                ModuleModel module = module(system, slug);
                module.actions().ping(module.id(), slug);
                until("the answer", () -> module.actions().barrierProperty().get().isEmpty());
                told.add(module.actions().outcomeProperty().get());
            }
            assertThat(told.get(0)).matches("10\\.[\\d.]+ answers the ping\\.");
            assertThat(told.get(1)).matches("10\\.[\\d.]+ does not answer the ping: ping failed: timed out\\.");
            assertThat(told.get(2)).startsWith("System_1 could not be pinged. The server did not accept the request");
        }
    }

    @Test
    void aRefusalWith401DoesNotBlameTheKeyItself() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.without(0);
                Connection connection = open(server.address(), "key")) {
            server.posts(401, "{\"error\":\"unauthorised\"}");
            Actions actions = new Actions(connection, () -> { });
            until("the key's role", () -> actions.barrierProperty().get().isEmpty());
            actions.stop("mod-1", "Display_1");
            until("the answer", () -> actions.failedProperty().get());
            assertThat(actions.outcomeProperty().get())
                    .isEqualTo("Display_1 could not be stopped. The server does not let this key do that.");
            actions.close();
        }
    }
}
