package placewatch.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.ControlSystem;
import placewatch.rest.Module;
import placewatch.rest.SystemDetail;

class ModuleListsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final ModuleLists lists = new ModuleLists();

    /// A system whose modules are all displays, by their ids.
    private static SystemDetail displays(String... ids) {
        ControlSystem system = new ControlSystem("sys-1", "Room", "", "", "", List.of(), List.of(ids), List.of(), 0,
                false, "", "");
        return new SystemDetail(system, List.of(), Arrays.stream(ids).map(id -> new Module(id, "Display", "", "",
                Module.Kind.DEVICE, "", 0, "", true, true, "")).toList());
    }

    private static ModuleAddress display(int index) {
        return new ModuleAddress("sys-1", "Display", index);
    }

    @Test
    void whatIsSeenForTheFirstTimeOrStaysIsNoRemap() {
        assertThat(lists.heard(displays("mod-a", "mod-b"), NOON)).isEmpty();
        assertThat(lists.heard(displays("mod-a", "mod-b", "mod-c"), NOON)).isEmpty();
        assertThat(lists.heard(displays("mod-a", "mod-b"), NOON)).isEmpty();
    }

    @Test
    void aModuleThatIsTakenOutMovesTheOnesBehindIt() {
        lists.heard(displays("mod-a", "mod-b", "mod-c"), NOON);

        assertThat(lists.heard(displays("mod-b", "mod-c"), NOON.plusSeconds(9))).containsExactly(
                new Remap(display(1), "mod-a", "mod-b", NOON.plusSeconds(9)),
                new Remap(display(2), "mod-b", "mod-c", NOON.plusSeconds(9)));
        assertThat(lists.heard(displays("mod-b", "mod-c", "mod-a"), NOON.plusSeconds(18))).containsExactly(
                new Remap(display(3), "mod-c", "mod-a", NOON.plusSeconds(18)));
    }

    @Test
    void anAddressThatMeantNothingForAWhileIsComparedWithWhatItMeantLast() {
        lists.heard(displays("mod-a"), NOON);
        lists.heard(displays(), NOON);

        assertThat(lists.heard(displays("mod-a"), NOON)).isEmpty();
        lists.heard(displays(), NOON);
        assertThat(lists.heard(displays("mod-z"), NOON)).hasSize(1);
    }

    @Test
    void whatComesIsToldOnceAndTheFirstListTellsNothing() {
        assertThat(lists.lists(display(7))).as("before anything was told").isTrue();
        assertThat(came("mod-a")).isEmpty();
        assertThat(lists.lists(display(1))).isTrue();
        assertThat(lists.lists(display(2))).isFalse();
        assertThat(came("mod-a")).isEmpty();
        assertThat(came("mod-a", "mod-b")).containsExactly(display(2));
        assertThat(came("mod-b")).isEmpty();
        assertThat(lists.lists(display(2))).isFalse();
        assertThat(came("mod-b")).isEmpty();
        assertThat(came("mod-b", "mod-a")).containsExactly(display(2));
        assertThat(lists.lists(display(2))).isTrue();
    }

    private List<ModuleAddress> came(String... ids) {
        List<ModuleAddress> came = lists.came(displays(ids));
        lists.heard(displays(ids), NOON);
        return came;
    }

    @Test
    void watchedSystemsAreAskedAgainTheLongestUnaskedFirst() {
        assertThat(lists.due(NOON)).isEmpty();
        lists.watch("sys-1");
        lists.watch("sys-1");
        lists.watch("sys-2");
        lists.asking("sys-1", NOON.minusSeconds(60));
        lists.asking("sys-3", NOON.minusSeconds(90));

        assertThat(lists.due(NOON)).as("never asked for").contains("sys-2");
        lists.asking("sys-2", NOON);
        assertThat(lists.due(NOON)).contains("sys-1");
        lists.asking("sys-1", NOON);
        assertThat(lists.due(NOON)).isEmpty();
        assertThat(lists.due(NOON.plus(ModuleLists.AGAIN).minusMillis(1))).isEmpty();
        assertThat(lists.due(NOON.plus(ModuleLists.AGAIN))).isPresent();

        lists.leave("sys-1");
        lists.leave("sys-2");
        lists.doubt();
        assertThat(lists.due(NOON)).contains("sys-1");
        lists.leave("sys-1");
        assertThat(lists.due(NOON.plusSeconds(999))).isEmpty();
    }
}
