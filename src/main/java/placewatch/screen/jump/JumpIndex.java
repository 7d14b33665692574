package placewatch.screen.jump;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Every name that was learnt from a server so far, up to a limit: then what was learnt longest ago is forgotten.
/// JavaFX thread.
final class JumpIndex {

    /// As many as are looked through well within a pulse.
    static final int MOST = 12_000;

    private final Map<String, List<Entry>> lessons = new LinkedHashMap<>();
    private int size;

    /// @param about   what the entries are all of, as of now: what was learnt about it before is forgotten
    void learn(String about, Collection<Entry> entries) {
        forget(about);
        List<Entry> some = entries.stream().limit(MOST).toList();
        lessons.put(about, some);
        size += some.size();
        Iterator<List<Entry>> eldest = lessons.values().iterator();
        while (size > MOST) {
            size -= eldest.next().size();
            eldest.remove();
        }
    }

    void forget(String about) {
        List<Entry> before = lessons.remove(about);
        size -= before == null ? 0 : before.size();
    }

    boolean knows(String about) {
        return lessons.containsKey(about);
    }

    /// What was learnt about it; nothing when nothing was.
    List<Entry> about(String about) {
        return lessons.getOrDefault(about, List.of());
    }

    void each(Consumer<Entry> then) {
        lessons.values().forEach(entries -> entries.forEach(then));
    }

    int size() {
        return size;
    }
}
