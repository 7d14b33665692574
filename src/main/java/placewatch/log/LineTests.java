package placewatch.log;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Makes conditions ready.
final class LineTests {

    private LineTests() {
    }

    static LineTest of(Condition condition) {
        return of(condition, Side.WANTED);
    }

    private static LineTest of(Condition condition, Side side) {
        return switch (condition) {
            case Condition.Everything() -> new Always();
            case Condition.AllOf(List<Condition> parts) -> new All(quickFirst(parts, side));
            case Condition.AnyOf(List<Condition> choices) -> new Any(quickFirst(choices, side));
            case Condition.Not(Condition unwanted) -> new Opposite(of(unwanted, side.other()));
            case Condition.Text(String wanted) -> new TextTest(new Needle(wanted));
            case Condition.Expression(LinePattern pattern) -> new PatternTest(pattern, side);
            case Condition.OfLevel level -> new OfLevel(new Remembered<>(level::takes));
            case Condition.OfModule module -> new OfSource(new Remembered<>(module::takes));
            case Condition.OfSystem system -> new OfSource(new Remembered<>(system::takes));
            case Condition.YoungerThan(Duration age) -> new Younger(age.toSeconds() * 1_000_000);
            case Condition.OfKind(List<LogEntry.Kind> kinds) -> new OfKind(EnumSet.copyOf(kinds));
        };
    }

    private static LineTest[] quickFirst(List<Condition> conditions, Side side) {
        return conditions.stream().map(condition -> of(condition, side))
                .sorted(Comparator.comparingInt(LineTest::cost)).toArray(LineTest[]::new);
    }

    private static int sum(LineTest[] tests) {
        int sum = 0;
        for (LineTest test : tests) {
            sum += test.cost();
        }
        return sum;
    }

    private record Always() implements LineTest {
        @Override
        public boolean holds(LineInHand line) {
            return true;
        }

        @Override
        public int cost() {
            return 0;
        }
    }

    private record All(LineTest[] tests) implements LineTest {
        @Override
        public boolean holds(LineInHand line) {
            for (LineTest test : tests) {
                if (!test.holds(line)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int cost() {
            return sum(tests);
        }
    }

    private record Any(LineTest[] tests) implements LineTest {
        @Override
        public boolean holds(LineInHand line) {
            for (LineTest test : tests) {
                if (test.holds(line)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public int cost() {
            return sum(tests);
        }
    }

    private record Opposite(LineTest test) implements LineTest {
        @Override
        public boolean holds(LineInHand line) {
            return !test.holds(line);
        }

        @Override
        public int cost() {
            return test.cost();
        }
    }

    private record OfLevel(Remembered<String> levels) implements LineTest {
        @Override
        public boolean holds(LineInHand line) {
            LogCursor cursor = line.cursor();
            int number = cursor.levelNumber();
            return levels.knows(number) ? levels.is(number) : levels.learn(number, cursor.level());
        }

        @Override
        public int cost() {
            return 2;
        }
    }

    private record OfSource(Remembered<LogSource> sources) implements LineTest {
        @Override
        public boolean holds(LineInHand line) {
            LogCursor cursor = line.cursor();
            int number = cursor.sourceNumber();
            return sources.knows(number) ? sources.is(number) : sources.learn(number, cursor.source());
        }

        @Override
        public int cost() {
            return 2;
        }
    }

    private record OfKind(Set<LogEntry.Kind> kinds) implements LineTest {
        @Override
        public boolean holds(LineInHand line) {
            return kinds.contains(line.cursor().kind());
        }

        @Override
        public int cost() {
            return 1;
        }
    }

    private record Younger(long micros) implements LineTest {
        @Override
        public boolean holds(LineInHand line) {
            return line.now() - line.cursor().micros() < micros;
        }

        @Override
        public int cost() {
            return 1;
        }
    }
}
