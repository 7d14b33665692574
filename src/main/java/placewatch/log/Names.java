package placewatch.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Things that many lines share, by a small number each. Added to under the store's lock; what was handed out stays.
final class Names<T> {

    /// As many as a chunk can name.
    private static final int MOST = 1 << 16;

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> all = new ArrayList<>();
    private volatile Object[] published = new Object[0];

    /// Its number; empty when no number is left.
    Optional<Integer> number(T name) {
        Integer known = numbers.get(name);
        if (known == null) {
            if (all.size() == MOST) {
                return Optional.empty();
            }
            known = all.size();
            numbers.put(name, known);
            all.add(name);
            Object[] into = published;
            if (known == into.length) {
                into = Arrays.copyOf(into, Math.max(16, known * 2));
            }
            into[known] = name;
            published = into;
        }
        return Optional.of(known);
    }

    /// What has that number. Any thread that was told the number.
    @SuppressWarnings("unchecked")
    T name(int number) {
        return (T) published[number];
    }
}
