package placewatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private static List<LogLine> lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new LogLine(Instant.EPOCH, "debug", "line " + i, LogLine.Kind.DEBUG)).toList();
    }

    @Test
    void theOldestMakeRoomAndAreCounted() {
        LogLines console = new LogLines(100);
        console.append(lines(0, 100));
        console.append(lines(100, 130));
        assertThat(console.lines()).hasSize(100).last().extracting(LogLine::text).isEqualTo("line 129");
        assertThat(console.receivedProperty().get()).isEqualTo(130);
        assertThat(console.droppedProperty().get()).isEqualTo(30);
    }

    @Test
    void aBatchLargerThanTheConsoleLeavesItsNewestLines() {
        LogLines console = new LogLines(100);
        console.append(lines(0, 250));
        assertThat(console.lines()).hasSize(100).first().extracting(LogLine::text).isEqualTo("line 150");
        assertThat(console.droppedProperty().get()).isEqualTo(150);
    }

    @Test
    void aBatchTouchesTheListAtMostTwice() {
        LogLines console = new LogLines(100);
        console.append(lines(0, 100));
        AtomicInteger touches = new AtomicInteger();
        console.lines().addListener((ListChangeListener<LogLine>) _ -> touches.incrementAndGet());
        console.append(lines(100, 150));
        assertThat(touches).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void linesReceivedAreLinesShownPlusLinesDropped() {
        LogLines console = new LogLines(64);
        for (int i = 0; i < 50; i++) {
            console.append(lines(i * 7, i * 7 + 7));
        }
        assertThat(console.lines().size() + console.droppedProperty().get())
                .isEqualTo(console.receivedProperty().get()).isEqualTo(350);
    }
}
