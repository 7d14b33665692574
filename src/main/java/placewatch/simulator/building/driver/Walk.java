package placewatch.simulator.building.driver;

import java.util.random.RandomGenerator;

/// A measured quantity that wanders slowly between two bounds, in whole steps.
final class Walk {
    private final double least;
    private final double most;
    private final double step;
    private double value;

    Walk(double start, double least, double most, double step) {
        this.value = start;
        this.least = least;
        this.most = most;
        this.step = step;
    }

    /// The next value: a step up, a step down or the same again, drawn towards `home`.
    double next(RandomGenerator random, double home) {
        double pull = Math.clamp((home - value) / (most - least), -0.3, 0.3);
        double drawn = random.nextDouble();
        if (drawn < 0.3 + pull) {
            value += step;
        } else if (drawn > 0.7 + pull) {
            value -= step;
        }
        value = Math.clamp(value, least, most);
        return value();
    }

    /// Free of the dust of floating-point sums.
    double value() {
        return Math.round(value * 1000) / 1000.0;
    }
}
