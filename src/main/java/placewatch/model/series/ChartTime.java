package placewatch.model.series;

import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which stretch of time a chart shows: the latest one, that follows the present moment, or one that stands still.
/// JavaFX thread.
public final class ChartTime {

    /// The stretches that a chart may follow.
    public enum Range {
        MINUTE("1 min", 60_000), FIVE_MINUTES("5 min", 300_000), QUARTER("15 min", 900_000), HOUR("1 h", 3_600_000),
        FOUR_HOURS("4 h", 14_400_000), ALL("All", 0);

        private final String words;
        private final long millis;

        Range(String words, long millis) {
            this.words = words;
            this.millis = millis;
        }

        public String words() {
            return words;
        }
    }

    private static final double SHORTEST = 20;
    private static final double LONGEST = 400.0 * 86_400_000;
    private static final double SHORTEST_ALL = 10_000;
    private static final double STEP = 0.25;

    private final LongSupplier now;
    private final LongSupplier oldest;
    private final ObjectProperty<Range> range = new SimpleObjectProperty<>(Range.FIVE_MINUTES);
    private final ReadOnlyObjectWrapper<@Nullable TimeSpan> still = new ReadOnlyObjectWrapper<>();

    /// @param now    milliseconds since 1970
    /// @param oldest when the oldest of all points was; `now` when there is none
    public ChartTime(LongSupplier now, LongSupplier oldest) {
        this.now = now;
        this.oldest = oldest;
    }

    /// What is on screen.
    public TimeSpan shown() {
        TimeSpan stands = still.get();
        return stands != null ? stands : latest(range.get());
    }

    private TimeSpan latest(Range wanted) {
        double end = now.getAsLong();
        return new TimeSpan(wanted == Range.ALL ? Math.min(oldest.getAsLong(), end - SHORTEST_ALL)
                : end - wanted.millis, end);
    }

    /// The stretch that is followed, or was last.
    public ReadOnlyObjectProperty<Range> rangeProperty() {
        return range;
    }

    /// The stretch that stands still; null while the present moment is followed.
    public ReadOnlyObjectProperty<@Nullable TimeSpan> stillProperty() {
        return still.getReadOnlyProperty();
    }

    public boolean isLive() {
        return still.get() == null;
    }

    /// Shows a stretch of that length: the latest, or the one that ends where the chart stands still.
    public void choose(Range wanted) {
        TimeSpan stands = still.get();
        range.set(wanted);
        if (stands != null) {
            still.set(wanted == Range.ALL ? latest(wanted) : new TimeSpan(stands.to() - wanted.millis, stands.to()));
        }
    }

    /// Follows the present moment.
    public void live() {
        still.set(null);
    }

    /// Stands still as it is.
    public void pause() {
        still.set(shown());
    }

    /// Space: one or the other.
    public void pauseOrLive() {
        if (isLive()) {
            pause();
        } else {
            live();
        }
    }

    /// @param factor below 1 to see more of less
    /// @param at     the moment that stays where it is
    public void zoom(double factor, double at) {
        TimeSpan shown = shown();
        double length = Math.clamp(shown.length() * factor, SHORTEST, LONGEST);
        double share = Math.clamp((at - shown.from()) / shown.length(), 0, 1);
        double from = at - share * length;
        still.set(new TimeSpan(from, from + length));
    }

    /// Zooms in or out around the middle, or around the present moment while that is followed.
    public void zoom(double factor) {
        TimeSpan shown = shown();
        zoom(factor, isLive() ? shown.to() : (shown.from() + shown.to()) / 2);
    }

    /// Moves by a quarter of what is shown.
    public void back() {
        move(-shown().length() * STEP);
    }

    /// Moves by a quarter of what is shown.
    public void forth() {
        move(shown().length() * STEP);
    }

    /// Moves by so many milliseconds, to the past if less than 0.
    public void move(double millis) {
        TimeSpan shown = shown();
        still.set(new TimeSpan(shown.from() + millis, shown.to() + millis));
    }

    /// Stands still there.
    public void show(TimeSpan span) {
        still.set(span);
    }

    /// To where the points begin.
    public void begin() {
        TimeSpan shown = shown();
        double from = oldest.getAsLong();
        still.set(new TimeSpan(from, from + shown.length()));
    }

    /// Shows what lies between two moments, in either order; nothing if they are the same.
    public void select(double one, double other) {
        double from = Math.min(one, other);
        double to = Math.max(one, other);
        if (to > from) {
            still.set(to - from >= SHORTEST ? new TimeSpan(from, to)
                    : new TimeSpan((from + to - SHORTEST) / 2, (from + to + SHORTEST) / 2));
        }
    }
}
