package placewatch.control.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itHoldsTheValuesWithFewRoundLinesThatAreToldApart(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            double size = Math.pow(10, random.nextInt(-6, 10));
            double least = random.nextGaussian() * size;
            double greatest = least + random.nextDouble() * size * Math.pow(10, random.nextInt(-3, 2));
            int most = random.nextInt(2, 15);
            Scale scale = Scale.around(least, greatest, most);
            assertThat(scale.low()).isLessThanOrEqualTo(least + scale.step() * 1e-6);
            assertThat(scale.high()).isGreaterThanOrEqualTo(greatest - scale.step() * 1e-6);
            assertThat(scale.steps()).isBetween(1, most);
            double leading = scale.step() / Math.pow(10, Math.floor(Math.log10(scale.step() * (1 + 1e-9))));
            assertThat(leading).satisfiesAnyOf(
                    it -> assertThat(it).isCloseTo(1, within(1e-6)), it -> assertThat(it).isCloseTo(2, within(1e-6)),
                    it -> assertThat(it).isCloseTo(5, within(1e-6)));
            if (Math.max(Math.abs(scale.low()), Math.abs(scale.high())) < 1e9) {
                assertThat(IntStream.rangeClosed(0, scale.steps()).mapToObj(line -> scale.words(scale.line(line))))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void aValueThatNeverChangedLiesInTheMiddle() {
        Scale scale = Scale.around(21, 21, 6);
        assertThat(21 - scale.low()).isCloseTo(scale.high() - 21, within(scale.step()));
        assertThat(Scale.around(0, 0, 6).low()).isNegative();
    }

    @Test
    void nothingAtAllStillHasAnAxis() {
        Scale scale = Scale.around(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 5);
        assertThat(scale.low()).isZero();
        assertThat(scale.high()).isEqualTo(1);
    }

    @Test
    void numbersAreWrittenAsThatAxisNeedsThem() {
        assertThat(Scale.around(20.1, 20.9, 5).words(20.4)).isEqualTo("20.4");
        assertThat(Scale.around(0, 40_000, 5).words(20_000)).isEqualTo("20 000");
        assertThat(Scale.around(-40, 40, 5).words(-20)).isEqualTo("−20");
        assertThat(Scale.around(-0.4, 0.4, 5).words(-1e-18)).isEqualTo("0.0");
    }
}
