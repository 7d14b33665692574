package placewatch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.history.RecentChanges.Entry;
import placewatch.history.RecentChanges.Event;

class RecentChangesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final RecentChanges recent = new RecentChanges();

    /// The same in the simplest way, but for the limit on bytes, which these stay under.
    private static final class Model {
        private final List<Entry> entries = new ArrayList<>();

        void value(String json, Instant at, boolean told) {
            int kept = Math.min(json.length(), RecentChanges.WHOLE);
            add(new Entry.Value(at, json.substring(0, kept), json.length(), told), 1);
        }

        void reread(String json) {
            if (!entries.isEmpty() && entries.getLast() instanceof Entry.Value value) {
                entries.removeLast();
                value(json, value.at(), false);
            }
        }

        void event(Event event, Instant at) {
            add(new Entry.Break(at, event), 0);
        }

        private void add(Entry entry, int value) {
            while (values() + value > RecentChanges.KEPT || entries.size() >= 2 * RecentChanges.KEPT) {
                entries.removeFirst();
            }
            entries.add(entry);
        }

        private long values() {
            return entries.stream().filter(Entry.Value.class::isInstance).count();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverComesItHoldsWhatAListWouldHold(long seed) {
        Random random = new Random(seed);
        Model model = new Model();
        Instant at = NOON;
        for (int i = 0; i < 3_000; i++) {
            at = at.plusNanos(1_000L * (random.nextInt(20) == 0 ? random.nextLong(-90_000_000_000L, 90_000_000_000L)
                    : random.nextInt(3_000_000)));
            String json = json(random);
            switch (random.nextInt(12)) {
                case 0 -> {
                    Event event = Event.values()[random.nextInt(4)];
                    recent.event(event, at);
                    model.event(event, at);
                }
                case 1 -> {
                    recent.toldAgain(json, at);
                    model.value(json, at, true);
                }
                case 2 -> {
                    recent.reread(json);
                    model.reread(json);
                }
                default -> {
                    recent.value(json, at);
                    model.value(json, at, false);
                }
            }
            if (random.nextInt(400) == 0) {
                recent.remapped(at);
                model.entries.clear();
                model.event(Event.REMAPPED, at);
            }
            if (i % 7 == 0) {
                assertThat(recent.entries()).isEqualTo(model.entries);
            }
        }
    }

    private static String json(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "\"" + "ü".repeat(random.nextInt(40)) + "\"";
            case 2 -> "\"" + "→😀".repeat(random.nextInt(30)) + "\"";
            case 3 -> "x".repeat(random.nextInt(20) == 0 ? random.nextInt(999, 1_300) : random.nextInt(60));
            default -> Double.toString(random.nextInt(10_000) / 100.0);
        };
    }

    @Test
    void aLongValueIsKeptByItsBeginningAndSaysSo() {
        recent.value("x".repeat(RecentChanges.WHOLE - 1) + "😀" + "y".repeat(50_000), NOON);
        assertThat(recent.entries()).singleElement().isInstanceOfSatisfying(Entry.Value.class, value -> {
            assertThat(value.text()).isEqualTo("x".repeat(RecentChanges.WHOLE - 1));
            assertThat(value.length()).isEqualTo(51_001);
            assertThat(value.whole()).isFalse();
        });
    }

    @Test
    void ofLongValuesFewerAreKeptAndThoseThatWentAreCounted() {
        for (int i = 0; i < 1_000; i++) {
            recent.value("é→".repeat(5_000), NOON.plusSeconds(i));
        }
        List<Entry> entries = recent.entries();
        assertThat(entries).hasSizeBetween(25, RecentChanges.KEPT);
        assertThat(recent.gone()).isEqualTo(1_000 - entries.size());
        assertThat(entries.getLast().at()).isEqualTo(NOON.plusSeconds(999));
        assertThat(recent.bytes()).isLessThanOrEqualTo(RecentChanges.BYTES);
    }

    @Test
    void tenThousandHistoriesOfNumbersStayUnderThirtyMegabytes() {
        Random random = new Random(1);
        Instant at = NOON;
        for (int i = 0; i < 5_000; i++) {
            at = at.plusMillis(random.nextInt(20_000));
            recent.value(String.format(Locale.ROOT, "%.3f", random.nextDouble() * 1_000), at);
        }
        assertThat(recent.entries()).hasSize(RecentChanges.KEPT);
        // the object itself takes less than 200 bytes
        assertThat(recent.bytes() + 200).isLessThan(3_000);
    }

    @Test
    void aReaderNeverSeesHalfAnEntry() {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Long> writer = CompletableFuture.supplyAsync(() -> {
            long written = 0;
            while (!over.get()) {
                recent.value(Long.toString(written) + "x".repeat((int) (written % 50)), NOON.plusMillis(written));
                written++;
            }
            return written;
        });
        for (int i = 0; i < 2_000; i++) {
            List<Entry> seen = recent.entries();
            for (int j = 0; j < seen.size(); j++) {
                Entry.Value value = (Entry.Value) seen.get(j);
                long number = Long.parseLong(value.text().replace("x", ""));
                assertThat(Duration.between(NOON, value.at()).toMillis()).isEqualTo(number);
                assertThat(value.text()).endsWith("x".repeat((int) (number % 50)));
                assertThat(number - Long.parseLong(((Entry.Value) seen.getFirst()).text().replace("x", "")))
                        .isEqualTo(j);
            }
        }
        over.set(true);
        long written = writer.join();
        assertThat(recent.version()).isEqualTo(written);
        assertThat(recent.gone() + recent.entries().size()).isEqualTo(written);
    }

    @Test
    void interruptionsAloneDoNotGrowWithoutBoundNorTakeTheValuesAway() {
        IntStream.range(0, 150).forEach(i -> recent.value(Integer.toString(i), NOON));
        IntStream.range(0, 100).forEach(i -> {
            recent.event(Event.CONNECTION_LOST, NOON);
            recent.event(Event.CONNECTION_BACK, NOON);
        });
        assertThat(recent.entries()).hasSize(350);
        IntStream.range(0, 10_000).forEach(_ -> recent.event(Event.CONNECTION_LOST, NOON));
        assertThat(recent.entries()).hasSize(2 * RecentChanges.KEPT);
    }

    @Test
    void whoReadsOnWhileItIsWrittenGetsEachOnceOrHowManyWent() {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Long> writer = CompletableFuture.supplyAsync(() -> {
            long written = 0;
            while (!over.get()) {
                recent.value(Long.toString(written++), NOON);
            }
            return written;
        });
        RecentChanges.Position read = RecentChanges.Position.BEGINNING;
        long next = 0;
        for (int i = 0; i < 3_000; i++) {
            RecentChanges.Since since = recent.since(read);
            read = since.position();
            next += since.missed();
            for (Entry entry : since.entries()) {
                assertThat(((Entry.Value) entry).text()).isEqualTo(Long.toString(next++));
            }
        }
        over.set(true);
        long written = writer.join();
        RecentChanges.Since rest = recent.since(read);
        assertThat(next + rest.missed() + rest.entries().size()).isEqualTo(written);
    }

    @Test
    void aValueThatWasReadAndThenPutRightIsToldAgain() {
        recent.value("\"1\"", NOON);
        RecentChanges.Since first = recent.since(RecentChanges.Position.BEGINNING);
        recent.reread("1");
        recent.value("2", NOON.plusSeconds(1));
        RecentChanges.Since second = recent.since(first.position());
        assertThat(second.corrected()).isTrue();
        assertThat(second.entries()).extracting(entry -> ((Entry.Value) entry).text()).containsExactly("1", "2");
        assertThat(second.missed()).isZero();
        recent.reread("3");
        // nobody had read what was wrong
        RecentChanges.Since whole = recent.since(RecentChanges.Position.BEGINNING);
        assertThat(whole.corrected()).isFalse();
        assertThat(whole.entries()).extracting(entry -> ((Entry.Value) entry).text()).containsExactly("1", "3");
    }
}
