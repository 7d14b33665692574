package placewatch.control.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import placewatch.model.series.TimeSpan;

/// Where a time axis has its lines: on full seconds, minutes, hours as the clock on the wall shows them.
final class TimeTicks {

    /// @param day whether a day begins there
    record Tick(long at, String words, boolean day) { }

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
            1, 2, 5, 10, 20, 50, 100, 200, 500, SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND,
            MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR,
            12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 56 * DAY, 112 * DAY, 224 * DAY};
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);

    private TimeTicks() { }

    /// @param most lines that there is room for
    static List<Tick> of(TimeSpan span, int most, ZoneId zone) {
        long step = step(span.length() / Math.max(1, most));
        DateTimeFormatter words = step < SECOND ? MILLIS : step < MINUTE ? SECONDS : step < DAY ? MINUTES : DATE;
        List<Tick> ticks = new ArrayList<>();
        for (long at = first((long) Math.ceil(span.from()), step, zone); at <= span.to();
                at = first(at + 1, step, zone)) {
            ZonedDateTime local = Instant.ofEpochMilli(at).atZone(zone);
            boolean day = step < DAY && local.toLocalTime().toNanoOfDay() == 0;
            ticks.add(new Tick(at, (day ? DATE : words).format(local), day));
        }
        return ticks;
    }

    private static long step(double least) {
        for (long step : STEPS) {
            if (step >= least) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /// The first moment from there on at which the local time is a whole number of steps.
    private static long first(long from, long step, ZoneId zone) {
        long at = up(from, step, offset(from, zone));
        // where the clocks change on the way, by the new time
        long after = offset(at, zone);
        return after == offset(from, zone) ? at : Math.max(from, up(from, step, after));
    }

    private static long up(long from, long step, long offset) {
        return Math.ceilDiv(from + offset, step) * step - offset;
    }

    private static long offset(long at, ZoneId zone) {
        return zone.getRules().getOffset(Instant.ofEpochMilli(at)).getTotalSeconds() * 1_000L;
    }
}
