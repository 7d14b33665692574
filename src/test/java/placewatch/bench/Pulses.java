package placewatch.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/// When pulses came. JavaFX thread.
final class Pulses extends AnimationTimer {

    private final List<Double> gaps = new ArrayList<>();
    private long last;

    @Override
    public void handle(long now) {
        long moment = System.nanoTime();
        if (last != 0) {
            gaps.add((moment - last) / 1e6);
        }
        last = moment;
    }

    Pulses begin() {
        start();
        return this;
    }

    /// The gap that is under way counts: there may be no other.
    boolean end() {
        stop();
        handle(0);
        return true;
    }

    double perSecond() {
        return gaps.size() * 1_000 / gaps.stream().mapToDouble(Double::doubleValue).sum();
    }

    double gap(double share) {
        return share(gaps, share);
    }

    double worstGap() {
        return gap(1);
    }

    /// The figure that so great a share of all is no greater than; NaN of none.
    static double share(List<Double> figures, double share) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
