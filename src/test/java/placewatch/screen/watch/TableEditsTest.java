package placewatch.screen.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.WatchTables.Table;

class TableEditsTest {

    private static final ModuleAddress DISPLAY = new ModuleAddress("sys-1", "Display", 1);
    private static final Table EMPTY = Table.empty("T");

    private static StatusKey key(String path) {
        return StatusKey.ofPath(path).orElseThrow();
    }

    private static List<StatusKey> keys(String... paths) {
        return Stream.of(paths).map(TableEditsTest::key).toList();
    }

    private static Table table(String... pins) {
        return EMPTY.with(List.of(pins), List.of(), List.of());
    }

    @Test
    void aVariablePinnedTwiceIsThereOnce() {
        Table once = TableEdits.pin(EMPTY, keys("s/M_1/a", "s/M_1/b", "s/M_1/a"));
        assertThat(once.pins()).containsExactly("s/M_1/a", "s/M_1/b");
        assertThat(TableEdits.pin(once, keys("s/M_1/b", "s/M_1/c")).pins())
                .containsExactly("s/M_1/a", "s/M_1/b", "s/M_1/c");
        Table whole = TableEdits.pinModule(table("s/M_1/a", "sys-1/Display_1/power", "s/M_1/b"), DISPLAY);
        assertThat(whole.pins()).containsExactly("s/M_1/a", "sys-1/Display_1/*", "s/M_1/b");
        assertThat(TableEdits.pin(whole, keys("sys-1/Display_1/power"))).isEqualTo(whole);
        assertThat(TableEdits.pinModule(whole, DISPLAY)).isEqualTo(whole);
    }

    @Test
    void whatIsRemovedFromAWholeModuleStaysOutUntilItIsPinnedAgain() {
        List<StatusKey> present = keys("sys-1/Display_1/power", "sys-1/Display_1/volume", "s/M_1/a");
        Table whole = table("sys-1/Display_1/*", "s/M_1/a");
        Table less = TableEdits.remove(whole, keys("sys-1/Display_1/power"), present);
        assertThat(less.pins()).isEqualTo(whole.pins());
        assertThat(less.leftOut()).containsExactly("sys-1/Display_1/power");
        assertThat(TableEdits.pin(less, keys("sys-1/Display_1/power"))).isEqualTo(whole);
        assertThat(TableEdits.pinModule(less, DISPLAY)).isEqualTo(whole);
    }

    @Test
    void aModuleOfWhichNothingIsLeftGoesWithItsRows() {
        List<StatusKey> present = keys("sys-1/Display_1/volume", "s/M_1/a");
        Table less = table("sys-1/Display_1/*", "s/M_1/a")
                .with(List.of("sys-1/Display_1/*", "s/M_1/a"), List.of(), List.of("sys-1/Display_1/power"));
        Table none = TableEdits.remove(less, keys("sys-1/Display_1/volume"), present);
        assertThat(none).isEqualTo(table("s/M_1/a"));
        assertThat(TableEdits.restore(none, less, none)).isEqualTo(less);
    }

    @Test
    void rowsGoBesideAnotherInTheOrderThatTheyHad() {
        List<StatusKey> present = keys("s/M_1/a", "s/M_1/b", "s/M_1/c", "s/M_1/d");
        Table table = table("s/M_1/*");
        assertThat(TableEdits.move(table, present, keys("s/M_1/d", "s/M_1/b"), key("s/M_1/a"), true).order())
                .containsExactly("s/M_1/b", "s/M_1/d", "s/M_1/a", "s/M_1/c");
        assertThat(TableEdits.move(table, present, keys("s/M_1/a"), key("s/M_1/c"), false).order())
                .containsExactly("s/M_1/b", "s/M_1/c", "s/M_1/a", "s/M_1/d");
    }

    @Test
    void anyRemovalIsUndoneAndWhatWasDoneSinceStays() {
        Random random = new Random(17);
        for (int i = 0; i < 5_000; i++) {
            List<StatusKey> all = new ArrayList<>();
            List<String> pins = new ArrayList<>();
            for (int m = 1; m <= 3; m++) {
                boolean whole = random.nextBoolean();
                for (int v = 0; v < 3; v++) {
                    StatusKey key = key("s/M_" + m + "/v" + v);
                    all.add(key);
                    if (!whole) {
                        pins.add(key.path());
                    }
                }
                if (whole) {
                    pins.add("s/M_" + m + "/*");
                }
            }
            List<StatusKey> order = new ArrayList<>(all);
            Collections.shuffle(order, random);
            Table before = random.nextBoolean() ? EMPTY.with(pins, List.of(), List.of())
                    : TableEdits.ordered(EMPTY.with(pins, List.of(), List.of()), order);
            List<StatusKey> some = all.stream().filter(_ -> random.nextInt(3) == 0).toList();
            Table after = TableEdits.remove(before, some, all);
            assertThat(TableEdits.restore(after, before, after)).isEqualTo(before);

            Table since = TableEdits.pin(after, keys("s/N_1/new"));
            Table restored = TableEdits.restore(since, before, after);
            assertThat(restored.pins()).containsAll(before.pins()).contains("s/N_1/new")
                    .hasSize(before.pins().size() + 1);
            assertThat(restored.leftOut()).isEqualTo(before.leftOut());
        }
    }
}
