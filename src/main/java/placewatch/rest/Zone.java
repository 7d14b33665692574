package placewatch.rest;

import java.util.List;

/// A building, a level, an area. `parentId` is empty for a topmost one; absent texts are empty.
public record Zone(String id, String name, String displayName, String description, String parentId, List<String> tags) {

    public Zone {
        tags = List.copyOf(tags);
    }

    /// What people call it.
    public String title() {
        return displayName.isBlank() ? name : displayName;
    }
}
