package placewatch.log;

import java.util.BitSet;
import java.util.function.Predicate;

/// A test of a line's severity alone, made once for each word.
final class LevelTest implements LineChoice {

    private final Predicate<Severity> test;
    private final BitSet known = new BitSet();
    private final BitSet taken = new BitSet();

    LevelTest(Predicate<Severity> test) {
        this.test = test;
    }

    @Override
    public boolean takes(LogCursor line) {
        int level = line.levelNumber();
        if (!known.get(level)) {
            known.set(level);
            taken.set(level, test.test(Severity.of(line.level())));
        }
        return taken.get(level);
    }
}
