package placewatch.control.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindPhase;

class LiveCountTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final ObservableList<StatusRow> rows = FXCollections.observableArrayList();

    private StatusRow row(String name) {
        return new StatusRow(new StatusKey(new ModuleAddress("sys-1", "Display", 1), name));
    }

    private StatusRow live(String name) {
        StatusRow row = row(name);
        row.phase(new BindPhase.Live(), NOON);
        row.arrived("1", NOON, 1);
        return row;
    }

    @Test
    void itIsRightTheMomentARowBecomesLiveOrCeasesToBe() {
        StatusRow power = row("power");
        rows.addAll(power, live("volume"));
        LiveCount count = new LiveCount(rows);
        assertThat(count.live()).isEqualTo(1);
        power.phase(new BindPhase.Live(), NOON);
        power.arrived("true", NOON, 1);
        assertThat(count.live()).isEqualTo(2);
        power.phase(new BindPhase.Disconnected(Optional.empty()), NOON);
        assertThat(count.live()).isEqualTo(1);
        rows.add(live("mute"));
        assertThat(count.live()).isEqualTo(2);
        rows.removeLast();
        assertThat(count.live()).isEqualTo(1);
    }

    @Test
    void aValueThatComesMovesNothing() {
        StatusRow volume = live("volume");
        rows.add(volume);
        LiveCount count = new LiveCount(rows);
        assertThat(count.moved()).isTrue();
        volume.arrived("2", NOON, 5);
        assertThat(count.moved()).isFalse();
        volume.phase(new BindPhase.Disconnected(Optional.empty()), NOON);
        assertThat(count.moved()).isTrue();
    }

    @Test
    void whoeverComesBackFindsItRight() {
        StatusRow volume = live("volume");
        rows.add(volume);
        LiveCount count = new LiveCount(rows);
        count.end();
        volume.phase(new BindPhase.Disconnected(Optional.empty()), NOON);
        rows.add(live("mute"));
        rows.add(live("input"));
        count.begin();
        assertThat(count.live()).isEqualTo(2);
        volume.phase(new BindPhase.Live(), NOON);
        volume.arrived("3", NOON, 1);
        assertThat(count.live()).isEqualTo(3);
    }
}
