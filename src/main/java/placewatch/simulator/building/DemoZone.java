package placewatch.simulator.building;

import java.time.Instant;
import java.util.List;

/// An organisation, building, level or area. `parentId` is empty for a topmost zone; `tags` holds `org`, `building`,
/// `level` or `area`.
public record DemoZone(
        String id,
        String name,
        String displayName,
        String description,
        String parentId,
        List<String> tags,
        String location,
        int capacity,
        String timezone,
        Instant createdAt) { }
