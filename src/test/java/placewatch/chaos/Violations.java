package placewatch.chaos;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// What must never be seen and was: counted, with the first few told in full. Any thread.
final class Violations {

    private static final int TOLD = 4;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();

    synchronized void add(String what, Supplier<String> detail) {
        int count = counts.merge(what, 1, Integer::sum);
        if (count <= TOLD) {
            examples.merge(what, detail.get(), (before, more) -> before + "\n      " + more);
        }
    }

    synchronized boolean isEmpty() {
        return counts.isEmpty();
    }

    @Override
    public synchronized String toString() {
        StringBuilder all = new StringBuilder();
        counts.forEach((what, count) -> all.append("%n  %s: %,d times%n      %s".formatted(
                what, count, examples.get(what))));
        return all.toString();
    }
}
