package placewatch.model.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import placewatch.log.FilteredLines;
import placewatch.log.FilteredLines.Direction;
import placewatch.log.FilteredLog;
import placewatch.log.LogEntry;
import placewatch.log.LogFilter;
import placewatch.log.LogQuestion;
import placewatch.log.LogScope;
import placewatch.log.LogSource;
import placewatch.log.LogStore;

/// This thread plays the JavaFX thread.
class ConsoleTest {

    private final LogStore store = new LogStore(1_000, 1L << 40);
    private final LogQuestion question = new LogQuestion(LogScope.ALL, LogFilter.EVERYTHING);
    private final AtomicInteger closed = new AtomicInteger();
    private final FilteredLog log = new FilteredLog(store, question, InstantSource.system(), () -> { });
    private final Console console = new Console(log, question, _ -> closed.incrementAndGet());

    @AfterEach
    void close() {
        console.close();
    }

    private void append(String level, String text) {
        store.append(Instant.EPOCH, LogSource.CONNECTION, LogEntry.Kind.DEBUG, level, text);
    }

    /// Lines 0, 2, 4 … are of volume, the others of power.
    private void append(int count) {
        for (int i = 0; i < count; i++) {
            long number = store.window().end();
            append("info", (number % 2 == 0 ? "volume " : "power ") + number);
        }
    }

