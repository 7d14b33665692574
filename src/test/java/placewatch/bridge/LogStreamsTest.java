package placewatch.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import placewatch.log.LogEntry;
import placewatch.log.LogScope;
import placewatch.log.LogWindow;
import placewatch.model.log.Console;
import placewatch.model.log.LogStream;
import placewatch.model.log.Named;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorFigures;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.DemoSystem;
import placewatch.socket.DebugPhase;
import placewatch.socket.SocketOptions;
import placewatch.socket.SocketState;

/// Debug streams on a server that runs. This thread plays the JavaFX thread.
class LogStreamsTest {

    private static final String LOST = "connection lost: what the module wrote meanwhile is missing here";

    private final Inbox inbox = new Inbox(() -> { });
    private final Simulator simulator = Simulator.start(SimulatorOptions.demo());
    private final DemoSystem room = simulator.building().systems().stream()
            .filter(system -> system.name().equals("Boardroom 2.01")).findFirst().orElseThrow();
    private final ModuleAddress display = new ModuleAddress(room.id(), "Display", 1);
    private final ModuleAddress second = new ModuleAddress(room.id(), "Display", 2);
    private final Connection connection = new Connection("test", new Access(
            ServerAddress.parse(simulator.address().toString()), new Credential.ApiKey(simulator.key(Role.SUPPORT)),
            Route.direct()), quick(), inbox);
    private final LogStreams logs = connection.logs();
    private final LogStream stream = logs.stream(display, room.modules().getFirst(), room.name());

    /// The product's options, but for the wait before it connects again.
    private static SocketOptions quick() {
        SocketOptions usual = FastClock.options();
        return new SocketOptions(usual.dialect(), usual.clock(), usual.bindDeadline(), usual.execDeadline(),
                usual.pingAfter(), usual.deadAfter(), Duration.ofMillis(50), usual.lastRetry(), usual.beat());
    }

    private void until(String what, Callable<Boolean> holds) {
        Drained.until(inbox, what, holds);
    }

    @BeforeEach
    void open() {
        connection.open();
        until("the connection", () -> connection.model().stateProperty().get() instanceof SocketState.Open);
    }

