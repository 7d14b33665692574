package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
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
import placewatch.control.status.StatusActions;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.rest.ControlSystem;
import placewatch.settings.DangerousCalls;
import placewatch.settings.Kept;
import placewatch.settings.PastCalls;
import placewatch.settings.PastCalls.Extent;
import placewatch.settings.PastCallsJson;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.socket.ExecResult;
import placewatch.socket.SocketState;

/// Calls of a module of the demo building, from the press to the history. This thread plays the JavaFX thread.
class CallsModelTest {

    private final Inbox inbox = new Inbox(() -> { });
    private final Simulator simulator = Simulator.start(SimulatorOptions.demo());
    private final Connection connection = new Connection("test", new Access(
            ServerAddress.parse(simulator.address().toString()), new Credential.ApiKey(simulator.key(Role.SUPPORT)),
            Route.direct()), FastClock.options(), inbox);
    private final CallBook book = new CallBook();
    private final List<SystemModel> opened = new ArrayList<>();

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
        opened.forEach(SystemModel::close);
        connection.close();
        simulator.close();
    }

    private ModuleModel module(String system, String slug) {
        String id = simulator.building().systems().stream().filter(room -> room.name().equals(system)).findFirst()
                .orElseThrow().id();
        SystemModel model = new SystemModel(connection, new Favourites(Map.of(), _ -> { }),
                new ControlSystem(id, system, "", "", "", List.of(), List.of(), List.of(), 0, false, "", ""),
                StatusActions.none(), book);
        opened.add(model);
        until("the modules", () -> !model.modules().isEmpty());
        model.choose(model.modules().stream().filter(row -> row.address().slug().equals(slug)).findFirst().orElseThrow());
        return model.moduleProperty().get();
    }

    private CallsModel lab() {
        return module("Lab 3.08", "Lab_1").exec().calls();
    }

    private static ExecResult result(ExecRun run) {
        return switch (run.stageProperty().get()) {
            case ExecRun.Ended(ExecResult result) -> result;
            case ExecRun.Late(ExecResult answer, var _) -> answer;
            case ExecRun.Running(), ExecRun.Stopped(var _) -> throw new AssertionError("no answer yet");
        };
    }

    private ExecRun ended(CallsModel calls) {
        ExecRun run = calls.runs().getFirst();
        until("the answer", () -> !run.running());
        return run;
    }

    @Test
    void aSecretIsSentButNeitherShownNorKept() {
        ModuleModel module = module("Lab 3.08", "Lab_1");
        CallsModel calls = module.exec().calls();
        calls.run("echo", List.of("token"), List.of("\"hunter2\""));
        ExecRun run = ended(calls);

        assertThat(result(run)).isInstanceOfSatisfying(ExecResult.Returned.class,
                returned -> assertThat(returned.json()).isEqualTo("\"hunter2\""));
        assertThat(run.arguments()).isEqualTo("\"••••••\"");
        assertThat(run.frameProperty().get()).contains("\"name\":\"echo\"", "\"args\":[\"••••••\"]");
        assertThat(LogTexts.of(connection, module)).noneMatch(line -> line.contains("hunter2"))
                .anyMatch(line -> line.contains("exec echo(\"••••••\")"));
        assertThat(calls.curl(run.module(), run.function(), run.shown())).doesNotContain("hunter2")
                .doesNotContain(simulator.key(Role.SUPPORT));
        PastCalls.Call kept = book.calls().getFirst();
        assertThat(kept.arguments()).containsExactly(new PastCalls.Argument("\"••••••\"", Extent.MASKED));
        assertThat(kept).extracting(PastCalls.Call::end, PastCalls.Call::size).containsExactly(PastCalls.End.RETURNED, 9L);
        assertThat(calls.barrier(kept.driver(), kept.arguments())).contains("Edit");

        calls.again(run);
        until("the same once more", () -> calls.runs().size() == 2 && !calls.runs().getFirst().running());
        assertThat(result(calls.runs().getFirst())).isEqualTo(new ExecResult.Returned("\"hunter2\"",
                ((ExecResult.Returned) result(calls.runs().getFirst())).took()));
    }

    @Test
    void whoStopsWaitingIsToldOfALateAnswerAndOthersGoOnMeanwhile() {
        CallsModel calls = lab();
        calls.run("slow", List.of(), List.of());
        ExecRun slow = calls.runs().getFirst();
        calls.run("echo", List.of("value"), List.of("7"));
        ExecRun quick = ended(calls);
        assertThat(result(quick)).isInstanceOf(ExecResult.Returned.class);
        assertThat(slow.running()).isTrue();

        calls.stop(slow);
        assertThat(slow.stageProperty().get()).isInstanceOf(ExecRun.Stopped.class);
        assertThat(book.calls()).extracting(PastCalls.Call::function, PastCalls.Call::end)
                .contains(tuple("slow", PastCalls.End.STOPPED_WAITING));
        until("the late answer", () -> slow.stageProperty().get() instanceof ExecRun.Late);
        assertThat(result(slow)).isInstanceOfSatisfying(ExecResult.Returned.class,
                returned -> assertThat(returned.json()).isEqualTo("\"done\""));
        assertThat(book.calls()).as("each call stands there once").hasSize(2);
    }

    @Test
    void halfACharacterIsNotSentAndBreaksNoFile() {
        CallsModel calls = lab();
        calls.run("echo", List.of("value"), List.of("\"\uD83D\""));
        assertThat(result(ended(calls))).isInstanceOf(ExecResult.NotSent.class);
        PastCallsJson format = new PastCallsJson();
        PastCalls past = new PastCalls(book.calls(), List.of());
        assertThat(past.calls()).hasSize(1);
        assertThat(format.read(format.write(past))).isEqualTo(past);
    }

    @Test
    void manyLargeAnswersAreNotHeldButStandInTheHistory() {
        CallsModel calls = lab();
        for (int i = 0; i < 4; i++) {
            calls.run("big_value", List.of("kilobytes"), List.of("8000"));
            ended(calls);
        }
        assertThat(calls.runs().stream().mapToLong(ExecRun::size).sum()).isBetween(1L, CallRuns.KEPT_ANSWERS);
        assertThat(calls.runs()).hasSizeLessThan(4).isNotEmpty();
        assertThat(book.calls()).hasSize(4);
    }

    @Test
    void aDangerousCallIsMadeOnlyWhenTheQuestionIsAnswered() {
        ModuleModel display = module("Boardroom 2.01", "Display_1");
        CallsModel calls = display.exec().calls();
        calls.run("power", List.of("state"), List.of("false"));
        assertThat(calls.runs()).isEmpty();
        CallsModel.Question question = calls.questionProperty().get();
        assertThat(question.ask()).isEqualTo("Call power on Display_1 in Boardroom 2.01?");
        assertThat(question.means()).contains("power(false)", "Display_1 in Boardroom 2.01");
        calls.asked();
        assertThat(calls.runs()).as("leaving it does nothing").isEmpty();

        question.go().run();
        assertThat(result(ended(calls))).isInstanceOf(ExecResult.Returned.class);
        calls.run("power", List.of("state"), List.of("true"));
        assertThat(calls.questionProperty().get()).isNull();
        ended(calls);

        PastCalls.Call past = book.calls().get(1);
        calls.again(past.function(), past.arguments());
        assertThat(calls.runs()).as("again it asks again").hasSize(2);
        assertThat(calls.questionProperty().get()).isNotNull();

        CallsModel.Question open = calls.questionProperty().get();
        display.gone();
        open.go().run();
        assertThat(calls.runs()).as("nothing is called on a module that is gone").hasSize(2);

        book.dangerous(new DangerousCalls(List.of("volume")));
        CallsModel other = module("Boardroom 2.01", "Display_1").exec().calls();
        other.run("volume", List.of("level"), List.of("20"));
        assertThat(other.runs()).isEmpty();
    }

    @Test
    void whatHasChangedSinceIsToldWithTheCall() {
        ModuleModel display = module("Boardroom 2.01", "Display_1");
        until("the values", () -> display.statusProperty().get().rows().stream()
                .filter(row -> row.key().name().equals("volume")).anyMatch(row -> row.value().isPresent()));
        CallsModel calls = display.exec().calls();
        calls.run("volume", List.of("level"), List.of("3"));
        ExecRun run = calls.runs().getFirst();
        until("the change", () -> run.changesProperty().get().changes().stream()
                .anyMatch(change -> change.name().equals("volume")));
        CallChanges.Change change = run.changesProperty().get().changes().stream()
                .filter(each -> each.name().equals("volume")).findFirst().orElseThrow();
        assertThat(change.now()).isEqualTo("3.0");
        assertThat(change.before()).isNotEqualTo("3.0").isNotEmpty();
        assertThat(change.after()).isPositive().isLessThan(CallRuns.FOLLOWED);
        assertThat(run.changesProperty().get().changes()).extracting(CallChanges.Change::at).isSorted();
    }

    @Test
    void aFavouriteServesEveryModuleWithThatDriverAndNoOther() {
        CallsModel here = module("Boardroom 2.01", "Display_1").exec().calls();
        List<PastCalls.Argument> hdmi = List.of(new PastCalls.Argument("\"hdmi2\"", Extent.WHOLE));
        assertThat(here.keep("  ", "switch_to", hdmi)).isPresent();
        assertThat(here.keep("To HDMI 2", "switch_to", hdmi)).isEmpty();
        assertThat(here.keep("to hdmi 2", "switch_to", hdmi)).get().asString().contains("already");
        PastCalls.Favourite favourite = book.favourites().getFirst();

        ModuleModel there = module("Boardroom 2.01", "Display_2");
        assertThat(there.exec().calls().barrier(favourite.driver(), favourite.arguments())).isEmpty();
        assertThat(lab().barrier(favourite.driver(), favourite.arguments())).contains("another kind");

        until("the functions", () -> !there.exec().form().functions().isEmpty());
        there.exec().calls().edit(favourite.function(), favourite.arguments());
        assertThat(there.exec().form().frameProperty().get()).contains("\"index\":2", "\"name\":\"switch_to\"", "[\"hdmi2\"]");
        book.remove(favourite);
        assertThat(book.favourites()).isEmpty();
    }

    @Test
    void aFavouriteHasANameOfItsOwnAndComesBackWhereItWas() {
        CallsModel here = module("Boardroom 2.01", "Display_1").exec().calls();
        here.keep("One", "volume", List.of(new PastCalls.Argument("1", Extent.WHOLE)));
        here.keep("Two", "volume", List.of(new PastCalls.Argument("2", Extent.WHOLE)));
        here.keep("Three", "volume", List.of(new PastCalls.Argument("3", Extent.WHOLE)));
        lab().keep("one", "echo", List.of());
        PastCalls.Favourite two = book.favourites().get(1);
        assertThat(here.rename(two, " ")).isPresent();
        assertThat(here.rename(two, "ONE")).get().asString().contains("already");
        assertThat(here.rename(two, "TWO")).as("its own name in other letters").isEmpty();
        assertThat(here.rename(two, "Zwei")).get().asString().contains("no favourite any more");

        PastCalls.Favourite renamed = book.favourites().get(1);
        book.remove(renamed);
        assertThat(book.favourites()).extracting(PastCalls.Favourite::name).containsExactly("One", "Three", "one");
        here.keep("two", "mute", List.of());
        assertThat(book.putBack()).get().asString().contains("already");
        book.remove(book.favourites().getLast());
        assertThat(book.putBack()).isEmpty();
        assertThat(book.putBack()).as("there is nothing more").isEmpty();
        assertThat(book.favourites()).extracting(PastCalls.Favourite::name).containsExactly("One", "Three", "one", "two");

        Kept<PastCalls> kept = Kept.forNow(new PastCalls(List.of(), List.of(renamed)));
        book.read(kept, Kept.forNow(DangerousCalls.usual()));
        assertThat(kept.latest().favourites()).extracting(PastCalls.Favourite::name)
                .containsExactly("TWO", "One", "Three", "one", "two 2");
    }

    @Test
    void whatWasCalledBeforeTheDiskWasReadComesOnTop() {
        CallsModel calls = lab();
        calls.run("echo", List.of("value"), List.of("1"));
        ended(calls);
        PastCalls.Call old = new PastCalls.Call(connection.now(), "sys-x", "Old room", "Lab", 1, "Lab", "ready?", List.of(),
                PastCalls.End.RETURNED, 0, 4, Duration.ofMillis(3));
        Kept<PastCalls> kept = Kept.forNow(new PastCalls(List.of(old), List.of()));
        book.read(kept, Kept.forNow(DangerousCalls.usual()));
        assertThat(kept.latest().calls()).extracting(PastCalls.Call::function).containsExactly("echo", "ready?");
        for (int i = 0; i < PastCalls.MOST + 20; i++) {
            book.add(old);
        }
        assertThat(kept.latest().calls()).hasSize(PastCalls.MOST);
        assertThat(book.calls()).hasSize(PastCalls.MOST);
    }
}
