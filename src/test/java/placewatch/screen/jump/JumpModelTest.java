package placewatch.screen.jump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import placewatch.control.Command;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.rest.ApiResult;
import placewatch.rest.Function;
import placewatch.settings.Kept;
import placewatch.settings.Recent;

/// The list as it answers to what is typed and to what the server tells, with a server that answers when told to.
class JumpModelTest {

    private static final String BOARD = "Boardroom 2.01";

    private final ScriptedDirectory server = new ScriptedDirectory();
    private final List<String> gone = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private Recent recent = Recent.none();
    private Here here = Here.NOWHERE;
    private JumpModel model;

    private final Targets targets = new Targets() {
        @Override
        public void system(String systemId, String title) {
            gone.add("system " + systemId + " " + title);
        }

        @Override
        public void module(ModuleAddress module, String title) {
            gone.add("module " + module + " " + title);
        }

        @Override
        public void variable(StatusKey variable, String title) {
            gone.add("variable " + variable + " " + title);
        }

        @Override
        public void function(ModuleAddress module, String function, String title) {
            gone.add("function " + function + " of " + module + " " + title);
        }
    };

    private final Kept<Recent> kept = new Kept<>() {
        @Override
        public Recent latest() {
            return recent;
        }

        @Override
        public void keep(Recent next) {
            recent = next;
        }
    };

    @BeforeEach
    void open() {
        commands.add(Command.of("Log", "Clear the console", () -> gone.add("cleared")));
        commands.add(Command.of("Module", "Stop Display_1…", () -> gone.add("stopped"))
                .unless(true, "This is an ordinary user's key."));
        model = new JumpModel(server, () -> here, () -> commands, targets, kept);
    }

    private void type(String text) {
        model.typedProperty().set(text);
    }

    private List<String> rows() {
        return model.rows().stream().map(row -> row.goal().name()).toList();
    }

    private String chosen() {
        return rows().get(model.chosenProperty().get());
    }

    private void inBoardroom(ModuleAddress... module) {
        here = new Here(Optional.of(new Here.Place(ScriptedDirectory.id(BOARD), BOARD)),
                module.length == 0 ? Optional.empty() : Optional.of(module[0]));
    }

    private static ModuleAddress at(String title, String slug) {
        return ModuleAddress.ofSlug(ScriptedDirectory.id(title), slug);
    }

    @Test
    void theServerIsAskedOnceTypingPausesAndForEachWord() {
        model.begin("");
        type("b");
        type("board 2");
        assertThat(server.searches).isEmpty();
        server.pause();
        assertThat(server.searches).extracting(asked -> asked.about).containsExactly("board 2", "board", "2");
        assertThat(model.busyProperty().get()).isTrue();
        server.searches.forEach(asked -> asked.answer(ScriptedDirectory.page(BOARD, "Board 3")));
        assertThat(rows()).containsExactly(BOARD);
    }

    @Test
    void anOlderAnswerIsNeverShownOverANewerOne() {
        model.begin("");
        type("old");
        server.pause();
        var old = server.search("old");
        type("new");
        assertThat(old.abandoned).isTrue();
        server.pause();
        server.search("new").answer(ScriptedDirectory.page("New room"));
        assertThat(rows()).containsExactly("New room");
        // even if the bridge let it through
        old.abandoned = false;
        old.answer(ScriptedDirectory.page("Old room"));
        assertThat(rows()).containsExactly("New room");
    }

    @Test
    void whatComesLaterStandsBelowTheChosenRow() {
        model.begin("");
        type("room 1");
        server.pause();
        server.search("room 1").answer(ScriptedDirectory.page("Big room 1", "Small room 1", "Wide room 1"));
        assertThat(rows()).containsExactly("Big room 1", "Wide room 1", "Small room 1");
        model.move(1);
        assertThat(chosen()).isEqualTo("Wide room 1");
        server.search("room").answer(ScriptedDirectory.page("Room 1", "Best room 1"));
        assertThat(rows()).containsExactly("Big room 1", "Wide room 1", "Room 1", "Best room 1", "Small room 1");
        assertThat(chosen()).isEqualTo("Wide room 1");
        assertThat(model.chosenProperty().get()).isEqualTo(1);

        type("room  1");
        assertThat(rows()).as("typing ranks anew").startsWith("Room 1", "Best room 1");
        assertThat(model.chosenProperty().get()).isZero();
    }

