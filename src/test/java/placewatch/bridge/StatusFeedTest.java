package placewatch.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import placewatch.model.Quality;
import placewatch.model.RecentChanges;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindPhase;

class StatusFeedTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final StatusKey key = new StatusKey(new ModuleAddress("sys-1", "Display", 1), "volume");
    private final StatusRow row = new StatusRow(key);
    private final Inbox inbox = new Inbox(() -> { });
    private final StatusFeed feed = new StatusFeed(row, InstantSource.fixed(NOON.plusSeconds(3)), inbox);

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
            feeds.add(new StatusFeed(each, InstantSource.fixed(NOON), inbox));
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

    @Test
    void aRowThatWasLeftIsNotTouchedAnyMore() {
        feed.onValue(key, "1", NOON);
        feed.leave();
        feed.onValue(key, "2", NOON);
        pulse();
        assertThat(row.value()).isEmpty();
    }
}
