package placewatch.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import placewatch.protocol.ModuleAddress;

/// A system with its zones and modules, as `GET /systems/{id}?complete=true` gives them to every key.
///
/// @param modules  in the order of the system's module list
public record SystemDetail(ControlSystem system, List<Zone> zones, List<Module> modules) {

    public SystemDetail {
        zones = List.copyOf(zones);
        modules = List.copyOf(modules);
    }

    /// A module and where it lives in this system.
    public record Addressed(ModuleAddress address, Module module) { }

    /// The modules with their addresses: the index counts modules of the same name, in the list's order, from 1.
    public List<Addressed> addressed() {
        Map<String, Integer> seen = new HashMap<>();
        List<Addressed> all = new ArrayList<>(modules.size());
        for (Module module : modules) {
            int index = seen.merge(module.name(), 1, Integer::sum);
            all.add(new Addressed(new ModuleAddress(system.id(), module.name(), index), module));
        }
        return List.copyOf(all);
    }
}
