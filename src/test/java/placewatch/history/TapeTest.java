package placewatch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.history.RecentChanges.Entry;
import placewatch.history.RecentChanges.Event;
import placewatch.protocol.Gathered;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Notifies;
import placewatch.protocol.StatusKey;

class TapeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicInteger woken = new AtomicInteger();
    private final Tape tape = new Tape(woken::incrementAndGet);
    private final Gathered gathered = new Gathered();

    private static StatusKey key(int i) {
        return new StatusKey(new ModuleAddress("sys-1", "Display", 1), "v" + i);
    }

    /// One variable with a track, and what must be kept of it.
    private final class Variable {
        private final StatusKey key;
        private RecentChanges recent = new RecentChanges();
        private Track track = tape.open(recent);
        private final List<Entry> entries = new ArrayList<>();
        private long told;
        private long untaken;

        Variable(int i) {
            key = key(i);
        }

        void add(Entry entry) {
            long values = entries.stream().filter(Entry.Value.class::isInstance).count();
            while (values + (entry instanceof Entry.Value ? 1 : 0) > RecentChanges.KEPT
                    || entries.size() >= 2 * RecentChanges.KEPT) {
                values -= entries.removeFirst() instanceof Entry.Value ? 1 : 0;
            }
            entries.add(entry);
        }

        void anew() {
            track.close();
            recent = new RecentChanges();
            track = tape.open(recent);
            entries.clear();
            told = 0;
            untaken = 0;
        }

        void check() {
            // what interrupted values that went may go with them or not
            assertThat(fromFirstValue(recent.entries())).isEqualTo(fromFirstValue(entries));
            assertThat(recent.gone() + entries.stream().filter(Entry.Value.class::isInstance).count()).isEqualTo(told);
            assertThat(recent.isEmpty()).isEqualTo(told == 0);
        }
    }

    private static List<Entry> fromFirstValue(List<Entry> entries) {
        return entries.stream().dropWhile(Entry.Break.class::isInstance).toList();
    }

    private void write(Instant at, List<Variable> variables, List<String> values) {
        Notifies notifies = gathered.of(variables.stream().map(v -> v.key).toArray(StatusKey[]::new),
                values.toArray(String[]::new));
        int most = 0;
        for (int i = 0; i < notifies.size(); i++) {
            most = Math.max(most, notifies.number(i));
        }
        int[] tracks = new int[most + 1];
        Arrays.fill(tracks, Track.NONE);
        for (int i = 0; i < notifies.size(); i++) {
            tracks[notifies.number(i)] = variables.get(i).track.number();
        }
        assertThat(tape.write(notifies, 0, tracks, at)).isEqualTo(values.size());
        for (int i = 0; i < values.size(); i++) {
            Variable variable = variables.get(i);
            variable.add(new Entry.Value(at, values.get(i), values.get(i).length(), false));
            variable.told++;
            variable.untaken++;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverIsWrittenEachVariablesLastChangesAreKeptInOrder(long seed) {
        Random random = new Random(seed);
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            variables.add(new Variable(i));
        }
        Instant at = NOON;
        for (int round = 0; round < 6_000; round++) {
            at = at.plusNanos(1_000L * (random.nextInt(50) == 0 ? random.nextLong(-90_000_000_000L, 90_000_000_000L)
                    : random.nextInt(3_000_000)));
            List<Variable> some = new ArrayList<>();
            List<String> values = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                // some are seldom told, and their values must outlive the tape
                some.add(variables.get((int) (12 * Math.pow(random.nextDouble(), 4))));
                values.add(random.nextInt(30) == 0 ? "\"" + "x".repeat(random.nextInt(900)) + "\""
                        : String.valueOf(random.nextInt(100_000)));
            }
            write(at, some, values);
            Variable one = variables.get(random.nextInt(12));
            switch (random.nextInt(60)) {
                case 0, 1 -> {
                    Event event = Event.values()[random.nextInt(4)];
                    one.recent.event(event, at);
                    one.add(new Entry.Break(at, event));
                }
                case 2 -> {
                    one.recent.toldAgain("\"ü\"", at);
                    one.add(new Entry.Value(at, "\"ü\"", 3, true));
                    one.told++;
                }
                case 3 -> {
                    one.recent.remapped(at);
                    one.entries.clear();
                    one.told = 0;
                    one.add(new Entry.Break(at, Event.REMAPPED));
                }
                case 4 -> {
                    if (random.nextInt(10) == 0) {
                        one.anew();
                    }
                }
                case 5, 6 -> one.check();
                case 7 -> {
                    assertThat(one.track.take()).isEqualTo(one.untaken);
                    one.untaken = 0;
                }
                default -> { }
            }
        }
        variables.forEach(Variable::check);
        assertThat(tape.bytes()).isLessThanOrEqualTo(300_000);
    }

    @Test
    void theLatestValueIsKnownAfterTheTapeWentOnWithoutIt() {
        Variable quiet = new Variable(0);
        Variable busy = new Variable(1);
        assertThat(quiet.track.latest()).isEmpty();
        write(NOON, List.of(quiet), List.of("17"));
        for (int i = 0; i < 40; i++) {
            write(NOON.plusSeconds(i), Collections.nCopies(1_000, busy),
                    Collections.nCopies(1_000, "123456789"));
        }
        assertThat(quiet.track.latest()).contains(new Latest("17", NOON));
        assertThat(quiet.track.take()).isEqualTo(1);
        quiet.check();
        busy.check();
    }

    @Test
    void itWakesOnceUntilAllIsTakenAndNamesEachTrackThatHasSomething() {
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            variables.add(new Variable(i));
        }
        write(NOON, variables, Collections.nCopies(300, "1"));
        write(NOON, variables, Collections.nCopies(300, "2"));
        assertThat(woken).hasValue(1);

        Set<Track> named = new HashSet<>();
        List<Track> some = tape.fresh(128);
        assertThat(some).first().isSameAs(variables.getFirst().track);
        while (!some.isEmpty()) {
            assertThat(some).hasSizeLessThanOrEqualTo(128);
            for (Track track : some) {
                assertThat(track.take()).isEqualTo(2);
                assertThat(named.add(track)).isTrue();
            }
            some = tape.fresh(128);
        }
        assertThat(named).hasSize(300);
        write(NOON, variables.subList(0, 1), List.of("3"));
        assertThat(woken).hasValue(2);
        assertThat(tape.fresh(10)).containsExactly(variables.getFirst().track);
    }

    @Test
    void itStopsAtTheFirstThatIsNotToBeWritten() {
        Variable known = new Variable(0);
        Notifies notifies = gathered.of(new StatusKey[] {key(0), key(0), key(7), key(0)}, "1", "2", "3", "4");
        int[] tracks = {known.track.number()};
        assertThat(tape.write(notifies, 0, tracks, NOON)).isEqualTo(2);
        assertThat(tape.write(notifies, 2, tracks, NOON)).isEqualTo(2);
        assertThat(tape.write(notifies, 3, tracks, NOON)).isEqualTo(4);
        assertThat(known.track.latest()).contains(new Latest("4", NOON));

        Notifies tooLong = gathered.of(new StatusKey[] {key(0)}, "1".repeat(Tape.LONGEST + 1));
        assertThat(tape.write(tooLong, 0, tracks, NOON)).isZero();
    }

    @Test
    void aClosedTracksNumberServesAnotherWhichSeesNothingOfIt() {
        Variable first = new Variable(0);
        new Variable(1);
        write(NOON, List.of(first, first), List.of("1", "2"));
        first.track.close();
        first.track.close();
        assertThat(first.track.latest()).isEmpty();
        assertThat(first.track.take()).isZero();
        assertThat(first.recent.entries()).isEmpty();

        Variable next = new Variable(0);
        assertThat(next.track.number()).isEqualTo(first.track.number());
        assertThat(next.track.latest()).isEmpty();
        assertThat(next.track.take()).isZero();
        next.check();
        assertThat(tape.fresh(10)).allMatch(track -> track.take() == 0);
    }

    @Test
    void interruptionsWithoutAnyoneWhoLooksDoNotGrowWithoutBound() {
        Variable variable = new Variable(0);
        write(NOON, List.of(variable), List.of("1"));
        for (int i = 0; i < 10_000; i++) {
            variable.recent.event(Event.CONNECTION_LOST, NOON);
        }
        assertThat(variable.recent.entries()).hasSize(2 * RecentChanges.KEPT);
    }

    @Test
    void whenAllTracksAreClosedItHoldsNothing() {
        Variable variable = new Variable(0);
        write(NOON, List.of(variable), List.of("1"));
        assertThat(tape.bytes()).isPositive();
        variable.track.close();
        assertThat(tape.bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whoReadsOnFromWhereTheyWereGetsEachOnceOrHowManyWent(long seed) {
        Random random = new Random(seed);
        List<Variable> variables = List.of(new Variable(0), new Variable(1));
        RecentChanges recent = variables.getFirst().recent;
        RecentChanges.Position read = RecentChanges.Position.BEGINNING;
        long told = 0;
        long got = 0;
        long missed = 0;
        for (int i = 0; i < 20_000; i++) {
            Instant at = NOON.plusMillis(i);
            switch (random.nextInt(20)) {
                case 0 -> {
                    recent.event(random.nextBoolean() ? Event.CONNECTION_LOST : Event.CONNECTION_BACK, at);
                    told++;
                }
                case 1 -> recent.value(Long.toString(told++), at);
                default -> write(at, variables, List.of(Long.toString(told++), "7"));
            }
            if (random.nextInt(random.nextInt(40) == 0 ? 3 : 400) == 0) {
                RecentChanges.Since since = recent.since(read);
                read = since.position();
                missed += since.missed();
                long number = got + missed;
                for (Entry entry : since.entries()) {
                    if (entry instanceof Entry.Value value) {
                        assertThat(value.text()).isEqualTo(Long.toString(number));
                    }
                    number++;
                }
                got += since.entries().size();
                assertThat(got + missed).isEqualTo(told);
                assertThat(recent.since(read).entries()).isEmpty();
            }
        }
        assertThat(missed).isPositive();
        assertThat(got).isGreaterThan(missed);
    }
}