    @Test
    void whatNobodyHadTimeToReadMakesWayAndThenStays() {
        model.begin("");
        type("room 1");
        server.pause();
        server.search("room 1").answer(ScriptedDirectory.page("Big room 1"));
        server.search("room").answer(ScriptedDirectory.page("Room 1"));
        assertThat(rows()).containsExactly("Room 1", "Big room 1");
        assertThat(chosen()).isEqualTo("Room 1");
        server.pass(JumpModel.READ_MILLIS);
        server.search("1").answer(ScriptedDirectory.page("1 room"));
        assertThat(rows()).containsExactly("Room 1", "1 room", "Big room 1");
        assertThat(chosen()).isEqualTo("Room 1");
    }

    @Test
    void theChosenRowStaysWhateverComesAndWheneverItIsMoved() {
        java.util.Random random = new java.util.Random(7);
        model.begin("");
        for (int round = 0; round < 300; round++) {
            type("r " + "x".repeat(round % 2) + round % 7);
            server.pause();
            for (var search : List.copyOf(server.searches)) {
                String[] titles = IntStream.range(0, random.nextInt(6))
                        .mapToObj(_ -> "R" + random.nextInt(200) + " x" + random.nextInt(50)).toArray(String[]::new);
                server.pass(random.nextBoolean() ? JumpModel.READ_MILLIS : 0);
                model.move(random.nextInt(5) - 2);
                int place = model.chosenProperty().get();
                List<String> upTo = rows().subList(0, place + 1);
                search.answer(ScriptedDirectory.page(titles));
                if (place >= 0) {
                    assertThat(model.chosenProperty().get()).isEqualTo(place);
                    assertThat(rows().subList(0, place + 1)).isEqualTo(upTo);
                }
                assertThat(rows()).doesNotHaveDuplicates();
            }
            server.searches.clear();
        }
    }

    @Test
    void modulesOfTheOpenSystemAreAskedAndOfferedAtOnce() {
        inBoardroom();
        model.begin("");
        server.details.get(ScriptedDirectory.id(BOARD)).answer(
                ScriptedDirectory.detail(BOARD, "Display", "Display", "Mixer"));
        assertThat(rows()).containsExactly("Display_1", "Display_2", "Mixer_1", "Clear the console", "Stop Display_1…");
        type("disp 2");
        assertThat(rows()).startsWith("Display_2");
        type("board mix");
        assertThat(rows()).containsExactly("Mixer_1");
    }

    @Test
    void aVariableOfAnotherRoomIsFoundByItsNameAndTheRooms() {
        model.begin("");
        type("power 2.01");
        server.pause();
        server.search("2.01").answer(ScriptedDirectory.page(BOARD));
        assertThat(rows()).as("the room alone has no power in it").isEmpty();
        server.search("power 2.01").answer(ScriptedDirectory.page());
        server.details.get(ScriptedDirectory.id(BOARD)).answer(ScriptedDirectory.detail(BOARD, "Display", "Mixer"));
        server.search("power").answer(ScriptedDirectory.page());
        server.states.get("Display_1").answer(ScriptedDirectory.state("power", "volume"));
        assertThat(rows()).containsExactly("power");
        assertThat(model.rows().getFirst().goal()).isEqualTo(
                new Goal.OfVariable(new StatusKey(at(BOARD, "Display_1"), "power"), BOARD));
        server.functions.get("Display_1").answer(new ApiResult.Ok<>(List.of(new Function("power", List.of()))));
        assertThat(rows()).containsExactly("power", "power");
        model.move(1);
        model.go();
        assertThat(gone).containsExactly("function power of " + at(BOARD, "Display_1") + " " + BOARD);
    }

    @Test
    void aVariableIsPickedAmongVariablesAlone() {
        inBoardroom(at(BOARD, "Display_1"));
        List<StatusKey> picked = new ArrayList<>();
        model.begin(new Pick.Variable("Variable to draw", picked::add));
        server.details.get(ScriptedDirectory.id(BOARD)).answer(ScriptedDirectory.detail(BOARD, "Display", "Mixer"));
        server.states.get("Display_1").answer(ScriptedDirectory.state("power", "volume"));
        assertThat(rows()).as("those of the open module, and no command").containsExactlyInAnyOrder("power", "volume");
        type("display vol");
        assertThat(rows()).containsExactly("volume");
        model.go();
        assertThat(picked).containsExactly(new StatusKey(at(BOARD, "Display_1"), "volume"));
        assertThat(gone).isEmpty();

        model.begin("");
        assertThat(rows()).as("anything again").contains("volume", "Display_1", "Clear the console");
        model.go();
        assertThat(gone).hasSize(1);
    }