    @AfterEach
    void close() {
        connection.close();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() ->
                assertThat(simulator.figures()).isEqualTo(new SimulatorFigures(0, 0, 0)));
        simulator.close();
    }

    private void flows() {
        until("the stream", () -> stream.phaseProperty().get() instanceof DebugPhase.Streaming);
    }

    private void startAndFlow() {
        logs.start(stream);
        flows();
    }

    /// Has the module write at least one line.
    private void speak(ModuleAddress module) {
        long before = linesOf(stream.moduleId());
        boolean[] done = {false};
        connection.exec(module, "volume", List.of("11"), _ -> done[0] = true);
        until("a line of " + module, () -> done[0] && linesOf(stream.moduleId()) > before);
    }

    private List<LogEntry> entries() {
        LogWindow window = logs.store().window();
        return LongStream.range(window.first(), window.end()).mapToObj(number -> window.entry(number).orElseThrow())
                .toList();
    }

    private long linesOf(String moduleId) {
        return entries().stream().filter(entry -> entry.kind() == LogEntry.Kind.DEBUG
                && entry.source().moduleId().equals(moduleId)).count();
    }

    /// The stream's marks, with `…` for what the module wrote between them.
    private List<String> story() {
        List<String> story = new ArrayList<>();
        for (LogEntry entry : entries()) {
            if (entry.source().moduleId().equals(stream.moduleId())) {
                String words = entry.kind() == LogEntry.Kind.DEBUG ? "…"
                        : entry.text().replaceAll("gap of \\d+\\.\\d s", "gap of N s");
                if (story.isEmpty() || !words.equals("…") || !story.getLast().equals("…")) {
                    story.add(words);
                }
            }
        }
        return story;
    }

    private void list() {
        boolean[] done = {false};
        connection.system(room.id(), _ -> done[0] = true);
        until("the list of modules", () -> done[0]);
    }

    private void modules(List<String> ids) {
        simulator.building().setModules(room.id(), ids);
        list();
    }

    @Test
    void aStreamGoesOnUntilItIsStoppedAndMayBeStartedAgain() {
        startAndFlow();
        speak(display);
        logs.start(stream);
        assertThat(logs.streams()).containsExactly(stream);
        assertThat(simulator.figures().debugStreams()).isEqualTo(1);
        logs.stop(stream);
        assertThat(stream.onProperty().get()).isFalse();
        assertThat(stream.phaseProperty().get()).isEqualTo(new DebugPhase.Disconnected());
        until("nothing on the wire", () -> simulator.figures().debugStreams() == 0);
        startAndFlow();
        speak(display);
        assertThat(story()).containsExactly("debug on: Display_1", "…", "debug off: Display_1", "debug on: Display_1",
                "…");
        logs.putAway(stream);
        assertThat(logs.streams()).isEmpty();
        assertThat(linesOf(stream.moduleId())).as("what came stays").isPositive();
    }

    @Test
    void howeverManyLookThereIsOneStreamOnTheWireAndEachLineIsThereOnce() {
        Console all = logs.console(LogScope.ALL);
        Console ofModule = logs.console(LogScope.of(stream.moduleId()));
        LogStream same = logs.stream(display, stream.moduleId(), room.name());
        assertThat(same).isSameAs(stream);
        logs.start(same);
        startAndFlow();
        speak(display);
        assertThat(simulator.figures().debugStreams()).isEqualTo(1);
        assertThat(connection.figures().debugLines()).isEqualTo(linesOf(stream.moduleId()));
        until("both to show them", () -> all.linesProperty().get().size() == entries().size()
                && ofModule.linesProperty().get().size() == entries().stream()
                .filter(entry -> entry.source().moduleId().equals(stream.moduleId())).count());
        ofModule.close();
        all.close();
        assertThat(simulator.figures().debugStreams()).as("is nobody's who looks").isEqualTo(1);
    }

    @Test
    void aLostConnectionLeavesAMarkWhereLinesAreMissingAndTheStreamComesBackByItself() {
        startAndFlow();
        speak(display);
        simulator.dropConnections();
        until("the stream's return", () -> story().size() > 3);
        flows();
        speak(display);
        assertThat(story()).containsExactly("debug on: Display_1", "…", LOST,
                "debug on: Display_1, after a gap of N s", "…");
        assertThat(simulator.figures().debugStreams()).isEqualTo(1);
        assertThat(entries()).extracting(LogEntry::text)
                .containsSubsequence("connected to test", "connection to test lost", "connected to test");
        assertThat(entries()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void whatIsStoppedWhileTheConnectionIsAwayDoesNotComeBack() {
        startAndFlow();
        simulator.dropConnections();
        until("the loss", () -> story().contains(LOST));
        logs.stop(stream);
        until("the connection", () -> connection.model().stateProperty().get() instanceof SocketState.Open
                && simulator.figures().sockets() == 1);
        speakUnheard();
        assertThat(story()).containsExactly("debug on: Display_1", LOST, "debug off: Display_1");
    }

    private void speakUnheard() {
        boolean[] done = {false};
        connection.exec(display, "volume", List.of("12"), _ -> done[0] = true);
        until("the answer", () -> done[0]);
    }

    @Test
    void aMovedModuleIsFollowedAndItsLinesAreOfTheNewAddress() {
        startAndFlow();
        list();
        List<String> swapped = new ArrayList<>(room.modules());
        swapped.addFirst(swapped.remove(1));
        modules(swapped);
        assertThat(stream.addressProperty().get()).isEqualTo(second);
        flows();
        speak(second);
        assertThat(story()).last().isEqualTo("…");
        assertThat(story()).filteredOn(words -> !words.equals("…")).containsExactly("debug on: Display_1",
                "module moved: Display_1 is Display_2 now, what it wrote meanwhile is missing here",
                "debug on: Display_2");
        assertThat(entries().getLast().source().address()).contains(second);
        assertThat(simulator.figures().debugStreams()).isEqualTo(1);
        logs.stop(stream);
        until("nothing on the wire", () -> simulator.figures().debugStreams() == 0);
    }

    @Test
    void aModuleThatMovedWhileTheConnectionWasAwayIsFollowed() {
        startAndFlow();
        speak(display);
        list();
        simulator.dropConnections();
        List<String> swapped = new ArrayList<>(room.modules());
        swapped.addFirst(swapped.remove(1));
        simulator.building().setModules(room.id(), swapped);
        until("the move to be noticed", () -> stream.addressProperty().get().equals(second));
        flows();
        speak(second);
        assertThat(story()).startsWith("debug on: Display_1", "…", LOST).endsWith(
                "module moved: Display_1 is Display_2 now, what it wrote meanwhile is missing here",
                "debug on: Display_2", "…");
        assertThat(simulator.figures().debugStreams()).isEqualTo(1);
    }

    @Test
    void aRemovedModuleIsSaidSoAndOneThatIsBackMayBeStarted() {
        startAndFlow();
        list();
        List<String> without = new ArrayList<>(room.modules());
        String removed = without.removeFirst();
        modules(without);
        assertThat(stream.goneProperty().get()).isTrue();
        assertThat(stream.onProperty().get()).isFalse();
        until("nothing on the wire", () -> simulator.figures().debugStreams() == 0);
        logs.start(stream);
        assertThat(stream.onProperty().get()).as("there is nothing to start").isFalse();
        list();
        assertThat(story()).filteredOn(words -> !words.equals("…")).containsExactly("debug on: Display_1",
                "debug off: Display_1", "module removed from this system: Display_1");
        without.addFirst(removed);
        modules(without);
        assertThat(stream.goneProperty().get()).isFalse();
        startAndFlow();
        speak(display);
    }

    @Test
    void aRestartedModuleIsAskedForAnew() {
        startAndFlow();
        speak(display);
        list();
        boolean[] done = {false};
        connection.stop(stream.moduleId(), _ -> done[0] = true);
        until("the stop", () -> done[0]);
        list();
        done[0] = false;
        connection.start(stream.moduleId(), _ -> done[0] = true);
        until("the start", () -> done[0]);
        list();
        until("the second beginning", () -> story().stream().filter("debug on: Display_1"::equals).count() == 2);
        speak(display);
        assertThat(story()).filteredOn(words -> !words.equals("…")).containsExactly("debug on: Display_1",
                "module restarted: what it wrote meanwhile is missing here", "debug on: Display_1");
        assertThat(simulator.figures().debugStreams()).isEqualTo(1);
    }

    @Test
    void wordsOfALineLeadToVariablesAndModulesOfItsSystem() {
        startAndFlow();
        list();
        until("the names of variables", () -> logs.named(stream.source(), "volume").isPresent());
        assertThat(logs.named(stream.source(), "volume?"))
                .contains(new Named.Variable(new StatusKey(display, "volume")));
        assertThat(logs.named(stream.source(), "Display_2")).contains(new Named.OtherModule(second));
        assertThat(logs.named(stream.source(), "Display_77")).isEmpty();
        assertThat(logs.named(stream.source(), "nonsense")).isEmpty();
    }

    @Test
    void theRingIsClearedAndShrunkInEveryConsole() {
        Console console = logs.console(LogScope.ALL);
        startAndFlow();
        speak(display);
        until("the lines", () -> console.linesProperty().get().size() > 1);
        logs.keep(1);
        until("one line", () -> console.linesProperty().get().size() == 1);
        long dropped = logs.store().window().dropped();
        assertThat(dropped).isPositive();
        logs.keep(100);
        logs.clear();
        until("none", () -> console.linesProperty().get().size() == 0);
        assertThat(logs.store().window().dropped()).isEqualTo(dropped);
    }

    @Test
    void closedNoConsoleListensAnyMore() {
        Console console = logs.console(LogScope.ALL);
        until("the first look", () -> console.linesProperty().get().isComplete());
        connection.close();
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() ->
                assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                        .noneMatch(name -> name.equals("placewatch-log-filter")));
        Console late = logs.console(LogScope.ALL);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() ->
                assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                        .noneMatch(name -> name.equals("placewatch-log-filter")));
        late.close();
    }
}
