package placewatch.control.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import placewatch.export.ExportFormat;
import placewatch.history.RecentChanges;
import placewatch.history.RecentChanges.Event;

class HistoryLineTest {

    private static final ZoneId ZONE = ZoneOffset.ofHours(1);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final RecentChanges recent = new RecentChanges();

    private List<String> lines() {
        return HistoryLine.of(recent.entries(), ZONE).stream()
                .map(line -> line.text() + (line.before().isEmpty() ? "" : " / " + line.before())).toList();
    }

    @Test
    void theNewestIsOnTopWithWhatWasBefore() {
        recent.value("1", NOON);
        recent.value("2", NOON.plusMillis(5));
        assertThat(lines()).containsExactly("2 / 1", "1");
    }

    @Test
    void anInterruptionIsOneLineWithItsBeginningAndEnd() {
        recent.value("1", NOON);
        recent.event(Event.CONNECTION_LOST, NOON.plusSeconds(3));
        recent.event(Event.CONNECTION_BACK, NOON.plusSeconds(11));
        recent.toldAgain("1", NOON.plusSeconds(12));
        recent.event(Event.MODULE_STOPPED, NOON.plusSeconds(20));
        assertThat(lines()).containsExactly("module stopped", "1 / told again, as it was",
                "connection lost 13:00:03 to 13:00:11", "1");
    }

    @Test
    void behindARemapNothingWasBefore() {
        recent.value("1", NOON);
        recent.remapped(NOON.plusSeconds(1));
        recent.value("2", NOON.plusSeconds(2));
        assertThat(lines()).containsExactly("2", "another module from here on");
    }

    @Test
    void whatIsTakenAwaySaysWhatIsMissing() {
        recent.value("1", NOON);
        recent.value("x".repeat(1_500), NOON.plusMillis(1));
        List<HistoryLine> lines = HistoryLine.of(recent.entries(), ZONE);
        List<String> written = ExportFormat.TAB_SEPARATED.text(HistoryLine.table(lines), ZONE).lines().toList();
        assertThat(written.getFirst()).isEqualTo("time\tvalue\tbefore\tevent\twhole_length");
        assertThat(written.get(1)).isEqualTo("2026-03-02T13:00:00.001+01:00\t" + "x".repeat(1_000) + "\t1\t\t1500");
        assertThat(lines.getFirst().wholeText()).contains("1 500 characters");
        assertThat(written.getLast()).isEqualTo("2026-03-02T13:00:00.000+01:00\t1\t\t\t");
    }

    @Test
    void whatInterruptedIsTakenAwayAsAnEventAndNotAsAValue() {
        recent.value("\"on\"", NOON);
        recent.event(RecentChanges.Event.MODULE_STOPPED, NOON.plusSeconds(1));
        recent.toldAgain("\"on\"", NOON.plusSeconds(2));
        assertThat(ExportFormat.JSON_LINES.text(HistoryLine.table(HistoryLine.of(recent.entries(), ZONE)), ZONE).lines().map(line -> line
                .replaceFirst("\"time\":\"[^\"]*\",", "").replace(",\"whole_length\":null", ""))).containsExactly(
                "{\"value\":\"on\",\"before\":null,\"event\":\"told again, as it was\"}",
                "{\"value\":null,\"before\":null,\"event\":\"module stopped\"}",
                "{\"value\":\"on\",\"before\":null,\"event\":null}");
    }
}