    @Test
    void questionsAreFewAndNoneIsAskedTwiceInAnOpening() {
        inBoardroom();
        model.begin("");
        String[] many = IntStream.range(0, 60).mapToObj(i -> "Lamp").toArray(String[]::new);
        server.details.get(ScriptedDirectory.id(BOARD)).answer(ScriptedDirectory.detail(BOARD, many));
        type("level");
        int answered = 0;
        while (!server.states.isEmpty() || !server.functions.isEmpty()) {
            assertThat(server.states.size() + server.functions.size()).isLessThanOrEqualTo(Scout.AT_ONCE);
            if (!server.states.isEmpty()) {
                String slug = server.states.keySet().iterator().next();
                server.states.remove(slug).answer(ScriptedDirectory.state("level"));
            } else {
                String slug = server.functions.keySet().iterator().next();
                server.functions.remove(slug).answer(new ApiResult.Ok<>(List.of()));
            }
            answered++;
        }
        assertThat(answered).isLessThanOrEqualTo(Scout.MOST_QUESTIONS).isGreaterThan(10);
        assertThat(rows()).contains("level");
        type("leve");
        assertThat(server.states.keySet()).as("others, as far as the limit goes").doesNotContain("Lamp_1");
    }

    @Test
    void aKeyThatMayNotListIsToldOnceAndAskedNoMore() {
        inBoardroom(at(BOARD, "Display_1"));
        model.begin("");
        server.states.get("Display_1").answer(new ApiResult.Failed<>(new Failure.NotAllowed("")));
        assertThat(model.noteProperty().get()).startsWith("Your key may not list variables and functions");
        server.details.get(ScriptedDirectory.id(BOARD)).answer(ScriptedDirectory.detail(BOARD, "Display", "Mixer"));
        type("mixer");
        assertThat(server.states).doesNotContainKey("Mixer_1");
        type(">mixer");
        assertThat(model.noteProperty().get()).as("commands are all there").isEmpty();
    }

    @Test
    void whatWasLearntIsKeptAndWhatIsClosedAsksNothing() {
        model.begin("");
        type("board");
        server.pause();
        var late = server.search("board");
        late.answer(ScriptedDirectory.page(BOARD));
        model.end();
        assertThat(server.details.get(ScriptedDirectory.id(BOARD)).abandoned).isTrue();
        model.begin("board");
        assertThat(rows()).containsExactly(BOARD);
    }

    @Test
    void recentChoicesComeFirstAndSurviveByWhatIsKept() {
        model.begin("");
        type("board");
        server.pause();
        server.search("board").answer(ScriptedDirectory.page(BOARD));
        model.go();
        assertThat(gone).containsExactly("system " + ScriptedDirectory.id(BOARD) + " " + BOARD);
        model = new JumpModel(server, () -> here, () -> commands, targets, kept);
        model.begin("");
        assertThat(rows()).containsExactly(BOARD, "Clear the console", "Stop Display_1…");
        type("room");
        assertThat(rows()).as("without asking the server").containsExactly(BOARD);
        type("console");
        model.go();
        assertThat(gone).endsWith("cleared");
        model.begin("");
        assertThat(rows()).startsWith("Clear the console", BOARD);
        assertThat(recent.choices()).hasSize(2);
    }

    @Test
    void aBarredCommandIsListedAndDoesNothing() {
        model.begin(">");
        assertThat(rows()).containsExactly("Clear the console", "Stop Display_1…");
        type(">stop");
        assertThat(model.canGo()).isFalse();
        model.go();
        assertThat(gone).isEmpty();
        assertThat(model.rows().getFirst().words())
                .isEqualTo("Stop Display_1…, command of Module, not now: This is an ordinary user's key.");
    }

    @Test
    void withoutAServerCommandsAreFound() {
        model = new JumpModel(Directory.none(), () -> here, () -> commands, targets, kept);
        model.begin("");
        type("clear");
        assertThat(rows()).containsExactly("Clear the console");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void theIndexForgetsWhatWasLearntLongestAgo() {
        JumpIndex index = new JumpIndex();
        for (int system = 0; system < JumpIndex.MOST + 10; system++) {
            index.learn("s" + system, List.of(new Entry(new Goal.OfSystem("sys-" + system, "Room " + system))));
        }
        assertThat(index.size()).isEqualTo(JumpIndex.MOST);
        assertThat(index.knows("s9")).isFalse();
        assertThat(index.knows("s10")).isTrue();
        index.learn("s10", List.of());
        assertThat(index.size()).isEqualTo(JumpIndex.MOST - 1);
    }
}
