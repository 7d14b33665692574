package placewatch.log;

import java.util.BitSet;
import java.util.function.Predicate;

/// A test of a line's source alone, made once for each source.
final class SourceTest implements LineChoice {

    private final Predicate<LogSource> test;
    private final BitSet known = new BitSet();
    private final BitSet taken = new BitSet();

    SourceTest(Predicate<LogSource> test) {
        this.test = test;
    }

    @Override
    public boolean takes(LogCursor line) {
        int source = line.sourceNumber();
        if (!known.get(source)) {
            known.set(source);
            taken.set(source, test.test(line.source()));
        }
        return taken.get(source);
    }
}