    private void settle() {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).pollInSameThread().until(() -> {
            FilteredLines lines = log.lines();
            boolean settled = lines.isComplete() && lines.window().end() == store.window().end()
                    && lines.window().first() == store.window().first()
                    && lines.question().filter().canonical().equals(console.filterProperty().get().canonical())
                    && lines.question().scope().equals(console.scope());
            console.refresh();
            return settled;
        });
    }

    private FilteredLines lines() {
        return console.linesProperty().get();
    }

    private void filter(String text) {
        console.filterTextProperty().set(text);
        settle();
    }

    @Test
    void whoFollowsMissesNothingAndWhoLeavesIsToldHowMuchCameSince() {
        append(10);
        settle();
        assertThat(console.followingProperty().get()).isTrue();
        assertThat(console.newerProperty().get()).isZero();
        console.top(4);
        append(7);
        settle();
        assertThat(console.followingProperty().get()).isFalse();
        assertThat(console.topProperty().get()).isEqualTo(4);
        assertThat(console.newerProperty().get()).isEqualTo(7);
        filter("volume");
        assertThat(console.newerProperty().get()).as("of those that are looked for").isEqualTo(4);
        console.followingProperty().set(true);
        assertThat(console.newerProperty().get()).isZero();
        append(2);
        settle();
        assertThat(console.newerProperty().get()).isZero();
    }

    @Test
    void aHeldPictureStandsStillAndCountsWhatComes() {
        append(10);
        settle();
        console.pausedProperty().set(true);
        append(1_500);
        settle();
        assertThat(lines().size()).isEqualTo(10);
        assertThat(lines().entry(0).text()).as("has left the ring").isEqualTo("volume 0");
        assertThat(console.newerProperty().get()).isEqualTo(1_000);
        console.pausedProperty().set(false);
        assertThat(lines().size()).isEqualTo(1_000);
        assertThat(console.newerProperty().get()).as("of who follows").isZero();
    }

    @Test
    void followingLetsAHeldPictureGo() {
        append(10);
        settle();
        console.top(3);
        console.pausedProperty().set(true);
        append(5);
        settle();
        assertThat(lines().size()).isEqualTo(10);
        console.followingProperty().set(true);
        assertThat(console.pausedProperty().get()).isFalse();
        assertThat(lines().size()).isEqualTo(15);
        assertThat(console.newerProperty().get()).isZero();
    }

    @Test
    void aNewFilterIsAnsweredInFullWhileThePictureIsHeld() {
        store.mostLines(200_000);
        append(150_000);
        settle();
        console.pausedProperty().set(true);
        filter("/v.*[02468]$/");
        assertThat(lines().isComplete()).isTrue();
        assertThat(lines().size()).isEqualTo(75_000);
        append(10);
        settle();
        assertThat(lines().size()).as("and stands still again").isEqualTo(75_000);
        assertThat(console.newerProperty().get()).isEqualTo(5);
    }

    @Test
    void thePlaceIsALineWhateverTheFilterAndTheRing() {
        append(500);
        settle();
        console.top(101);
        filter("volume");
        assertThat(lines().number(lines().indexOf(console.topProperty().get()))).isEqualTo(102);
        filter("");
        assertThat(lines().number(lines().indexOf(console.topProperty().get()))).isEqualTo(101);
        append(550);
        settle();
        assertThat(lines().window().first()).isEqualTo(50);
        assertThat(lines().indexOf(console.topProperty().get())).isEqualTo(51);
        append(500);
        settle();
        assertThat(lines().indexOf(console.topProperty().get())).as("the oldest there is").isZero();
    }

    @Test
    void aFaultyFilterKeepsTheLinesOfTheLastGoodOne() {
        append(10);
        filter("volume");
        assertThat(lines().size()).isEqualTo(5);
        filter("volume /(/");
        assertThat(console.faultProperty().get()).isNotNull();
        assertThat(console.filterProperty().get().text()).isEqualTo("volume");
        append(2);
        settle();
        assertThat(lines().size()).isEqualTo(6);
        filter("power");
        assertThat(console.faultProperty().get()).isNull();
        assertThat(lines().size()).isEqualTo(6);
        assertThat(lines().entry(0).text()).isEqualTo("power 1");
    }

    @Test
    void chosenLinesAreThoseShownBetweenAndGoWithTheRing() {
        append(20);
        settle();
        console.select(Selection.of(4).to(9));
        assertThat(console.selected()).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
        filter("volume");
        assertThat(console.selected()).containsExactly(4L, 6L, 8L);
        append(987);
        settle();
        assertThat(console.selectionProperty().get()).isEqualTo(new Selection(7, 9));
        assertThat(console.selected()).containsExactly(8L);
        append(100);
        settle();
        assertThat(console.selectionProperty().get()).isEqualTo(Selection.NONE);
        assertThat(console.selected()).isEmpty();
    }

    @Test
    void clearedItIsEmptyAndShowsWhatComes() {
        append(10);
        settle();
        console.select(Selection.of(3));
        console.clear();
        settle();
        assertThat(lines().size()).isZero();
        assertThat(lines().isComplete()).isTrue();
        assertThat(console.selectionProperty().get()).isEqualTo(Selection.NONE);
        assertThat(store.window().size()).as("others still see it").isEqualTo(10);
        append(3);
        settle();
        assertThat(lines().size()).isEqualTo(3);
    }

    @Test
    void marksAreOfLinesAndGoWithThem() {
        append(100);
        settle();
        List.of(10L, 21L, 50L).forEach(console::bookmark);
        assertThat(console.bookmarks()).containsExactly(10L, 21L, 50L);
        assertThat(console.nextBookmark(Direction.DOWN)).as("of all, for who follows").hasValue(10);
        assertThat(console.nextBookmark(Direction.UP)).hasValue(50);
        console.top(21);
        assertThat(console.nextBookmark(Direction.DOWN)).as("from the top on").hasValue(21);
        assertThat(console.nextBookmark(Direction.UP)).hasValue(10);
        console.select(Selection.of(21));
        assertThat(console.nextBookmark(Direction.DOWN)).hasValue(50);
        console.select(Selection.of(50));
        assertThat(console.nextBookmark(Direction.DOWN)).isEmpty();
        filter("volume");
        assertThat(console.nextBookmark(Direction.UP)).as("21 is not shown").hasValue(10);
        console.bookmark(10);
        assertThat(console.isBookmarked(10)).isFalse();
        assertThat(console.nextBookmark(Direction.UP)).isEmpty();
        append(930);
        settle();
        assertThat(console.bookmarks()).as("those that are still there").containsExactly(50L);
    }

    @Test
    void theNextErrorIsLookedForFromWhereTheReaderIs() {
        append(10);
        append("error", "one");
        append(10);
        append("fatal", "two");
        append(10);
        settle();
        assertThat(console.nextTrouble(Direction.DOWN)).as("below the end").isEmpty();
        assertThat(console.nextTrouble(Direction.UP)).hasValue(21);
        console.top(15);
        assertThat(console.nextTrouble(Direction.UP)).as("above what is seen").hasValue(10);
        assertThat(console.nextTrouble(Direction.DOWN)).hasValue(21);
        console.select(Selection.of(21));
        assertThat(console.nextTrouble(Direction.DOWN)).isEmpty();
        assertThat(console.nextTrouble(Direction.UP)).hasValue(10);
    }

    @Test
    void kindsThatAreHiddenAreKept() {
        append(3);
        store.append(Instant.EPOCH, LogSource.CONNECTION, LogEntry.Kind.STREAM, "", "connected");
        settle();
        assertThat(lines().size()).isEqualTo(4);
        console.hide(Set.of(LogEntry.Kind.STREAM));
        settle();
        assertThat(lines().size()).isEqualTo(3);
        console.hide(Set.of());
        settle();
        assertThat(lines().size()).isEqualTo(4);
    }

    @Test
    void whoClosesItIsHeardOnce() {
        console.close();
        assertThat(closed).hasValue(1);
    }
}
