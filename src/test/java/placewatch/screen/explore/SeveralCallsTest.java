package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.Drained;
import placewatch.bridge.FastClock;
import placewatch.bridge.Inbox;
import placewatch.control.Mark;
import placewatch.control.status.StatusActions;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.rest.ControlSystem;
import placewatch.settings.PastCalls;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import placewatch.socket.SocketState;

/// One call on several modules of a driver, from the question to the history. This thread plays the JavaFX thread.
class SeveralCallsTest {

    private final Inbox inbox = new Inbox(() -> { });
    private final Simulator simulator = Simulator.start(SimulatorOptions.demo());
    private final Connection connection = new Connection("test", new Access(
            ServerAddress.parse(simulator.address().toString()), new Credential.ApiKey(simulator.key(Role.SUPPORT)),
            Route.direct()), FastClock.options(), inbox);
    private final CallBook book = new CallBook();
    private final DemoSystem room = simulator.building().systems().stream()
            .filter(system -> system.name().startsWith("Auditorium")).findFirst().orElseThrow();
    private final List<DemoModule> displays = room.modules().stream()
            .map(id -> simulator.building().module(id).orElseThrow()).filter(module -> module.name().equals("Display")).toList();
    private SystemModel system;
    private ModuleModel first;
    private CallsModel calls;

    private void until(String what, Callable<Boolean> holds) {
        Drained.until(inbox, what, holds);
    }

    @BeforeEach
    void open() {
        connection.open();
        until("the connection", () -> connection.model().stateProperty().get() instanceof SocketState.Open);
        system = new SystemModel(connection, new Favourites(Map.of(), _ -> { }), new ControlSystem(room.id(), room.name(),
                "", "", "", List.of(), List.of(), List.of(), 0, false, "", ""), StatusActions.none(), book);
        until("the modules", () -> !system.modules().isEmpty());
        system.choose(row("Display_1"));
        first = system.moduleProperty().get();
        calls = first.exec().calls();
    }

    @AfterEach
    void close() {
        system.close();
        connection.close();
        simulator.close();
    }

    private ModuleRow row(String slug) {
        return system.modules().stream().filter(row -> row.address().slug().equals(slug)).findFirst().orElseThrow();
    }

    private SeveralModel asked(String volume) {
        calls.several("volume", List.of("level"), List.of(volume));
        return calls.severalProperty().get();
    }

    private static List<String> chosen(SeveralModel question) {
        return question.chosen().stream().map(row -> row.address().slug()).toList();
    }

    private static void tick(SeveralModel question, String slug, boolean chosen) {
        question.candidates().stream().filter(candidate -> candidate.row().address().slug().equals(slug)).findFirst()
                .orElseThrow().chosen().set(chosen);
    }

    /// Answers the question, and waits for all that comes of it.
    private CallRound go(SeveralModel question) {
        int before = calls.runs().size();
        question.go();
        until("the calls", () -> calls.runs().size() > before);
        CallRound round = calls.runs().getFirst().round().orElseThrow();
        until("the answers", () -> round.running().isEmpty());
        return round;
    }

    private static String volume(DemoModule display) {
        return display.status("volume").orElseThrow().toString();
    }

    @Test
    void itAsksAndThenEachTickedModuleIsCalledAndHasItsOwnAnswer() {
        String before = volume(displays.get(1));
        SeveralModel question = asked("7");
        assertThat(calls.runs()).as("nothing is called unasked").isEmpty();
        assertThat(chosen(question)).containsExactly("Display_1", "Display_2", "Display_3");
        assertThat(question.all()).isEqualTo("All 3 Display modules");
        tick(question, "Display_2", false);
        assertThat(question.askProperty().get()).isEqualTo("Call volume on Display_1 and Display_3 in " + room.name() + "?");
        assertThat(question.doesProperty().get()).isEqualTo("Run volume on 2 modules");
        assertThat(question.means()).startsWith("volume(7) is sent to each module that is ticked.");

        CallRound round = go(question);
        assertThat(round.summaryProperty().get()).isEqualTo("all 2 answered");
        assertThat(round.mark()).isEqualTo(Mark.GOOD);
        assertThat(calls.runs()).extracting(run -> run.module().slug()).containsExactly("Display_1", "Display_3");
        assertThat(calls.runs()).extracting(run -> run.frameProperty().get()).satisfiesExactly(
                frame -> assertThat(frame).contains("\"index\":1", "\"name\":\"volume\",\"args\":[7]"),
                frame -> assertThat(frame).contains("\"index\":3", "\"name\":\"volume\",\"args\":[7]"));
        assertThat(displays).extracting(SeveralCallsTest::volume).containsExactly("7.0", before, "7.0");
        assertThat(book.calls()).extracting(PastCalls.Call::slug, PastCalls.Call::title, PastCalls.Call::end)
                .containsExactlyInAnyOrder(tuple("Display_1", room.name(), PastCalls.End.RETURNED),
                        tuple("Display_3", room.name(), PastCalls.End.RETURNED));
        assertThat(round.tabSeparated()).contains("\tDisplay_3\tvolume(7)\tanswered\t");
        assertThat(LogTexts.of(connection, first)).as("its own log tells of its own call")
                .filteredOn(line -> line.contains("exec volume(7)")).hasSize(1);
    }

