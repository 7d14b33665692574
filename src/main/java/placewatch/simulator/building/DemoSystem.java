package placewatch.simulator.building;

import java.time.Instant;
import java.util.List;

/// A room.
///
/// @param zones    ids: organisation, building, level, and area if it is in one
/// @param modules  ids, in the order that gives each module its index
public record DemoSystem(
        String id,
        String name,
        String displayName,
        String description,
        String email,
        String code,
        List<String> zones,
        List<String> modules,
        List<String> features,
        int capacity,
        boolean bookable,
        String supportUrl,
        String timezone,
        Instant createdAt) { }
