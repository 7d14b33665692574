package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.Drained;
import placewatch.bridge.FastClock;
import placewatch.bridge.Inbox;
import placewatch.log.FilteredLines;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.rest.ControlSystem;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.DemoSystem;
import placewatch.socket.DebugPhase;

/// The open module's panes while its system's list of modules changes. This thread plays the JavaFX thread.
class MovedModuleTest {

    private final Inbox inbox = new Inbox(() -> { });
    private final Simulator simulator = Simulator.start(SimulatorOptions.demo());
    private final DemoSystem room = simulator.building().systems().stream()
            .filter(system -> system.name().equals("Boardroom 2.01")).findFirst().orElseThrow();
    private final Connection connection = new Connection("test", new Access(
            ServerAddress.parse(simulator.address().toString()), new Credential.ApiKey(simulator.key(Role.SUPPORT)),
            Route.direct()), FastClock.options(), inbox);
    private SystemModel system;

    private void until(String what, Callable<Boolean> holds) {
        Drained.until(inbox, what, holds);
    }

    @BeforeEach
    void open() {
        connection.open();
        system = new SystemModel(connection, new Favourites(Map.of(), _ -> { }), new ControlSystem(room.id(),
                "Boardroom 2.01", "", "", "", List.of(), List.of(), List.of(), 0, false, "", ""));
        until("the modules", () -> !system.modules().isEmpty());
    }

    @AfterEach
    void close() {
        system.close();
        connection.close();
        simulator.close();
    }

    /// Opens Display_1, sets its volume, and lets its debug stream flow.
    private ModuleModel busyDisplay() {
        system.choose(system.modules().getFirst());
        ModuleModel display = system.moduleProperty().get();
        display.log().start();
        until("debug on", () -> display.log().stream().phaseProperty().get() instanceof DebugPhase.Streaming);
        exec(display, "volume", "[11]");
        until("the volume", () -> value(display, "volume").equals("11.0"));
        return display;
    }

    private void exec(ModuleModel module, String function, String arguments) {
        until("the functions", () -> !module.exec().form().functions().isEmpty());
        module.exec().form().chosenProperty().set(module.exec().form().functions().stream()
                .filter(each -> each.name().equals(function)).findFirst().orElseThrow());
        module.exec().form().fill(function, List.of(arguments.replaceAll("[\\[\\]]", "")));
        module.exec().run();
        until("the answer", () -> !module.exec().calls().runs().getFirst().running());
    }

    private static String value(ModuleModel module, String name) {
        StatusModel status = module.statusProperty().get();
        return status == null ? "" : status.rows().stream()
                .filter(row -> row.key().name().equals(name) && row.quality() instanceof Quality.Live)
                .findFirst().flatMap(StatusRow::value).map(value -> value.json()).orElse("");
    }

    private static List<String> log(ModuleModel module) {
        FilteredLines lines = module.log().console().linesProperty().get();
        return LongStream.range(0, lines.size()).mapToObj(index -> lines.entry(index).text()).toList();
    }

    private void swapDisplays() {
        List<String> swapped = new ArrayList<>(room.modules());
        Collections.swap(swapped, 0, 1);
        simulator.building().setModules(room.id(), swapped);
    }

    @Test
    void theOpenPanesFollowTheirModuleToItsNewPlace() {
        ModuleModel display = busyDisplay();
        display.statusProperty().get().filterProperty().set("vol");
        List<String> before = log(display);

        swapDisplays();
        until("the move", () -> display.address().slug().equals("Display_2"));

        assertThat(system.moduleProperty().get()).isSameAs(display);
        assertThat(display.happenedProperty().get()).startsWith("Display_1 is Display_2 now, noticed at ");
        assertThat(display.exec().calls().runs()).hasSize(1);
        assertThat(log(display)).startsWith(before.toArray(String[]::new));
        assertThat(display.exec().form().frameProperty().get()).contains("\"index\":2");
        assertThat(display.lastValues().orElseThrow().tabSeparated()).contains("volume\t11.0\t");
        assertThat(display.statusProperty().get().filterProperty().get()).isEqualTo("vol");
        until("the same module's value at its new address", () -> value(display, "volume").equals("11.0"));

        until("debug on again", () -> log(display).contains("debug on: Display_2"));
        exec(display, "volume", "[12]");
        until("its value", () -> value(display, "volume").equals("12.0"));
        until("what it wrote", () -> log(display).stream().anyMatch(line -> line.contains("12")
                && !line.startsWith("exec ")));
        assertThat(simulator.figures().debugStreams()).isEqualTo(1);
    }

    @Test
    void whatARemovedModuleLeftCanStillBeReadAndCopied() {
        ModuleModel display = busyDisplay();
        List<String> before = log(display);

        simulator.building().setModules(room.id(), room.modules().subList(1, room.modules().size()));
        until("the loss", () -> display.statusProperty().get() == null);

        assertThat(system.moduleProperty().get()).isSameAs(display);
        assertThat(display.happenedProperty().get()).startsWith("Display_1 was removed from this system, noticed at ");
        assertThat(display.exec().calls().runs()).hasSize(1);
        assertThat(log(display)).startsWith(before.toArray(String[]::new));
        assertThat(display.lastValues().orElseThrow().tabSeparated()).contains("volume\t11.0\t");
        // the address means another module now: nothing that is done here may reach it
        assertThat(display.exec().form().frameProperty().get()).isEmpty();
        display.exec().run();
        display.log().start();
        assertThat(display.exec().calls().runs()).hasSize(1);
        assertThat(display.log().stream().onProperty().get()).isFalse();
        assertThat(display.actions().barrierProperty().get()).contains("not in this system any more");
        until("the stream to be left", () -> simulator.figures().debugStreams() == 0);

        simulator.building().setModules(room.id(), room.modules());
        until("it to be back", () -> value(display, "volume").equals("11.0"));
        assertThat(display.exec().form().frameProperty().get()).isNotEmpty();
        assertThat(display.actions().barrierProperty().get()).isEmpty();
    }
}