    @Test
    void aStoppedModuleIsTickedByThePersonOnlyAndWhatFailedIsNamedAndCanBeRepeated() {
        displays.get(1).stop();
        until("it is seen to be stopped", () -> {
            calls.several("volume", List.of("level"), List.of("8"));
            boolean seen = !row("Display_2").module().running();
            calls.severalProperty().get().leave();
            return seen;
        });
        SeveralModel question = asked("8");
        assertThat(chosen(question)).containsExactly("Display_1", "Display_3");
        tick(question, "Display_2", true);
        CallRound round = go(question);
        assertThat(round.summaryProperty().get()).isEqualTo("2 answered, 1 failed: Display_2 (error 7)");
        assertThat(round.mark()).isEqualTo(Mark.TROUBLE);

        displays.get(1).start();
        calls.again(round, round.unanswered());
        assertThat(chosen(calls.severalProperty().get())).containsExactly("Display_2");
        assertThat(calls.severalProperty().get().askProperty().get()).contains("Call volume on Display_2 in ");
        assertThat(go(calls.severalProperty().get()).summaryProperty().get()).isEqualTo("1 answered");
        assertThat(volume(displays.get(1))).isEqualTo("8.0");
    }

    @Test
    void whatWasAskedAboutIsWhatIsCalled() {
        List<String> before = displays.stream().map(SeveralCallsTest::volume).toList();
        SeveralModel question = asked("9");
        tick(question, "Display_1", false);
        tick(question, "Display_3", false);
        List<String> swapped = new ArrayList<>(room.modules());
        Collections.swap(swapped, 0, 1);
        simulator.building().setModules(room.id(), swapped);
        question.go();
        until("the same question with another list", () -> calls.severalProperty().get() != question);
        assertThat(calls.runs()).isEmpty();
        SeveralModel anew = calls.severalProperty().get();
        assertThat(chosen(anew)).as("the same module, where it is now").containsExactly("Display_1");
        assertThat(anew.means()).contains("Display_2 is not what stood there when you were asked: nothing was called.");
        go(anew);
        assertThat(displays).extracting(SeveralCallsTest::volume).containsExactly(before.get(0), "9.0", before.get(2));

        SeveralModel last = asked("10");
        simulator.building().setModules(room.id(), swapped.subList(0, 2));
        last.go();
        until("another question", () -> calls.severalProperty().get() != last);
        assertThat(calls.runs()).hasSize(1);
        assertThat(calls.severalProperty().get().candidates()).hasSize(2);
        first.gone();
        assertThat(calls.severalProperty().get()).as("whoever can't call is not asked any more").isNull();
    }

    @Test
    void aDangerousCallSaysSoAndWhatChangesOnTheOthersIsToldToo() {
        SeveralModel question = asked("11");
        until("their values", () -> calls.alike().stream().allMatch(row -> row == row("Display_1")
                || values(row).contains("volume")));
        go(question);
        ExecRun third = calls.runs().getLast();
        until("the change", () -> third.changesProperty().get().changes().stream()
                .anyMatch(change -> change.name().equals("volume") && change.now().equals("11.0")));
        calls.several("power", List.of("state"), List.of("false"));
        assertThat(calls.severalProperty().get().means()).contains("power(false)", "asks first because of “power(false)”");
        calls.severalProperty().get().leave();
        assertThat(calls.severalProperty().get()).isNull();
    }

    private List<String> values(ModuleRow row) {
        return first.exec().calls().watched(row).stream().filter(each -> each.value().isPresent())
                .map(each -> each.key().name()).toList();
    }

    @Test
    void whoWaitsForAServerToSayWhereTheModulesAreIsToldSo() {
        // nobody answers: patience ends after a second
        Alike silent = new Alike(connection, system.modules(), calls.called().driver(), _ -> { });
        try (CallsModel waiting = new CallsModel(connection, book, calls.called(), silent, (_, _) -> { })) {
            waiting.several("volume", List.of("level"), List.of("12"));
            SeveralModel question = waiting.severalProperty().get();
            tick(question, "Display_2", false);
            tick(question, "Display_3", false);
            question.go();
            assertThat(waiting.lookingProperty().get()).as("said at once").isFalse();
            until("word of the wait", () -> waiting.lookingProperty().get());
            assertThat(waiting.runs()).isEmpty();
            until("the call", () -> waiting.runs().size() == 1);
            assertThat(waiting.lookingProperty().get()).isFalse();
            until("its answer", () -> !waiting.runs().getFirst().running());
        }
        assertThat(volume(displays.getFirst())).isEqualTo("12.0");
    }

    @Test
    void aCallOfBeforeIsMadeOnSeveralUnlessAnArgumentWasNotKept() {
        calls.several("volume", List.of(new PastCalls.Argument("13", PastCalls.Extent.WHOLE)));
        go(calls.severalProperty().get());
        assertThat(displays).extracting(SeveralCallsTest::volume).containsOnly("13.0");
        calls.several("volume", List.of(new PastCalls.Argument("1", PastCalls.Extent.CUT)));
        assertThat(calls.severalProperty().get()).isNull();
    }

    @Test
    void modulesOfOtherDriversAreNotOffered() {
        system.choose(row("Mixer_1"));
        assertThat(system.moduleProperty().get().exec().calls().alike()).hasSize(1);
        assertThat(calls.alike()).extracting(row -> row.address().module()).containsOnly("Display");
    }
}
