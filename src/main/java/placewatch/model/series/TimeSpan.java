package placewatch.model.series;

/// A stretch of time, in milliseconds since 1970; parts of one count while somebody zooms.
public record TimeSpan(double from, double to) {

    public TimeSpan {
        if (!(from < to)) {
            throw new IllegalArgumentException("no time passes from " + from + " to " + to);
        }
    }

    public double length() {
        return to - from;
    }

    public boolean holds(double time) {
        return time >= from && time <= to;
    }
}
