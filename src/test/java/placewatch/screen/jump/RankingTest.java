package placewatch.screen.jump;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.Recent;

/// A full index is looked through at each key stroke, on the JavaFX thread.
class RankingTest {

    private static final String[] ROOMS = {"Boardroom", "Meeting", "Huddle", "Training", "Focus", "Phone", "Foyer"};
    private static final String[] MODULES = {"Display", "Mixer", "Camera", "Lighting", "Blinds", "Bookings", "Switcher"};
    private static final String[] VARIABLES = {"power", "volume", "input", "temperature", "firmware", "connected",
        "brightness", "schedule", "serial_number", "people_count"};

    private static JumpIndex full() {
        Random random = new Random(3);
        JumpIndex index = new JumpIndex();
        for (int i = 0; index.size() < JumpIndex.MOST - 20; i++) {
            String id = "sys-" + i;
            String title = ROOMS[random.nextInt(ROOMS.length)] + " " + random.nextInt(40) + "." + random.nextInt(99);
            index.learn("system\n" + id, List.of(new Entry(new Goal.OfSystem(id, title))));
            ModuleAddress module = new ModuleAddress(id, MODULES[random.nextInt(MODULES.length)], 1 + i % 3);
            index.learn("modules\n" + id, List.of(new Entry(new Goal.OfModule(module, title))));
            List<Entry> variables = new ArrayList<>();
            for (String variable : VARIABLES) {
                variables.add(new Entry(new Goal.OfVariable(new StatusKey(module, variable), title)));
            }
            index.learn("variables\n" + module, variables);
        }
        return index;
    }

    @Test
    void aKeyStrokeTakesAFewMilliseconds() {
        Ranking ranking = new Ranking(full());
        ranking.begin(List.of(), Recent.none());
        String[] typed = {"p", "po", "power", "power 2.01", "disp board", "1", "e", "d1", "boardroom 12.4 mixer volume",
            "zzz", "tmp", "bo1 vol"};
        long[] took = new long[typed.length];
        Arrays.fill(took, Long.MAX_VALUE);
        int found = 0;
        for (int round = 0; round < 60; round++) {
            for (int i = 0; i < typed.length; i++) {
                long begin = System.nanoTime();
                found += ranking.rows(Query.of(typed[i]), Here.NOWHERE).size();
                took[i] = Math.min(took[i], System.nanoTime() - begin);
            }
        }
        assertThat(found).isPositive();
        StringBuilder figures = new StringBuilder();
        for (int i = 0; i < typed.length; i++) {
            figures.append(String.format("%n%-30s %6.2f ms", typed[i], took[i] / 1e6));
        }
        System.out.println(JumpIndex.MOST + " names, the best of 60 rounds each:" + figures);
        assertThat(Arrays.stream(took).max().orElseThrow()).as(figures.toString())
                .isLessThan(Duration.ofMillis(30).toNanos());
    }
}
