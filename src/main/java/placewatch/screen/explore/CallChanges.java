package placewatch.screen.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import placewatch.history.RecentChanges;
import placewatch.model.StatusRow;

/// What has changed on a module since it was called, the first change first. Bounded: of what is beyond, only the
/// number of variables is told.
///
/// @param more variables that have changed too
record CallChanges(List<Change> changes, int more) {

    private static final int MOST_ROWS = 100;
    private static final int MOST_CHANGES = 60;

    /// One change.
    ///
    /// @param after the call
    /// @param before JSON text, or the beginning of it
    record Change(Duration after, Instant at, String name, String before, String now) { }

    CallChanges {
        changes = List.copyOf(changes);
    }

    static CallChanges none() {
        return new CallChanges(List.of(), 0);
    }

    /// Looks through the rows of the module. Both ends of the time belong to it.
    static CallChanges between(List<StatusRow> rows, Instant from, Instant to) {
        List<Change> found = new ArrayList<>();
        int looked = 0;
        int more = 0;
        for (StatusRow row : rows) {
            if (row.changedAt().filter(at -> !at.isBefore(from)).isEmpty()) {
                continue;
            }
            if (looked == MOST_ROWS) {
                more++;
            } else {
                looked++;
                of(row, from, to, found);
            }
        }
        found.sort(Comparator.comparing(Change::at));
        return new CallChanges(found.subList(0, Math.min(MOST_CHANGES, found.size())), more);
    }

    private static void of(StatusRow row, Instant from, Instant to, List<Change> found) {
        String before = null;
        for (RecentChanges.Entry entry : row.recent().entries()) {
            if (entry instanceof RecentChanges.Entry.Value value) {
                // a first value only says how it was already
                if (changed(before, value) && !value.at().isBefore(from) && !value.at().isAfter(to)) {
                    found.add(new Change(Duration.between(from, value.at()), value.at(), row.key().name(), before,
                            value.text()));
                }
                before = value.text();
            }
        }
    }

    private static boolean changed(@Nullable String before, RecentChanges.Entry.Value value) {
        return before != null && !value.told() && !before.equals(value.text());
    }
}
