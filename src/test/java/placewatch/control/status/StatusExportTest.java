package placewatch.control.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import placewatch.export.ExportFormat;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerError;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindPhase;

/// What is taken away of a status variable.
class StatusExportTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final StatusRow row = new StatusRow(new StatusKey(new ModuleAddress("sys-1", "Display", 1), "volume"));

    private String json() {
        return ExportFormat.JSON_LINES.text(
                StatusExport.table(List.of(row), NOON.plusMillis(1_250), id -> "Room of " + id),
                ZoneId.of("Europe/Berlin"));
    }

    @Test
    void aLiveValueSaysSinceWhenAndHowLong() {
        row.phase(new BindPhase.Live(), NOON);
        row.arrived("20", NOON, 1);
        row.arrived("{\"db\": -5}", NOON.plusMillis(1), 1);
        assertThat(json()).isEqualTo("{\"system\":\"Room of sys-1\",\"system_id\":\"sys-1\",\"module\":\"Display_1\","
                + "\"variable\":\"volume\",\"value\":{\"db\": -5},\"changed\":\"2026-03-02T13:00:00.001+01:00\","
                + "\"age_ms\":1249,\"change_seen\":true,\"changes\":2,\"quality\":\"live\",\"known_until\":null}\n");
    }

    @Test
    void aFirstValueWasSoForAnUnknownTime() {
        row.phase(new BindPhase.Live(), NOON);
        row.arrived("20", NOON, 1);
        assertThat(json()).contains("\"age_ms\":1250,\"change_seen\":false,\"changes\":1");
    }

    @Test
    void aLastKnownValueSaysUntilWhenItHeld() {
        row.phase(new BindPhase.Live(), NOON);
        row.arrived("20", NOON, 1);
        row.phase(new BindPhase.Disconnected(Optional.empty()), NOON.plusSeconds(1));
        assertThat(json()).contains("\"value\":20",
                "\"quality\":\"last known\",\"known_until\":\"2026-03-02T13:00:01.000+01:00\"");
    }

    @Test
    void whatNeverCameIsEmptyAndSaysWhyInTheServersWords() {
        row.phase(new BindPhase.Refused(new ServerError(6, "could not find module")), NOON);
        assertThat(json()).contains("\"value\":null,\"changed\":null,\"age_ms\":null,\"change_seen\":null,"
                + "\"changes\":0,\"quality\":\"no such variable or module: could not find module\"");
    }
}
