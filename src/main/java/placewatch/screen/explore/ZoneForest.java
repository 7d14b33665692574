package placewatch.screen.explore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import placewatch.control.NaturalOrder;
import placewatch.rest.ControlSystem;
import placewatch.rest.Zone;

/// Zones in the order of their `parent_id`, such that every zone has its place and so has every system.
final class ZoneForest {

    private static final NaturalOrder BY_TITLE = new NaturalOrder();
    // one comparison, not joined of several: Java would make the joints at each start
    private static final Comparator<Zone> ORDER = (one, other) -> isBuilding(one) == isBuilding(other)
            ? BY_TITLE.compare(one.title(), other.title()) : isBuilding(one) ? -1 : 1;

    /// A line of the tree and those below it.
    ///
    /// @param zoneId       empty for the whole server
    /// @param listsSystems its systems stand right below it
    record Place(String zoneId, String title, boolean building, List<Place> inside, boolean listsSystems) { }

    private final Map<String, Zone> byId = new LinkedHashMap<>();
    private final Map<String, List<Zone>> inside = new HashMap<>();

    ZoneForest(Collection<Zone> zones) {
        zones.forEach(zone -> byId.putIfAbsent(zone.id(), zone));
        byId.values().forEach(zone -> inside.computeIfAbsent(zone.parentId(), _ -> new ArrayList<>()).add(zone));
        inside.values().forEach(list -> list.sort(ORDER));
    }

    int size() {
        return byId.size();
    }

    /// The topmost places. A single zone around everything is left out; a last line holds all systems, in a zone or
    /// not.
    List<Place> places() {
        Set<String> placed = new HashSet<>();
        List<Zone> top = new ArrayList<>(byId.values().stream().filter(zone -> !byId.containsKey(zone.parentId()))
                .sorted(ORDER).toList());
        List<Place> places = new ArrayList<>();
        if (top.size() == 1 && !isBuilding(top.getFirst()) && inside.containsKey(top.getFirst().id())) {
            placed.add(top.getFirst().id());
            top = inside.get(top.getFirst().id());
        }
        top.forEach(zone -> places.add(place(zone, placed)));
        // zones that are each other's parents hang below no other
        byId.values().stream().sorted(ORDER).filter(zone -> !placed.contains(zone.id()))
                .forEach(zone -> {
                    if (!placed.contains(zone.id())) {
                        places.add(place(zone, placed));
                    }
                });
        places.add(new Place("", "All systems", false, List.of(), true));
        return places;
    }

    private Place place(Zone zone, Set<String> placed) {
        placed.add(zone.id());
        List<Zone> zones = inside.getOrDefault(zone.id(), List.of()).stream()
                .filter(one -> !placed.contains(one.id())).toList();
        List<Place> below = new ArrayList<>();
        zones.forEach(one -> {
            if (!placed.contains(one.id())) {
                below.add(place(one, placed));
            }
        });
        // a building's systems stand under its levels; whoever is on none is under its last line
        boolean divided = zones.stream().anyMatch(one -> isBuilding(one) || one.tags().contains("level"));
        if (divided) {
            below.add(new Place(zone.id(), "All of " + zone.title(), false, List.of(), true));
        }
        return new Place(zone.id(), zone.title(), isBuilding(zone), List.copyOf(below), !divided);
    }

    private static boolean isBuilding(Zone zone) {
        return zone.tags().contains("building");
    }

    /// `Harbour House › Level 2`; what lies around a building is left out, and zones beside each other are parted by
    /// commas.
    String path(ControlSystem system) {
        List<Zone> zones = system.zones().stream().map(byId::get).filter(zone -> zone != null).distinct().toList();
        Set<String> around = zones.stream().flatMap(zone -> chain(zone).stream().skip(1)).map(Zone::id)
                .collect(Collectors.toSet());
        return zones.stream().filter(zone -> !around.contains(zone.id())).map(this::words)
                .collect(Collectors.joining(", "));
    }

    private String words(Zone zone) {
        List<Zone> chain = chain(zone);
        List<String> titles = new ArrayList<>();
        for (Zone one : chain) {
            titles.addFirst(one.title());
            if (isBuilding(one)) {
                break;
            }
        }
        return String.join(" › ", titles);
    }

    /// A zone and those around it, from the inmost on.
    private List<Zone> chain(Zone zone) {
        List<Zone> chain = new ArrayList<>();
        for (Zone one = zone; one != null && !chain.contains(one); one = byId.get(one.parentId())) {
            chain.add(one);
        }
        return chain;
    }
}
