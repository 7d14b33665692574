package placewatch.log;

import java.util.Optional;

/// Whether a regular expression is found in the line's text. One that takes too long is given up, each time sooner, and
/// then what lets the line be seen is taken for true.
final class PatternTest implements LineTest {

    private final PatientSearch search;
    private final Optional<Needle> beginning;
    private final Side side;

    PatternTest(LinePattern pattern, Side side) {
        search = new PatientSearch(pattern.occurring());
        beginning = pattern.beginning();
        this.side = side;
    }

    @Override
    public boolean holds(LineInHand line) {
        LogCursor cursor = line.cursor();
        if (beginning.isPresent() && !beginning.get().isIn(cursor.bytes(), cursor.from(), cursor.to())) {
            return false;
        }
        search.begin(line.text());
        return switch (search.next()) {
            case FOUND -> true;
            case NOT_FOUND -> false;
            case GIVEN_UP -> {
                line.giveUp();
                yield side == Side.WANTED;
            }
        };
    }

    @Override
    public int cost() {
        return beginning.isPresent() ? 300 : 500;
    }
}
