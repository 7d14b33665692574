package placewatch.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import placewatch.history.RecentChanges;
import placewatch.history.Track;
import placewatch.model.Quality;
import placewatch.model.StatusRow;
import placewatch.protocol.Gathered;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Notifies;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindPhase;

class StatusFeedTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final StatusKey key = new StatusKey(new ModuleAddress("sys-1", "Display", 1), "volume");
    private final StatusRow row = new StatusRow(key);
    private final Inbox inbox = new Inbox(() -> { });
    private final StatusFeeds feedsOf = new StatusFeeds(InstantSource.fixed(NOON.plusSeconds(3)), inbox);
    private final StatusFeed feed = feedsOf.feed(row);

    private void pulse() {
        inbox.drain(System.nanoTime() + 1_000_000_000L);
    }

    @Test
    void betweenTwoPulsesOnlyTheLatestValueReachesTheRowAndAllAreCounted() {
        AtomicInteger repaints = new AtomicInteger();
        row.valueProperty().addListener(_ -> repaints.incrementAndGet());
        feed.onPhase(key, new BindPhase.Live());
        for (int i = 1; i <= 1000; i++) {
            feed.onValue(key, String.valueOf(i), NOON.plusMillis(i));
        }
        pulse();
        assertThat(repaints).hasValue(1);
        assertThat(row.value().orElseThrow().json()).isEqualTo("1000");
        assertThat(row.changesProperty().get()).isEqualTo(1000);
        assertThat(row.changedAt()).contains(NOON.plusMillis(1000));
    }

    @Test
    void aDropThatHealedBetweenTwoPulsesStillTakesTheOldValuesLiveness() {
        feed.onPhase(key, new BindPhase.Live());
        feed.onValue(key, "1", NOON);
        feed.onPhase(key, new BindPhase.Disconnected());
        feed.onPhase(key, new BindPhase.Binding());
        feed.onPhase(key, new BindPhase.Live());
        pulse();
        assertThat(row.quality()).isEqualTo(new Quality.LastKnown(NOON.plusSeconds(3), Quality.Cause.NOT_SENT_AGAIN));
        feed.onValue(key, "1", NOON.plusSeconds(1));
        pulse();
        assertThat(row.quality()).isEqualTo(new Quality.Live());
    }

    @Test
    void aValueThatIsReadAgainIsCorrectedAndNotCounted() {
        feed.onValue(key, "\"true\"", NOON);
        pulse();
        feed.onReread(key, "true", NOON);
        pulse();
        assertThat(row.value().orElseThrow().json()).isEqualTo("true");
        assertThat(row.changesProperty().get()).isEqualTo(1);
        feed.onValue(key, "\"false\"", NOON);
        feed.onReread(key, "false", NOON);
        pulse();
        assertThat(row.value().orElseThrow().json()).isEqualTo("false");
        assertThat(row.changesProperty().get()).isEqualTo(2);
    }

    @Test
    void ofManyRowsNoneLooksLiveInTheFirstPulseAfterALossHoweverShortItsTime() {
        List<StatusRow> rows = new ArrayList<>();
        List<StatusFeed> feeds = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            StatusRow each = new StatusRow(new StatusKey(key.module(), "v" + i));
            rows.add(each);
            feeds.add(feedsOf.feed(each));
        }
        feeds.forEach(each -> each.onPhase(key, new BindPhase.Live()));
        feeds.forEach(each -> each.onValue(key, "1", NOON));
        pulse();
        assertThat(rows).allMatch(each -> each.quality() instanceof Quality.Live);

        feeds.forEach(each -> each.onValue(key, "2", NOON));
        feeds.forEach(each -> each.onPhase(key, new BindPhase.Disconnected()));
        inbox.drain(System.nanoTime() - 1);

        assertThat(rows).noneMatch(each -> each.quality() instanceof Quality.Live);
        assertThat(rows).allMatch(each -> each.value().orElseThrow().json().equals("2"));
    }

    @Test
    void aValueFromBeforeARemapIsNeverShownAsTheNewModules() {
        feed.onPhase(key, new BindPhase.Live());
        feed.onValue(key, "1", NOON);
        feed.onValue(key, "2", NOON);
        feed.onRemapped(key, NOON.plusSeconds(5));
        feed.onPhase(key, new BindPhase.Binding());
        pulse();
        assertThat(row.value()).isEmpty();
        assertThat(row.changedAt()).isEmpty();
        assertThat(row.changesProperty().get()).isZero();
        assertThat(row.quality()).isEqualTo(new Quality.Binding());
        assertThat(row.remappedAtProperty().get()).isEqualTo(NOON.plusSeconds(5));

        feed.onPhase(key, new BindPhase.Live());
        pulse();
        assertThat(row.quality()).isEqualTo(new Quality.NoValueYet());
        feed.onValue(key, "2", NOON.plusSeconds(6));
        pulse();
        assertThat(row.quality()).isEqualTo(new Quality.Live());
        assertThat(row.changesProperty().get()).isEqualTo(1);
        assertThat(row.changeSeen()).isFalse();
    }

    private List<String> history() {
        return row.recent().entries().stream().map(entry -> switch (entry) {
            case RecentChanges.Entry.Value value -> (value.told() ? "still " : "") + value.text();
            case RecentChanges.Entry.Break(var _, RecentChanges.Event event) -> event.name();
        }).toList();
    }

    @Test
    void everyChangeIsInTheHistoryThoughAPulseShowsOnlyTheLatest() {
        feed.onPhase(key, new BindPhase.Live());
        for (int i = 1; i <= 5; i++) {
            feed.onValue(key, String.valueOf(i), NOON.plusMillis(i));
        }
        assertThat(history()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void aLostConnectionAndARemapStandInTheHistoryAndAValueToldAgainIsNoChange() {
        feed.onPhase(key, new BindPhase.Disconnected());
        feed.onPhase(key, new BindPhase.Live());
        feed.onValue(key, "1", NOON);
        feed.onValue(key, "1", NOON);
        feed.onPhase(key, new BindPhase.Disconnected());
        feed.onPhase(key, new BindPhase.Binding());
        feed.onPhase(key, new BindPhase.Live());
        feed.onValue(key, "1", NOON);
        feed.onValue(key, "2", NOON);
        assertThat(history()).containsExactly("1", "1", "CONNECTION_LOST", "CONNECTION_BACK", "still 1", "2");
        feed.onRemapped(key, NOON);
        feed.onValue(key, "2", NOON);
        assertThat(history()).containsExactly("REMAPPED", "2");
    }

    /// As the socket does with plain values.
    private void write(StatusFeed to, Instant at, String... values) {
        StatusKey[] keys = new StatusKey[values.length];
        Arrays.fill(keys, key);
        Track track = to.track().orElseThrow();
        Notifies notifies = new Gathered().of(keys, values);
        assertThat(track.tape().write(notifies, 0, new int[] {track.number()}, at)).isEqualTo(values.length);
    }

    @Test
    void whatIsWrittenIsOnTheRowInTheNextPulseAndInTheHistory() {
        feed.onPhase(key, new BindPhase.Live());
        feed.onValue(key, "1", NOON);
        write(feed, NOON.plusMillis(5), "2", "3", "4");
        pulse();
        assertThat(row.value().orElseThrow().json()).isEqualTo("4");
        assertThat(row.changes()).isEqualTo(4);
        assertThat(row.changedAt()).contains(NOON.plusMillis(5));
        assertThat(history()).containsExactly("1", "2", "3", "4");
        write(feed, NOON.plusMillis(6), "5");
        feed.onValue(key, "\"ü\"", NOON.plusMillis(7));
        write(feed, NOON.plusMillis(8), "6");
        pulse();
        assertThat(row.value().orElseThrow().json()).isEqualTo("6");
        assertThat(row.changes()).isEqualTo(7);
        assertThat(history()).containsExactly("1", "2", "3", "4", "5", "\"ü\"", "6");
    }

    @Test
    void whatWasWrittenBeforeALossIsNotLiveAfterIt() {
        feed.onPhase(key, new BindPhase.Live());
        feed.onValue(key, "1", NOON);
        write(feed, NOON, "2");
        feed.onPhase(key, new BindPhase.Disconnected());
        feed.onPhase(key, new BindPhase.Binding());
        feed.onPhase(key, new BindPhase.Live());
        pulse();
        assertThat(row.value().orElseThrow().json()).isEqualTo("2");
        assertThat(row.quality()).isEqualTo(new Quality.LastKnown(NOON.plusSeconds(3), Quality.Cause.NOT_SENT_AGAIN));
        assertThat(history()).containsExactly("1", "2", "CONNECTION_LOST", "CONNECTION_BACK");

        feed.onValue(key, "2", NOON);
        write(feed, NOON, "3");
        feed.onRemapped(key, NOON.plusSeconds(5));
        pulse();
        assertThat(row.value()).isEmpty();
        assertThat(history()).containsExactly("REMAPPED");
    }

    @Test
    void ofAThousandWrittenNoneIsForgottenWhenPulsesAreTooShortForAll() {
        List<StatusRow> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            StatusRow each = new StatusRow(new StatusKey(key.module(), "v" + i));
            rows.add(each);
            StatusFeed of = feedsOf.feed(each);
            of.onPhase(key, new BindPhase.Live());
            of.onValue(key, "1", NOON);
            write(of, NOON, "2");
        }
        int pulses = 0;
        while (!inbox.isEmpty()) {
            inbox.drain(System.nanoTime() - 1);
            pulses++;
        }
        assertThat(pulses).isGreaterThan(2);
        assertThat(rows).allMatch(each -> each.value().orElseThrow().json().equals("2") && each.changes() == 2);
    }

    @Test
    void aRowThatWasLeftIsNotTouchedAnyMore() {
        feed.onValue(key, "1", NOON);
        feed.leave();
        feed.onValue(key, "2", NOON);
        write(feed, NOON, "3");
        pulse();
        assertThat(row.value()).isEmpty();
    }
}
