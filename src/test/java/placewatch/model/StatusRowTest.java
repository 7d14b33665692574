package placewatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import placewatch.history.RecentChanges;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerError;
import placewatch.protocol.StatusKey;
import placewatch.socket.BindPhase;

/// A value is called live only while it is.
class StatusRowTest {

    @Test
    void aModuleThatIsNotInItsSystemsListIsMissingWhateverItsBindSays() {
        StatusRow row = new StatusRow(new StatusKey(new ModuleAddress("sys-1", "Display", 2), "power"));
        row.phase(new BindPhase.Live(), Instant.EPOCH);
        row.arrived("true", Instant.EPOCH, 1);
        row.listed(false, Instant.EPOCH.plusSeconds(5));
        assertThat(row.quality()).isInstanceOf(Quality.Missing.class);
        assertThat(row.value()).isPresent();
        row.listed(true, Instant.EPOCH.plusSeconds(9));
        assertThat(row.quality()).isEqualTo(new Quality.Live());
    }

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
        row.running(false, NOON);
        assertThat(row.quality()).isEqualTo(new Quality.ModuleStopped());
        row.running(true, NOON);
        assertThat(row.quality()).isEqualTo(new Quality.Live());
    }

    @Test
    void withoutAConnectionEvenAStoppedModuleIsOnlyLastKnown() {
        row.arrived("true", NOON, 1);
        row.running(false, NOON);
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

    /// A short language for sequences: `live`, `binding`, `down`, `no such`, `denied`, `silent`, `stop`, `start`,
    /// `remap`, and anything else is a value.
    private void happens(String what, Instant at) {
        switch (what) {
            case "live" -> row.phase(new BindPhase.Live(), at);
            case "binding" -> row.phase(new BindPhase.Binding(), at);
            case "down" -> row.phase(new BindPhase.Disconnected(), at);
            case "no such" -> row.phase(new BindPhase.Refused(new ServerError(6, "")), at);
            case "denied" -> row.phase(new BindPhase.Refused(new ServerError(2, "")), at);
            case "silent" -> row.phase(new BindPhase.Unanswered(Duration.ofSeconds(10)), at);
            case "stop" -> row.running(false, at);
            case "start" -> row.running(true, at);
            case "remap" -> row.remapped(at);
            default -> row.arrived(what, at, 1);
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(textBlock = """
            binding,                                      Binding
            binding live,                                 NoValueYet
            down,                                         NotConnected
            down binding,                                 Binding
            down binding silent,                          Unanswered
            live denied,                                  Refused
            no-such,                                      Missing
            stop,                                         ModuleStopped
            stop live,                                    ModuleStopped
            stop no-such,                                 Missing
            stop down,                                    NotConnected
            binding 1,                                    Live
            live 1 live,                                  Live
            live 1 stop,                                  ModuleStopped
            live 1 stop 2,                                ModuleStopped
            live 1 stop start,                            Live
            live 1 stop down,                             LastKnown DISCONNECTED
            live 1 stop down binding,                     ModuleStopped
            live 1 stop down binding live start,          LastKnown NOT_SENT_AGAIN
            live 1 down,                                  LastKnown DISCONNECTED
            live 1 down down,                             LastKnown DISCONNECTED
            live 1 down binding,                          LastKnown BINDING_AGAIN
            live 1 down binding live,                     LastKnown NOT_SENT_AGAIN
            live 1 down binding live 1,                   Live
            live 1 down binding 2 live,                   Live
            live 1 down binding denied,                   LastKnown BIND_REFUSED
            live 1 down binding no-such,                  Missing
            live 1 down binding silent,                   LastKnown NO_ANSWER
            live 1 down binding silent down binding 1,    Live
            live 1 remap,                                 NoValueYet
            live 1 remap binding,                         Binding
            live 1 remap binding live,                    NoValueYet
            live 1 remap binding 1,                       Live
            live 1 remap down,                            NotConnected
            live 1 down remap binding,                    Binding
            live 1 remap binding no-such,                 Missing
            live 1 remap binding stop,                    ModuleStopped
            """)
    void theQualityIsRightAfterEachSequence(String sequence, String quality) {
        Instant at = NOON;
        for (String what : sequence.split(" ")) {
            happens(what.replace('-', ' '), at);
            at = at.plusSeconds(1);
        }
        Quality now = row.quality();
        assertThat(now.getClass().getSimpleName()
                + (now instanceof Quality.LastKnown(var _, Quality.Cause cause) ? " " + cause : "")).isEqualTo(quality);
    }

    @Test
    void howLongTheValueWasKnownIsCountedFromTheFirstLoss() {
        row.phase(new BindPhase.Live(), NOON);
        row.arrived("1", NOON, 1);
        row.phase(new BindPhase.Disconnected(), LATER);
        row.phase(new BindPhase.Binding(), LATER.plusSeconds(5));
        row.phase(new BindPhase.Disconnected(), LATER.plusSeconds(9));
        assertThat(row.quality()).isEqualTo(new Quality.LastKnown(LATER, Quality.Cause.DISCONNECTED));
    }

    @Test
    void aStopAndAStartStandInTheHistoryAndBreakThePicture() {
        row.recent().value("1", NOON);
        row.arrived("1", NOON, 1);
        row.running(false, NOON.plusSeconds(60));
        row.running(true, NOON.plusSeconds(120));
        assertThat(row.recent().entries()).contains(
                new RecentChanges.Entry.Break(NOON.plusSeconds(60), RecentChanges.Event.MODULE_STOPPED),
                new RecentChanges.Entry.Break(NOON.plusSeconds(120), RecentChanges.Event.MODULE_STARTED));
        assertThat(row.trace().last(Trace.SLOTS - 1)).isEqualTo(1f);
        assertThat(row.trace().last(Trace.SLOTS - 1 - 8)).isNaN();
        assertThat(row.trace().last(Trace.SLOTS - 1 - 20)).isEqualTo(1f);
    }

    @Test
    void whatDidNotChangeIsNotToldAgain() {
        AtomicInteger qualities = new AtomicInteger();
        AtomicInteger moves = new AtomicInteger();
        row.qualityProperty().addListener(_ -> qualities.incrementAndGet());
        var touched = row.onTouched(moves::incrementAndGet);
        for (int i = 0; i < 10; i++) {
            row.arrived(Integer.toString(i), NOON.plusSeconds(i), 1);
        }
        assertThat(qualities).hasValue(1);
        assertThat(moves).hasValue(10);
        touched.unsubscribe();
        row.arrived("99", NOON, 1);
        assertThat(moves).hasValue(10);
    }
}
