package placewatch.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import placewatch.log.LogEntry;
import placewatch.log.LogStore;
import placewatch.log.LogWindow;
import placewatch.log.Severity;
import placewatch.model.log.LogStream;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerError;
import placewatch.socket.DebugLine;
import placewatch.socket.DebugPhase;

class LogFeedTest {

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final Inbox inbox = new Inbox(() -> { });
    private final LogStore store = new LogStore(100, 1 << 20);
    private final LogStream stream = new LogStream(new ModuleAddress("sys-1", "Display", 1), "mod-1", "Boardroom", 0);
    private final LogFeed feed = new LogFeed(stream, store, () -> now, inbox);

    private void line(String level, String text) {
        feed.onLine(new DebugLine("mod-1", level, text, now));
    }

    private void drain() {
        inbox.drain(System.nanoTime() + 1_000_000_000L);
    }

    private List<String> texts() {
        LogWindow window = store.window();
        return LongStream.range(window.first(), window.end()).mapToObj(window::entry)
                .map(entry -> entry.orElseThrow().text()).toList();
    }

    @Test
    void linesAreInTheRingAtOnceAndCounted() {
        feed.onPhase(new DebugPhase.Asking());
        feed.onPhase(new DebugPhase.Streaming());
        line("info", "one");
        now = now.plusMillis(5);
        line("panic", "two");
        LogEntry second = store.window().entry(2).orElseThrow();
        assertThat(texts()).containsExactly("debug on: Display_1", "one", "two");
        assertThat(second).isEqualTo(new LogEntry(2, now, stream.source(), LogEntry.Kind.DEBUG, "panic", "two"));
        assertThat(store.window().entry(0).orElseThrow().kind()).isEqualTo(LogEntry.Kind.STREAM);
        assertThat(stream.phaseProperty().get()).as("told in a pulse").isEqualTo(new DebugPhase.Disconnected());
        drain();
        assertThat(stream.phaseProperty().get()).isEqualTo(new DebugPhase.Streaming());
        stream.tick();
        assertThat(stream.totalProperty().get()).isEqualTo(2);
        assertThat(stream.rateProperty().get()).isEqualTo(2);
        assertThat(stream.count(Severity.FATAL)).isEqualTo(1);
        stream.tick();
        assertThat(stream.rateProperty().get()).isZero();
    }

    @Test
    void aGapIsMarkedInItsPlaceAndSaysHowLongItWas() {
        feed.onPhase(new DebugPhase.Streaming());
        line("info", "before");
        feed.onPhase(new DebugPhase.Disconnected());
        now = now.plusMillis(12_345);
        feed.onPhase(new DebugPhase.Asking());
        feed.onPhase(new DebugPhase.Streaming());
        line("info", "after");
        feed.onPhase(new DebugPhase.Disconnected());
        now = now.plus(Duration.ofMinutes(61).plusSeconds(5));
        feed.onPhase(new DebugPhase.Asking());
        feed.onPhase(new DebugPhase.Disconnected());
        feed.onPhase(new DebugPhase.Asking());
        feed.onPhase(new DebugPhase.Streaming());
        assertThat(texts()).containsExactly("debug on: Display_1", "before",
                "connection lost: what the module wrote meanwhile is missing here",
                "debug on: Display_1, after a gap of 12.3 s", "after",
                "connection lost: what the module wrote meanwhile is missing here",
                "debug on: Display_1, after a gap of 61 min 05 s");
    }

    @Test
    void whatNeverFlowedHasNoGap() {
        feed.onPhase(new DebugPhase.Disconnected());
        feed.onPhase(new DebugPhase.Asking());
        feed.onPhase(new DebugPhase.Disconnected());
        feed.onPhase(new DebugPhase.Asking());
        feed.onPhase(new DebugPhase.Streaming());
        assertThat(texts()).containsExactly("debug on: Display_1");
    }

    @Test
    void aRefusalAndSilenceAreSaid() {
        feed.onPhase(new DebugPhase.Refused(new ServerError(3, "no such module")));
        feed.onPhase(new DebugPhase.Unanswered(Duration.ofSeconds(10)));
        feed.onPhase(new DebugPhase.Streaming());
        assertThat(texts()).containsExactly("debug refused: Display_1: no such module",
                "debug not answered within 10.0 s: Display_1", "debug on: Display_1");
    }

    @Test
    void leftItTellsNoPhaseAnyMore() {
        feed.onPhase(new DebugPhase.Streaming());
        feed.leave();
        feed.onPhase(new DebugPhase.Asking());
        drain();
        assertThat(stream.phaseProperty().get()).isEqualTo(new DebugPhase.Disconnected());
    }
}
