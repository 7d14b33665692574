package placewatch.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.SystemDetail;

/// Which module each address means, as far as it was told, and which systems are to be asked again: the server moves
/// binds along without a word when a system's list of modules changes, so only that list shows it. One thread.
final class ModuleLists {

    /// A system with watched variables is asked again after this: a little later than a screen that shows the system
    /// asks of its own.
    static final Duration AGAIN = Duration.ofSeconds(12);

    private final Map<ModuleAddress, String> meaning = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<ModuleAddress> absent = new HashSet<>();
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
        return known.contains(system);
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

    /// The addresses that mean a module and did not in the list before, which was told too. To be asked before [#heard].
    List<ModuleAddress> came(SystemDetail detail) {
        String system = detail.system().id();
        Set<ModuleAddress> listed = listed(detail);
        List<ModuleAddress> came = new ArrayList<>();
        for (ModuleAddress address : listed) {
            if (absent.remove(address) || knows(system) && !meaning.containsKey(address)) {
                came.add(address);
            }
        }
        for (ModuleAddress address : meaning.keySet()) {
            if (address.system().equals(system) && !listed.contains(address)) {
                absent.add(address);
            }
        }
        return came;
    }

    /// The addresses in a list.
    static Set<ModuleAddress> listed(SystemDetail detail) {
        Set<ModuleAddress> listed = new LinkedHashSet<>();
        detail.addressed().forEach(addressed -> listed.add(addressed.address()));
        return listed;
    }

    /// Whether an address means a module, as far as was told.
    boolean lists(ModuleAddress address) {
        return !knows(address.system()) || meaning.containsKey(address) && !absent.contains(address);
    }

    /// Whether an address was told to mean a module.
    boolean names(ModuleAddress address) {
        return meaning.containsKey(address) && !absent.contains(address);
    }

    /// Takes a list as it is now. An address that means nothing now keeps its last meaning, so that it is noticed when
    /// it comes back as something else.
    ///
    /// @return the addresses that mean another module than before
    List<Remap> heard(SystemDetail detail, Instant now) {
        List<Remap> remaps = new ArrayList<>();
        known.add(detail.system().id());
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
