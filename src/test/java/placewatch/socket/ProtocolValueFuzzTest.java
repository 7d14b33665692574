package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import placewatch.protocol.FrameMutations;
import placewatch.protocol.JsonText;
import placewatch.protocol.Stopwatch;
import placewatch.socket.DialectDetector.Reading;
import placewatch.socket.SocketOptions.Dialect;

/// Damaged values in every dialect: reading one throws nothing, makes no value of none, and is never slow.
/// `-Dplacewatch.seed=…` repeats a run.
class ProtocolValueFuzzTest {

    private static final long SEED = Long.getLong("placewatch.seed", 42L);
    private static final int VALUES = 100_000;
    private static final int LARGE = 20;

    private final JsonText json = new JsonText();
    private final Stopwatch watch = new Stopwatch();
    private final Map<Dialect, Integer> proven = new TreeMap<>();

    @Test
    void valuesAreReadInEveryDialect() {
        FrameMutations mutations = new FrameMutations(new SplittableRandom(SEED));
        for (int i = 0; i < VALUES; i++) {
            read(mutations.value());
        }
        System.out.printf("Values: %,d, seed %d, they prove %s, %s%n", VALUES, SEED, proven, watch.words());
        assertThat(proven).containsOnlyKeys(Dialect.values());
    }

    @Test
    void valuesOfMegabytesAreReadInTime() {
        SplittableRandom chance = new SplittableRandom(SEED);
        FrameMutations mutations = new FrameMutations(chance);
        for (int i = 0; i < LARGE; i++) {
            String large = mutations.large(chance.nextInt(1_000_000, 4_000_000));
            read(i % 2 == 0 ? large : FrameMutations.stringified(large));
        }
        System.out.printf("Large values: %,d, seed %d, they prove %s, %s%n", LARGE, SEED, proven, watch.words());
    }

    private void read(String raw) {
        try {
            for (Dialect dialect : Dialect.values()) {
                DialectDetector detector = new DialectDetector(dialect);
                Reading reading = watch.time(raw, () -> new DialectDetector(dialect).read(raw));
                assertThat(detector.read(raw)).isEqualTo(reading);
                followsTheRule(raw, reading, dialect, detector.dialect());
                if (dialect == Dialect.DETECT) {
                    proven.merge(detector.dialect(), 1, Integer::sum);
                }
            }
        } catch (Throwable e) {
            throw new AssertionError("seed " + SEED + " (-Dplacewatch.seed), “" + FrameMutations.escaped(raw) + "”", e);
        }
    }

    private void followsTheRule(String raw, Reading reading, Dialect before, Dialect after) {
        if (before != Dialect.DETECT) {
            assertThat(after).isEqualTo(before);
        }
        assertThat(reading.doubtful()).isEqualTo(after == Dialect.DETECT && !raw.equals("null"));
        if (after != Dialect.STRINGIFIED) {
            assertThat(reading.json()).isEqualTo(raw);
        } else if (!reading.json().equals(raw)) {
            assertThat(json.contentOfString(raw)).hasValue(reading.json());
        }
        if (json.isValue(raw)) {
            assertThat(json.isValue(reading.json())).isTrue();
        }
    }
}
