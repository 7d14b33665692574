package placewatch.screen.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import placewatch.settings.WatchTables;

/// What was removed and can be put back, the latest first.
final class UndoSteps {

    private static final int DEEPEST = 50;

    /// One removal.
    ///
    /// @param words what was done, as a sentence
    /// @param table the name of the table that it was done in
    /// @param back  puts back what is gone, in the table of that name, and leaves what was done since
    record Step(String words, String table, BiFunction<WatchTables, String, WatchTables> back) { }

    private final Deque<Step> steps = new ArrayDeque<>();

    void done(Step step) {
        steps.push(step);
        if (steps.size() > DEEPEST) {
            steps.removeLast();
        }
    }

    /// A table is called otherwise from now on.
    void renamed(String before, String now) {
        List<Step> all = steps.stream().map(step -> step.table().equals(before)
                ? new Step(step.words(), now, step.back()) : step).toList();
        steps.clear();
        steps.addAll(all);
    }

    Optional<Step> take() {
        return Optional.ofNullable(steps.poll());
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }
}
