package placewatch.chaos;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How a [Lane] hands on what came.
sealed interface Pace {

    /// At once.
    record Straight() implements Pace { }

    /// Each piece after this time, in order.
    record Delayed(Duration by) implements Pace { }

    /// After this time, and the answers among what has come until then in any order. Everything else keeps its place:
    /// the values of one variable have an order.
    record Shuffled(Duration by, RandomGenerator chance) implements Pace { }

    /// So many bytes, then a pause.
    record Trickling(int bytes, Duration pause) implements Pace { }
}
