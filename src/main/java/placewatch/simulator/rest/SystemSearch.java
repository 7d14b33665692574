package placewatch.simulator.rest;

import java.util.List;
import java.util.Map;
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
        Predicate<DemoSystem> filter = filter(query);
        List<DemoSystem> systems = building.systems();
        return query.filled("q").isEmpty() && query.encodedWith(Map.of()).isEmpty()
                ? systems : systems.stream().filter(filter).toList();
    }

    private Predicate<DemoSystem> filter(Query query) {
        SearchWords search = SearchWords.of(query.text("q").orElse(""));
        List<String> zones = query.list("zone_id");
        List<String> features = query.list("features");
        List<String> emails = query.list("email");
        OptionalInt capacity = query.number("capacity");
        Predicate<DemoSystem> all = system -> system.zones().containsAll(zones)
                && system.features().containsAll(features)
                && (emails.isEmpty() || emails.stream().anyMatch(system.email()::equalsIgnoreCase))
                && (capacity.isEmpty() || system.capacity() >= capacity.getAsInt())
                && search.match(words(system));
        all = query.flag("bookable").map(flag -> all(system -> system.bookable() == flag)).orElse(all(s -> true)).and(all);
        all = query.filled("module_id").map(id -> all(system -> system.modules().contains(id)))
                .orElse(all(s -> true)).and(all);
        // No system of the demo building is public, a sign, watched by a trigger or shared with a group.
        boolean impossible = query.flag("public").orElse(false) || query.flag("signage").orElse(false)
                || query.filled("trigger_id").isPresent() || query.filled("group_id").isPresent();
        return impossible ? system -> false : all;
    }

    private static Predicate<DemoSystem> all(Predicate<DemoSystem> one) {
        return one;
    }

    private List<String> words(DemoSystem system) {
        return words.computeIfAbsent(system.id(), id -> SearchWords.words(
                system.name(), system.displayName(), system.description(), system.email(), system.code()));
    }
}
