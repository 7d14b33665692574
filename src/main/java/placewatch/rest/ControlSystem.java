package placewatch.rest;

import java.util.List;

/// A room or space. Absent texts are empty, an unknown capacity is 0.
///
/// @param zones    ids of every zone it is in
/// @param modules  ids of its modules, in the order that gives each its index
public record ControlSystem(
        String id,
        String name,
        String displayName,
        String description,
        String email,
        List<String> zones,
        List<String> modules,
        List<String> features,
        int capacity,
        boolean bookable,
        String supportUrl,
        String timezone) {

    public ControlSystem {
        zones = List.copyOf(zones);
        modules = List.copyOf(modules);
        features = List.copyOf(features);
    }

    /// What people call it.
    public String title() {
        return displayName.isBlank() ? name : displayName;
    }
}
