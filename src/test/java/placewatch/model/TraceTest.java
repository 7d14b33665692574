package placewatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import placewatch.model.StatusValue.Kind;

class TraceTest {

    private static final long NOON = 1_772_452_800L;
    private static final int LATEST = Trace.SLOTS - 1;

    private final Trace trace = new Trace();

    @Test
    void aPeakWithinASlotStays() {
        trace.value(Kind.NUMBER, "20", NOON);
        trace.value(Kind.NUMBER, "95.5", NOON + 1);
        trace.value(Kind.NUMBER, "21", NOON + 2);
        trace.advance(NOON + 100);
        int slot = LATEST - 100 / Trace.SECONDS;
        assertThat(trace.low(slot)).isEqualTo(20f);
        assertThat(trace.high(slot)).isEqualTo(95.5f);
        assertThat(trace.last(slot)).isEqualTo(21f);
        assertThat(trace.low(slot - 1)).isNaN();
        assertThat(trace.last(LATEST)).isEqualTo(21f);
        trace.advance(NOON + 299);
        assertThat(trace.high(0)).isEqualTo(95.5f);
        trace.advance(NOON + 304);
        assertThat(trace.high(0)).isEqualTo(21f);
    }

    @Test
    void nothingIsDrawnWhileNothingIsKnown() {
        trace.value(Kind.NUMBER, "1", NOON);
        trace.stop(NOON + 10);
        trace.value(Kind.NUMBER, "2", NOON + 30);
        trace.advance(NOON + 40);
        assertThat(trace.last(LATEST)).isEqualTo(2f);
        assertThat(trace.last(LATEST - 4)).isNaN();
        assertThat(trace.broken(LATEST - 8)).isTrue();
        assertThat(trace.last(LATEST - 9)).isEqualTo(1f);
    }

    @Test
    void aGapShorterThanASlotStillBreaksTheLine() {
        trace.value(Kind.NUMBER, "1", NOON);
        trace.stop(NOON + 1);
        trace.value(Kind.NUMBER, "5", NOON + 2);
        assertThat(trace.broken(LATEST)).isTrue();
    }

    @Test
    void aLongSleepLeavesOneValueAllAlong() {
        trace.value(Kind.BOOLEAN, "true", NOON);
        trace.advance(NOON + 100_000);
        assertThat(trace.low(0)).isEqualTo(1f);
        assertThat(trace.high(LATEST)).isEqualTo(1f);
    }

    @Test
    void textsAreToldApartAndTheLastChangeIsNamed() {
        trace.value(Kind.STRING, "\"hdmi2\"", NOON);
        assertThat(trace.lastTextChange()).isEmpty();
        trace.value(Kind.STRING, "\"hdmi1\"", NOON + 8);
        trace.value(Kind.STRING, "\"hdmi1\"", NOON + 12);
        assertThat(trace.kind()).isEqualTo(Trace.Kind.TEXT);
        assertThat(trace.last(LATEST)).isNotEqualTo(trace.last(LATEST - 2));
        assertThat(trace.lastTextChange()).isEqualTo("hdmi2 → hdmi1");
        trace.advance(NOON + 400);
        assertThat(trace.lastTextChange()).isEmpty();
    }

    @Test
    void aSensorThatSaysNullLeavesAGapAndAnotherKindBeginsAnew() {
        trace.value(Kind.NUMBER, "1", NOON);
        trace.value(Kind.NULL, "null", NOON + 4);
        trace.advance(NOON + 8);
        assertThat(trace.kind()).isEqualTo(Trace.Kind.NUMBER);
        assertThat(trace.last(LATEST)).isNaN();
        trace.value(Kind.STRING, "\"a\"", NOON + 8);
        assertThat(trace.last(LATEST)).isZero();
        assertThat(trace.last(LATEST - 2)).isNaN();
        trace.value(Kind.OBJECT, "{}", NOON + 8);
        assertThat(trace.kind()).isEqualTo(Trace.Kind.NOTHING);
        trace.value(Kind.NUMBER, "1e999", NOON + 9);
        assertThat(trace.last(LATEST)).isNaN();
    }
}
