package placewatch.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.SystemDetail;

/// Which module each address means, as far as it was told, and which systems are to be asked again: the server moves
/// binds along without a word when a system's list of modules changes, so only that list shows it. One thread.
final class ModuleLists {

    /// A system with watched variables is asked again after this: a little later than a screen that shows the system
    /// asks of its own.
    static final Duration AGAIN = Duration.ofSeconds(12);

    private final Map<ModuleAddress, String> meaning = new HashMap<>();
    private final Map<String, Integer> watched = new HashMap<>();
    private final Map<String, Instant> asked = new HashMap<>();

    /// One more variable of that system is watched.
    void watch(String system) {
        watched.merge(system, 1, Integer::sum);
    }

    /// One less.
    void leave(String system) {
        watched.computeIfPresent(system, (_, count) -> count == 1 ? null : count - 1);
    }

    /// The system's list was just asked for, whoever wanted it.
    void asking(String system, Instant now) {
        asked.put(system, now);
    }

    boolean knows(String system) {
        return meaning.keySet().stream().anyMatch(address -> address.system().equals(system));
    }

    /// What was known may have changed unseen: all are to be asked again.
    void doubt() {
        asked.clear();
    }

    /// The watched system that was not asked for longest, if that is long enough ago.
    Optional<String> due(Instant now) {
        Optional<String> oldest = Optional.empty();
        Instant since = now.minus(AGAIN);
        for (String system : watched.keySet()) {
            Instant last = asked.getOrDefault(system, Instant.MIN);
            if (!last.isAfter(since)) {
                since = last;
                oldest = Optional.of(system);
            }
        }
        return oldest;
    }

    /// Takes a list as it is now. An address that means nothing now keeps its last meaning, so that it is noticed when
    /// it comes back as something else.
    ///
    /// @return the addresses that mean another module than before
    List<Remap> heard(SystemDetail detail, Instant now) {
        List<Remap> remaps = new ArrayList<>();
        for (SystemDetail.Addressed addressed : detail.addressed()) {
            String id = addressed.module().id();
            String before = meaning.put(addressed.address(), id);
            if (before != null && !before.equals(id)) {
                remaps.add(new Remap(addressed.address(), before, id, now));
            }
        }
        return List.copyOf(remaps);
    }
}
