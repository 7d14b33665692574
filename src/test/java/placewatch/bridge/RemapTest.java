package placewatch.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.rest.ApiResult;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.DemoSystem;

/// A module list that changes under watched variables, on a server that moves the binds along without a word. This
/// thread plays the JavaFX thread.
class RemapTest {

    private final Inbox inbox = new Inbox(() -> { });
    private final List<Remap> remaps = new ArrayList<>();
    private final Simulator simulator = Simulator.start(SimulatorOptions.demo());
    private final DemoSystem room = simulator.building().systems().stream()
            .filter(system -> system.name().equals("Boardroom 2.01")).findFirst().orElseThrow();
    private final ModuleAddress display = new ModuleAddress(room.id(), "Display", 1);
    private final StatusRow volume = new StatusRow(new StatusKey(display, "volume"));
    private final Connection connection = new Connection("test", new Access(
            ServerAddress.parse(simulator.address().toString()), new Credential.ApiKey(simulator.key(Role.SUPPORT)),
            Route.direct()), FastClock.options(), inbox);

    private void until(String what, Callable<Boolean> holds) {
        Drained.until(inbox, what, holds);
    }

    @BeforeEach
    void open() {
        connection.open();
        connection.onRemap(remaps::add);
    }

    @AfterEach
    void close() {
        connection.close();
        simulator.close();
    }

    private void swapDisplays() {
        List<String> swapped = new ArrayList<>(room.modules());
        Collections.swap(swapped, 0, 1);
        simulator.building().setModules(room.id(), swapped);
    }

    private void exec(ModuleAddress module, String argument) {
        boolean[] done = {false};
        connection.exec(module, "volume", List.of(argument), _ -> done[0] = true);
        until("the answer", () -> done[0]);
    }

    private Map<String, String> stateOf(ModuleAddress module) {
        Map<String, String> state = new HashMap<>();
        connection.state(module, answer -> state.putAll(((ApiResult.Ok<Map<String, String>>) answer).value()));
        until("the state of " + module, () -> !state.isEmpty());
        return state;
    }

    private boolean shows(String json) {
        return volume.quality() instanceof Quality.Live
                && volume.value().filter(value -> value.json().equals(json)).isPresent();
    }

    @Test
    void aWatchedVariableBeginsAnewWithTheOtherModulesValueWithoutAnyScreenAsking() {
        connection.watch(volume);
        until("a value", () -> volume.quality() instanceof Quality.Live);
        exec(display, "11");
        String others = stateOf(new ModuleAddress(room.id(), "Display", 2)).get("volume");
        until("the first module's value", () -> shows("11.0"));
        until("the module list to be known", () -> connection.knowsModulesOf(room.id()));

        swapDisplays();

        until("the other module's value", () -> shows(others));
        assertThat(volume.remappedAtProperty().get()).isNotNull();
        assertThat(volume.changesProperty().get()).isEqualTo(1);
        assertThat(remaps).extracting(Remap::address)
                .containsExactlyInAnyOrder(display, new ModuleAddress(room.id(), "Display", 2));
        assertThat(simulator.figures().bindings()).isEqualTo(1);
    }

    @Test
    void aRemapWhileTheConnectionWasAwayIsNoticedOnReturn() {
        connection.watch(volume);
        until("a value", () -> volume.quality() instanceof Quality.Live);
        until("the module list to be known", () -> connection.knowsModulesOf(room.id()));

        simulator.dropConnections();
        swapDisplays();

        until("the remap", () -> remaps.size() == 2);
        until("a value of the other module", () -> volume.quality() instanceof Quality.Live
                && volume.remappedAtProperty().get() != null && volume.changesProperty().get() == 1);
    }
}
