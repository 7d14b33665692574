package placewatch.simulator.socket;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import tools.jackson.databind.JsonNode;

/// Every binding of every connection, found by the status variable that it listens to now. Safe on any thread; it
/// never calls the building while it holds a lock.
final class StatusBindings {

    private record Variable(String moduleId, String name) { }

    private final Building building;
    private final Map<Variable, Set<Binding>> listening = new ConcurrentHashMap<>();
    private final Map<String, Set<Binding>> bySystem = new ConcurrentHashMap<>();

    StatusBindings(Building building) {
        this.building = building;
    }

    /// Delivers the value that is stored, if there is one, then each change. Does nothing for one that was ended
    /// before it began.
    void begin(Binding binding) {
        put(bySystem, binding.target().system(), binding);
        Optional<DemoModule> module = follow(binding);
        if (binding.hasEnded()) {
            remove(bySystem, binding.target().system(), binding);
            return;
        }
        binding.begin(module.flatMap(one -> one.status(binding.name())).filter(value -> !value.isNull()));
    }

    void end(Binding binding) {
        binding.end(moduleId -> remove(listening, new Variable(moduleId, binding.name()), binding));
        remove(bySystem, binding.target().system(), binding);
    }

    void statusChanged(DemoModule module, String key, JsonNode value) {
        Set<Binding> bindings = listening.get(new Variable(module.id(), key));
        if (bindings != null) {
            ChangedValue changed = new ChangedValue(value);
            bindings.forEach(binding -> binding.changed(changed));
        }
    }

    /// Binds are remapped without a word: the old value stands until the new module publishes a change.
    void modulesChanged(DemoSystem system) {
        bySystem.getOrDefault(system.id(), Set.of()).forEach(this::follow);
    }

    private Optional<DemoModule> follow(Binding binding) {
        long move = binding.nextMove();
        Optional<DemoModule> module = binding.target().in(building);
        binding.moveTo(move, module,
                left -> remove(listening, new Variable(left, binding.name()), binding),
                joined -> put(listening, new Variable(joined, binding.name()), binding));
        return module;
    }

    private static <K> void put(Map<K, Set<Binding>> index, K key, Binding binding) {
        index.compute(key, (same, set) -> {
            Set<Binding> bindings = set == null ? ConcurrentHashMap.newKeySet() : set;
            bindings.add(binding);
            return bindings;
        });
    }

    private static <K> void remove(Map<K, Set<Binding>> index, K key, Binding binding) {
        index.computeIfPresent(key, (same, bindings) -> {
            bindings.remove(binding);
            return bindings.isEmpty() ? null : bindings;
        });
    }
}
