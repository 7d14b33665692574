package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import placewatch.rest.ControlSystem;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.simulator.building.DemoSystem;
import placewatch.protocol.ServerAddress;

/// What is asked of the server, and what stands on the lines, while a person scrolls, searches and filters.
class PlacesModelTest {

    private static List<String> rooms(int first, int end) {
        return IntStream.range(first, end).mapToObj(i -> "Room " + i).toList();
    }

    private static String zones(int buildings) {
        return "[" + String.join(",", IntStream.range(0, buildings)
                .mapToObj(i -> "{\"id\":\"zone-" + i + "\",\"name\":\"Building " + i + "\",\"tags\":[\"building\"]}")
                .toList()) + "]";
    }

    @Test
    void tenThousandSystemsAreAskedForAsTheyAreLookedAt() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.without(10_000);
                PlacesStage stage = new PlacesStage(server.address())) {
            stage.until("all systems to be opened", () -> stage.model().rows().size() == 2);
            stage.look(0);
            assertThat(stage.model().rows()).hasSize(10_001);
            assertThat(stage.lines(0, 26)).first().isEqualTo("- All systems 10000");
            assertThat(stage.lines(1, 25)).isEqualTo(rooms(0, 25));
            assertThat(server.pages()).containsExactly(0);

            for (int first = 0; first <= 1000; first += 10) {
                stage.look(first);
            }
            assertThat(stage.lines(1, 1000)).isEqualTo(rooms(0, 1000));
            assertThat(server.pages()).isEqualTo(IntStream.rangeClosed(0, 10).map(i -> i * 100).boxed().toList());
            assertThat(stage.lines(5000, 3)).containsOnly("loading…");
        }
    }

    @Test
    void aLeapToTheMiddleAndToTheEndFetchesOnlyThePagesThere() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.without(10_000);
                PlacesStage stage = new PlacesStage(server.address())) {
            stage.until("all systems to be opened", () -> stage.model().rows().size() == 2);
            stage.look(0);
            // the thumb flies over everything
            for (int first = 100; first < 5000; first += 100) {
                stage.model().inSight(first, first + 24);
                stage.drain();
            }
            stage.model().inSight(5031, 5055);
            stage.until("the middle", () -> stage.lines(5031, 25).equals(rooms(5030, 5055)));
            stage.model().inSight(9976, 10_000);
            stage.until("the end", () -> stage.lines(9976, 25).equals(rooms(9975, 10_000)));
            assertThat(server.pages()).containsExactly(0, 5000, 9900);
        }
    }

    @Test
    void aLinkThatSkipsARowOnEachPageLosesNoSystem() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.without(450)) {
            server.answers((asked, sound) -> sound.headers().containsKey("Link") ? sound.with("Link",
                    "</api/engine/v2/systems?limit=100&offset=" + (asked.offset() + 101) + ">; rel=\"next\"") : sound);
            assertAllRoomsAreFound(server, 450);
            assertThat(server.pages()).containsExactly(0, 100, 200, 300, 400);
        }
    }

    @Test
    void pagesThatComeShortAreAskedForAgainFromWhereTheyEnded() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.without(230)) {
            server.answers((_, sound) -> new ScriptedPlaces.Reply(200,
                    sound.rooms().subList(0, Math.min(40, sound.rooms().size())), sound.headers()));
            assertAllRoomsAreFound(server, 230);
        }
    }

    @Test
    void withoutATotalTheListGrowsAsTheLinkOffersMore() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.without(250)) {
            server.answers((_, sound) -> sound.without("X-Total-Count"));
            assertAllRoomsAreFound(server, 250);
        }
    }

    private static void assertAllRoomsAreFound(ScriptedPlaces server, int rooms) {
        try (PlacesStage stage = new PlacesStage(server.address())) {
            stage.until("all systems to be opened", () -> stage.model().rows().size() == 2);
            for (int first = 0; first < stage.model().rows().size(); first += 20) {
                stage.look(first);
            }
            assertThat(stage.lines(1, rooms + 10)).isEqualTo(rooms(0, rooms));
        }
    }

    @Test
    void aListThatEndsBeforeItsTotalIsNotAskedForEver() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.without(150)) {
            server.answers((_, sound) -> sound.with("X-Total-Count", "400"));
            try (PlacesStage stage = new PlacesStage(server.address())) {
                stage.until("all systems to be opened", () -> stage.model().rows().size() == 2);
                stage.look(0);
                stage.look(90);
                stage.model().inSight(140, 165);
                stage.until("the end", () -> stage.model().rows().size() == 151);
                assertThat(stage.lines(1, 200)).isEqualTo(rooms(0, 150));
            }
        }
    }

    @Test
    void aPageThatFailsSaysSoOnItsLinesAndAClickAsksAgain() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.without(400)) {
            AtomicBoolean broken = new AtomicBoolean(true);
            server.answers((asked, sound) -> broken.get() && asked.offset() == 100
                    ? new ScriptedPlaces.Reply(500, List.of(), Map.of()) : sound);
            try (PlacesStage stage = new PlacesStage(server.address())) {
                stage.until("all systems to be opened", () -> stage.model().rows().size() == 2);
                stage.look(0);
                stage.look(20);
                stage.look(40);
                stage.look(60);
                stage.look(80);
                stage.look(100);
                assertThat(stage.lines(100, 2).getFirst()).isEqualTo("Room 99");
                assertThat(stage.lines(101, 25)).allMatch(line -> line.startsWith("Not loaded. The server failed"));
                assertThat(server.pages()).containsExactly(0, 100);

                broken.set(false);
                stage.model().act((PlaceNode.Act) stage.model().rows().get(110));
                stage.until("the page", () -> stage.lines(101, 25).equals(rooms(100, 125)));
            }
        }
    }

    @Test
    void anAnswerToAnOlderSearchNeverCoversANewerOne() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.without(10)) {
            CountDownLatch late = new CountDownLatch(1);
            CountDownLatch asked = new CountDownLatch(1);
            server.answers((question, sound) -> {
                if (question.text("q").equals("old")) {
                    asked.countDown();
                    ScriptedPlaces.hold(late);
                    return new ScriptedPlaces.Reply(200, List.of(1), Map.of("X-Total-Count", "1"));
                }
                return question.text("q").equals("new")
                        ? new ScriptedPlaces.Reply(200, List.of(2), Map.of("X-Total-Count", "1")) : sound;
            });
            try (PlacesStage stage = new PlacesStage(server.address())) {
                stage.model().queryProperty().set("old");
                stage.until("the first search to be asked", () -> asked.getCount() == 0);
                stage.until("a slow search to say so", () -> stage.lines().equals(List.of("Searching for “old”…")));
                stage.model().queryProperty().set("new");
                stage.until("the second", () -> stage.lines().equals(List.of("Room 2")));
                late.countDown();
                boolean[] later = {false};
                stage.connection().after(200, () -> later[0] = true);
                stage.until("a while later", () -> later[0]);
                assertThat(stage.lines()).containsExactly("Room 2");
                assertThat(stage.model().matchesProperty().get()).isEqualTo(1);
            }
        }
    }

    @Test
    void typingAsksOnceItPauses() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.without(10);
                PlacesStage stage = new PlacesStage(server.address())) {
            for (String typed : List.of("r", "ro", "roo", "room")) {
                stage.model().queryProperty().set(typed);
                stage.drain();
            }
            stage.until("what was found", () -> stage.lines().equals(rooms(0, 10)));
            assertThat(server.asked().stream().map(one -> one.text("q")).filter(q -> !q.isEmpty()))
                    .containsExactly("room");
        }
    }

    @Test
    void tenThousandFoundSystemsBehaveLikeAList() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.without(10_000);
                PlacesStage stage = new PlacesStage(server.address())) {
            stage.model().queryProperty().set("room");
            stage.until("what was found", () -> stage.model().rows().size() == 10_000);
            stage.model().inSight(0, 24);
            stage.model().inSight(7010, 7034);
            stage.until("the lines there", () -> stage.lines(7010, 25).equals(rooms(7010, 7035)));
            assertThat(server.asked().stream().filter(one -> one.text("q").equals("room"))
                    .map(ScriptedPlaces.Asked::offset)).containsExactly(0, 7000);
        }
    }

    @Test
    void zonesAreCountedAsTheyComeIntoSightAndFewAtATime() throws Exception {
        try (ScriptedPlaces server = ScriptedPlaces.with(10, zones(300))) {
            CountDownLatch go = new CountDownLatch(1);
            server.answers((asked, sound) -> {
                if (!asked.text("zone_id").isEmpty()) {
                    ScriptedPlaces.hold(go);
                }
                return sound;
            });
            try (PlacesStage stage = new PlacesStage(server.address())) {
                stage.until("the zones", () -> stage.model().rows().size() == 301);
                stage.model().inSight(0, 24);
                stage.until("the first questions", () -> server.asked().stream()
                        .filter(one -> !one.text("zone_id").isEmpty()).count() == Questions.AT_ONCE);
                // out of sight before their turn came
                stage.model().inSight(20, 44);
                go.countDown();
                stage.until("the counts", () -> stage.lines(20, 25).stream().allMatch(line -> line.endsWith(" 10")));
                assertThat(server.asked().stream().map(one -> one.text("zone_id")).filter(zone -> !zone.isEmpty()))
                        .hasSizeBetween(Questions.AT_ONCE + 25, Questions.AT_ONCE + 40).doesNotHaveDuplicates();
                assertThat(server.mostInFlight()).isLessThanOrEqualTo(Questions.AT_ONCE);
            }
        }
    }

    @Test
    void theFilterIsAskedOfTheServerForCountsListsAndSearch() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                PlacesStage stage = new PlacesStage(ServerAddress.parse(simulator.address().toString()),
                        simulator.key(Role.USER), Map.of())) {
            stage.until("the tree", () -> {
                stage.model().inSight(0, 24);
                return stage.lines().contains("Meeting 1.03") && stage.lines().contains("All of Harbour House 24")
                        || stage.lines().contains("+ All of Harbour House 24");
            });
            stage.until("the level's systems", () -> {
                stage.model().inSight(0, 24);
                return stage.lines().contains("Reception");
            });
            assertThat(stage.model().features()).contains("video call", "signage");

            stage.model().filter(SystemFilter.none().bookable(true).seating(8).with("video call"));
            long fitting = simulator.building().systems().stream().filter(PlacesModelTest::fits).count();
            stage.until("the number", () -> stage.model().matchesProperty().get() == fitting);
            stage.until("the tree to follow", () -> {
                stage.model().inSight(0, 24);
                return stage.lines().contains("+ All systems " + fitting)
                        && stage.lines().contains("Meeting 1.03") && !stage.lines().contains("Reception");
            });

            stage.model().queryProperty().set("boardroom");
            stage.until("the search to follow", () -> stage.lines().equals(List.of("Boardroom 2.01", "Boardroom S2.01")));
            SystemFilter before = stage.model().filterProperty().get();
            stage.model().filter(SystemFilter.none().seating(500));
            stage.model().queryProperty().set("");
            stage.until("the way back from the filter", () -> stage.lines().equals(List.of(
                    "No system passes the filter", "Clear the filters")));
            stage.model().filter(SystemFilter.none());
            stage.model().queryProperty().set("zzzz");
            stage.until("the way back from the search", () -> stage.lines().equals(List.of(
                    "No system matches “zzzz”", "Clear the search")));
            stage.model().filter(before);
            stage.model().queryProperty().set("boardroom");
            stage.until("the search again", () -> stage.lines().equals(List.of("Boardroom 2.01", "Boardroom S2.01")));
            stage.model().filter(stage.model().filterProperty().get().seating(500));
            stage.until("an empty result that says what to do", () -> stage.lines().equals(List.of(
                    "No system matches “boardroom” and the filter", "Clear the search and the filters")));
            stage.model().act((PlaceNode.Act) stage.model().rows().get(1));
            stage.until("all again", () -> {
                stage.model().inSight(0, 24);
                return stage.lines().contains("Reception");
            });
            assertThat(stage.model().matchesProperty().get()).isEqualTo(-1);
        }
    }

    private static boolean fits(DemoSystem system) {
        return system.bookable() && system.capacity() >= 8 && system.features().contains("video call");
    }

    @Test
    void everySystemIsFoundInTheTree() {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                PlacesStage stage = new PlacesStage(ServerAddress.parse(simulator.address().toString()),
                        simulator.key(Role.USER), Map.of())) {
            stage.until("the tree", () -> stage.model().rows().size() > 3);
            List<String> opened = new ArrayList<>();
            for (int i = 0; i < stage.model().rows().size(); i++) {
                if (stage.model().rows().get(i) instanceof PlaceNode.OfZone zone && !zone.open()) {
                    stage.model().toggle(i);
                    opened.add(zone.title());
                }
            }
            assertThat(opened).contains("Executive wing", "Station Street 12", "All systems");
            for (int first = 0; first < stage.model().rows().size(); first += 20) {
                stage.look(first);
            }
            List<String> titles = simulator.building().systems().stream().map(DemoSystem::displayName).toList();
            // with its building's, its own level's and all systems' lines, areas aside
            assertThat(stage.lines().stream().filter(titles::contains)).hasSize(3 * titles.size() + 6)
                    .containsAll(titles);
            stage.model().toggle(0);
            assertThat(stage.lines().get(1)).startsWith("- Station Street 12");
        }
    }

    @Test
    void favouritesAreListedWithoutTheTreeAndThroughTheFilter() {
        try (Simulator simulator = Simulator.start(SimulatorOptions.demo());
                PlacesStage stage = new PlacesStage(ServerAddress.parse(simulator.address().toString()),
                        simulator.key(Role.USER), Map.of("sys-DemoBoard201", "Old name of the boardroom",
                                "sys-DemoPhone106", "Phone 1.06", "sys-gone", "Gone"))) {
            stage.model().filter(SystemFilter.none().favourites(true));
            assertThat(stage.lines()).containsExactly("Gone", "Old name of the boardroom", "Phone 1.06");
            assertThat(stage.model().matchesProperty().get()).isEqualTo(3);
            stage.until("what the server says of them", () -> {
                stage.model().inSight(0, 2);
                return stage.lines().equals(List.of("Boardroom 2.01", "Gone", "Phone 1.06"));
            });
            stage.until("the one that is gone", () -> ((PlaceNode.OfSystem) stage.model().rows().get(1)).path()
                    .equals("no longer on this server"));
            assertThat(stage.kept()).containsEntry("sys-DemoBoard201", "Boardroom 2.01");

            stage.model().filter(stage.model().filterProperty().get().seating(10));
            stage.until("those that pass", () -> {
                stage.model().inSight(0, 2);
                return stage.lines().equals(List.of("Boardroom 2.01", "Gone"));
            });
            ControlSystem boardroom = ((PlaceNode.OfSystem) stage.model().rows().getFirst()).system();
            stage.model().favourites().toggle(boardroom);
            assertThat(stage.lines()).as("a slip can be undone").contains("Boardroom 2.01");
            assertThat(stage.kept()).containsOnlyKeys("sys-DemoPhone106", "sys-gone");
        }
    }

    @Test
    void whatFailedIsAskedAgainWhenTheConnectionReturns() {
        Simulator simulator = Simulator.start(SimulatorOptions.demo().systems(300));
        int port = simulator.address().getPort();
        try (PlacesStage stage = new PlacesStage(ServerAddress.parse(simulator.address().toString()),
                simulator.key(Role.USER), Map.of())) {
            stage.model().queryProperty().set("t");
            stage.until("what was found", () -> stage.model().rows().size() > 200);
            stage.look(0);
            simulator.close();
            stage.model().inSight(200, 224);
            stage.until("the failure", () -> stage.lines(200, 1).getFirst().startsWith("Not loaded."));
            simulator = Simulator.start(SimulatorOptions.demo().systems(300).port(port));
            stage.until("the page", () -> stage.lines(200, 25).stream().noneMatch(line -> line.contains("oaded")
                    || line.contains("oading")));
        } finally {
            simulator.close();
        }
    }
}
