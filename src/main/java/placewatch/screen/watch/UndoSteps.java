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
    sealed interface Step {

        /// What was done, as a sentence.
        String words();

        /// @param table the name of the table that it was done in
        /// @param back  puts back what is gone, in the table of that name, and leaves what was done since
        record OfTable(String words, String table, BiFunction<WatchTables, String, WatchTables> back) implements Step { }

        /// @param back puts the page back, and shows it
        record OfPage(String words, Runnable back) implements Step { }
    }

    private final Deque<Step> steps = new ArrayDeque<>();

    void done(Step step) {
        steps.push(step);
        if (steps.size() > DEEPEST) {
            steps.removeLast();
        }
    }

    /// A table is called otherwise from now on.
    void renamed(String before, String now) {
        List<Step> all = steps.stream().<Step>map(step -> switch (step) {
            case Step.OfTable(String words, String table, var back) when table.equals(before) ->
                    new Step.OfTable(words, now, back);
            case Step.OfTable _, Step.OfPage _ -> step;
        }).toList();
        steps.clear();
        steps.addAll(all);
    }

    /// Whether the latest is of a page.
    boolean isOfPage() {
        return steps.peek() instanceof Step.OfPage;
    }

    Optional<Step> take() {
        return Optional.ofNullable(steps.poll());
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }
}
