package placewatch.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import placewatch.model.LogLine;
import placewatch.model.LogLines;
import placewatch.socket.DebugLine;
import placewatch.socket.DebugPhase;

class LogFeedTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final LogLines console = new LogLines(1_000_000);
    private final Inbox inbox = new Inbox(() -> { });
    private final LogFeed feed = new LogFeed(console, inbox);

    private void pulse() {
        inbox.drain(System.nanoTime() + 5_000_000_000L);
    }

    private static DebugLine line(String text) {
        return new DebugLine("mod-1", "info", text, NOON);
    }

    @Test
    void linesComeInOrderWithTheirTimeOfArrival() {
        feed.onPhase(new DebugPhase.Streaming());
        for (int i = 0; i < 5000; i++) {
            feed.onLine(line("line " + i));
        }
        pulse();
        assertThat(console.lines()).hasSize(5000);
        assertThat(console.lines().get(4999)).isEqualTo(new LogLine(NOON, "info", "line 4999", LogLine.Kind.DEBUG));
        assertThat(console.phaseProperty().get()).isEqualTo(new DebugPhase.Streaming());
    }

    @Test
    void aMessageOfManyLinesStaysTogetherAndInOrder() {
        feed.onLine(line("first\n  second\r\nthird\n"));
        feed.onLine(line("next"));
        pulse();
        assertThat(console.lines()).extracting(LogLine::text).containsExactly("first", "  second", "third", "next");
        assertThat(console.lines()).extracting(LogLine::kind).containsExactly(
                LogLine.Kind.DEBUG, LogLine.Kind.CONTINUED, LogLine.Kind.CONTINUED, LogLine.Kind.DEBUG);
    }

    @Test
    void whatDoesNotFitBetweenTwoPulsesIsCounted() {
        for (int i = 0; i < LogFeed.WAITING + 7; i++) {
            feed.onLine(line("x"));
        }
        pulse();
        assertThat(console.lines()).hasSize(LogFeed.WAITING);
        assertThat(console.droppedProperty().get()).isEqualTo(7);
    }
}
