package placewatch.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.history.RecentChanges;
import placewatch.history.RecentChanges.Event;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindPhase;

class RecordingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final StatusRow row = new StatusRow(new StatusKey(new ModuleAddress("s", "M", 1), "level"));
    private final RecentChanges recent = row.recent();
    private final Recording recording = new Recording(row);

    private static Instant at(long millis) {
        return NOON.plusMillis(millis);
    }

    /// `0 → 5, 100 → –`: times since noon in milliseconds, a dash for a gap.
    private String drawn() {
        List<String> all = new ArrayList<>();
        Points points = recording.points();
        for (int i = 0; i < points.size(); i++) {
            double value = points.value(i);
            all.add(points.time(i) - NOON.toEpochMilli() + " → " + (Double.isNaN(value) ? "–" : (int) value));
        }
        return String.join(", ", all);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyChangeIsTakenOnceAndWhatWasTooMuchIsCounted(long seed) {
        Random random = new Random(seed);
        int sent = 0;
        int missed = 0;
        recording.take(NOON);
        for (int look = 0; look < 300; look++) {
            int some = random.nextInt(10) == 0 ? random.nextInt(600) : random.nextInt(30);
            for (int i = 0; i < some; i++) {
                recent.value(Integer.toString(sent++), at(sent));
            }
            missed += Math.max(0, some - RecentChanges.KEPT);
            recording.take(at(sent));
        }
        assertThat(recording.missed()).isEqualTo(missed);
        assertThat(recording.points().size()).isEqualTo(sent - missed);
        double before = -1;
        for (int i = 0; i < recording.points().size(); i++) {
            assertThat(recording.points().value(i)).isGreaterThan(before);
            before = recording.points().value(i);
        }
        assertThat(before).isEqualTo(sent - 1);
    }

    @Test
    void whatWasGoneBeforeAnybodyWantedItIsNotMissed() {
        for (int i = 0; i < 500; i++) {
            recent.value(Integer.toString(i), at(i));
        }
        recording.take(at(500));
        assertThat(recording.missed()).isZero();
        assertThat(recording.points().size()).isEqualTo(RecentChanges.KEPT);
    }

    @Test
    void aLostConnectionLeavesAGapUntilAValueIsToldAgain() {
        recent.value("5", at(0));
        recent.event(Event.CONNECTION_LOST, at(100));
        recent.event(Event.CONNECTION_BACK, at(300));
        recording.take(at(310));
        assertThat(drawn()).isEqualTo("0 → 5, 100 → –");
        recent.toldAgain("5", at(350));
        recording.take(at(360));
        assertThat(drawn()).isEqualTo("0 → 5, 100 → –, 350 → 5");
    }

    @Test
    void aModuleThatIsStoppedLeavesAGapUntilItIsStarted() {
        row.phase(new BindPhase.Live(), at(0));
        recent.value("5", at(0));
        row.arrived("5", at(0), 1);
        row.running(false, at(100));
        recording.take(at(200));
        row.running(true, at(300));
        recording.take(at(400));
        assertThat(drawn()).isEqualTo("0 → 5, 100 → –, 300 → 5");
    }

    @Test
    void aModuleThatIsStartedWhileTheConnectionIsLostSaysNothingYet() {
        row.phase(new BindPhase.Live(), at(0));
        recent.value("5", at(0));
        row.arrived("5", at(0), 1);
        row.running(false, at(100));
        recent.event(Event.CONNECTION_LOST, at(200));
        row.phase(new BindPhase.Disconnected(Optional.empty()), at(200));
        row.running(true, at(300));
        recording.take(at(400));
        assertThat(drawn()).isEqualTo("0 → 5, 100 → –");
    }

    @Test
    void theValueOfAModuleThatWasStoppedAllAlongIsNotDrawnOn() {
        row.running(false, at(0));
        recent.value("5", at(50));
        recording.take(at(100));
        assertThat(drawn()).isEqualTo("50 → 5, 100 → –");
    }

    @Test
    void anotherModuleBeginsAnew() {
        recent.value("5", at(0));
        recording.take(at(10));
        recent.remapped(at(100));
        recent.value("80", at(200));
        recording.take(at(210));
        assertThat(drawn()).isEqualTo("0 → 5, 100 → –, 200 → 80");
        assertThat(recording.missed()).isZero();
    }

    @Test
    void textsAndNullAreGapsAndSwitchesAreOneAndNought() {
        recent.value("true", at(0));
        recent.value("false", at(10));
        recording.take(at(15));
        assertThat(recording.kind()).isEqualTo(Recording.Kind.BOOLEAN);
        recent.value("null", at(20));
        recent.value("\"broken\"", at(30));
        recording.take(at(35));
        assertThat(recording.kind()).isEqualTo(Recording.Kind.OTHER);
        recent.value("7", at(40));
        recent.value("1e999", at(50));
        recording.take(at(60));
        assertThat(recording.kind()).isEqualTo(Recording.Kind.NUMBER);
        assertThat(drawn()).isEqualTo("0 → 1, 10 → 0, 20 → –, 40 → 7, 50 → –");
    }

    @Test
    void aValueThatWasMisreadIsPutRight() {
        recent.value("\"5\"", at(0));
        recording.take(at(10));
        recent.reread("5");
        recent.value("6", at(100));
        recording.take(at(110));
        assertThat(drawn()).isEqualTo("0 → 5, 100 → 6");
        recent.reread("7");
        recording.take(at(120));
        assertThat(drawn()).isEqualTo("0 → 5, 100 → 7");
        assertThat(recording.missed()).isZero();
    }
}
