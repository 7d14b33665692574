package placewatch.simulator.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.DemoSystem;

/// Finds systems by the parameters of `GET /systems`. Their words are cut up once. Safe on any thread.
final class SystemSearch {

    private final Building building;
    private final Map<String, List<String>> words = new ConcurrentHashMap<>();

    SystemSearch(Building building) {
        this.building = building;
    }

    List<DemoSystem> find(Query query) {
        return building.systems().stream().filter(filter(query)).toList();
    }

    private Predicate<DemoSystem> filter(Query query) {
        SearchWords search = SearchWords.of(query.text("q").orElse(""));
        List<String> zones = query.list("zone_id");
        List<String> features = query.list("features");
        List<String> emails = query.list("email");
        OptionalInt capacity = query.number("capacity");
        Optional<Boolean> bookable = query.flag("bookable");
        Optional<String> moduleId = query.filled("module_id");
        // No system of the demo building is public, a sign, watched by a trigger or shared with a group.
        boolean impossible = query.flag("public").orElse(false) || query.flag("signage").orElse(false)
                || query.filled("trigger_id").isPresent() || query.filled("group_id").isPresent();
        return system -> !impossible
                && system.zones().containsAll(zones)
                && system.features().containsAll(features)
                && (emails.isEmpty() || emails.stream().anyMatch(system.email()::equalsIgnoreCase))
                && (capacity.isEmpty() || system.capacity() >= capacity.getAsInt())
                && bookable.map(wanted -> system.bookable() == wanted).orElse(true)
                && moduleId.map(system.modules()::contains).orElse(true)
                && search.match(() -> words(system));
    }

    private List<String> words(DemoSystem system) {
        return words.computeIfAbsent(system.id(), id -> SearchWords.words(
                system.name(), system.displayName(), system.description(), system.email(), system.code()));
    }
}
