package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleTest {

    /// At every place of an array, its two ends included, with what would be found behind the line and before it.
    @Test
    void findsInBytesWhatStandsInTheText() {
        Random random = new Random(5);
        int found = 0;
        for (int round = 0; round < 100_000; round++) {
            String wanted = letters(random, 1 + random.nextInt(5));
            String text = letters(random, random.nextInt(40));
            int from = random.nextInt(text.length() + 1);
            int to = from + random.nextInt(text.length() + 1 - from);
            boolean expected = Fold.fold(text.substring(from, to)).contains(Fold.fold(wanted));
            boolean is = new Needle(wanted).isIn(text.getBytes(StandardCharsets.US_ASCII), from, to);
            if (is != expected) {
                throw new AssertionError(wanted + " in " + text + " from " + from + " to " + to + ": " + is);
            }
            found += is ? 1 : 0;
        }
        assertThat(found).isBetween(10_000, 90_000);
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abAB[{".charAt(random.nextInt(6)));
        }
        return text.toString();
    }
}
