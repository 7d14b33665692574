package placewatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerError;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindPhase;

/// A value is called live only while it is.
class StatusRowTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Instant LATER = NOON.plusSeconds(90);

    private final StatusRow row = new StatusRow(new StatusKey(new ModuleAddress("sys-1", "Display", 1), "power"));

    @Test
    void beforeAnythingIsHeardItIsBinding() {
        assertThat(row.quality()).isEqualTo(new Quality.Binding());
    }

    @Test
    void aBoundVariableWithoutAValueSaysSo() {
        row.phase(new BindPhase.Live(), LATER);
        assertThat(row.quality()).isEqualTo(new Quality.NoValueYet());
    }

    @Test
    void aValueMakesItLiveEvenBeforeTheBindsSuccess() {
        row.arrived("true", NOON, 1);
        assertThat(row.quality()).isEqualTo(new Quality.Live());
    }

    @Test
    void aLostConnectionMakesItLastKnownSinceThen() {
        row.phase(new BindPhase.Live(), LATER);
        row.arrived("true", NOON, 1);
        row.phase(new BindPhase.Disconnected(), LATER);
        assertThat(row.quality()).isEqualTo(new Quality.LastKnown(LATER, Quality.Cause.DISCONNECTED));
    }

    @Test
    void afterAReconnectItIsLiveOnlyOnceAValueCame() {
        row.phase(new BindPhase.Live(), LATER);
        row.arrived("true", NOON, 1);
        row.phase(new BindPhase.Disconnected(), LATER);
        row.phase(new BindPhase.Binding(), LATER);
        assertThat(row.quality()).isEqualTo(new Quality.LastKnown(LATER, Quality.Cause.BINDING_AGAIN));
        row.phase(new BindPhase.Live(), LATER);
        assertThat(row.quality()).isEqualTo(new Quality.LastKnown(LATER, Quality.Cause.NOT_SENT_AGAIN));
        row.arrived("true", NOON.plusSeconds(5), 1);
        assertThat(row.quality()).isEqualTo(new Quality.Live());
    }

    @Test
    void theSameValueAgainAfterAReconnectIsNoChange() {
        row.phase(new BindPhase.Live(), LATER);
        row.arrived("1", NOON, 1);
        row.arrived("2", NOON.plusSeconds(1), 1);
        row.phase(new BindPhase.Disconnected(), LATER);
        row.phase(new BindPhase.Binding(), LATER);
        row.arrived("2", NOON.plusSeconds(60), 1);
        assertThat(row.quality()).isEqualTo(new Quality.Live());
        assertThat(row.changesProperty().get()).isEqualTo(2);
        assertThat(row.changedAt()).contains(NOON.plusSeconds(1));
    }

    @Test
    void anotherValueAfterAnOutageChangedAtAnUnknownTime() {
        row.phase(new BindPhase.Live(), NOON);
        row.arrived("true", NOON, 1);
        row.arrived("false", NOON.plusSeconds(1), 1);
        assertThat(row.changeSeen()).isTrue();
        row.phase(new BindPhase.Disconnected(), LATER);
        row.phase(new BindPhase.Binding(), LATER);
        row.arrived("true", LATER.plusSeconds(60), 1);
        assertThat(row.changeSeen()).isFalse();
        assertThat(row.changesProperty().get()).isEqualTo(3);
    }

    @Test
    void theFirstValueIsNotAChangeThatWasSeen() {
        row.arrived("1", NOON, 1);
        assertThat(row.changeSeen()).isFalse();
        row.arrived("2", NOON.plusSeconds(1), 1);
        assertThat(row.changeSeen()).isTrue();
    }

    @Test
    void aStoppedModuleIsNeverLive() {
        row.phase(new BindPhase.Live(), LATER);
        row.arrived("true", NOON, 1);
        row.running(false);
        assertThat(row.quality()).isEqualTo(new Quality.ModuleStopped());
        row.running(true);
        assertThat(row.quality()).isEqualTo(new Quality.Live());
    }

    @Test
    void withoutAConnectionEvenAStoppedModuleIsOnlyLastKnown() {
        row.arrived("true", NOON, 1);
        row.running(false);
        row.phase(new BindPhase.Disconnected(), LATER);
        assertThat(row.quality()).isEqualTo(new Quality.LastKnown(LATER, Quality.Cause.DISCONNECTED));
    }

    @Test
    void aRefusalKeepsTheServersWords() {
        ServerError none = new ServerError(6, "no such module");
        row.phase(new BindPhase.Refused(none), LATER);
        assertThat(row.quality()).isEqualTo(new Quality.Missing(none));
        ServerError denied = new ServerError(2, "support only");
        row.phase(new BindPhase.Refused(denied), LATER);
        assertThat(row.quality()).isEqualTo(new Quality.Refused(denied));
    }

    @Test
    void anUnansweredBindIsNotCalledLive() {
        row.phase(new BindPhase.Unanswered(Duration.ofSeconds(10)), LATER);
        assertThat(row.quality()).isEqualTo(new Quality.Unanswered());
    }

    @Test
    void mergedValuesAreAllCounted() {
        row.arrived("1", NOON, 1);
        row.arrived("9", NOON, 8);
        assertThat(row.changesProperty().get()).isEqualTo(9);
        assertThat(row.value().orElseThrow().json()).isEqualTo("9");
    }
}
