package placewatch.rest;

import java.util.ArrayList;
import java.util.List;

/// Zones as `GET /zones` and a system's `zone_data` give them.
final class ZoneReader {

    private ZoneReader() {
    }

    static List<Zone> readAll(Iterable<Fields> all) {
        List<Zone> zones = new ArrayList<>();
        for (Fields fields : all) {
            zones.add(read(fields));
        }
        return zones;
    }

    private static Zone read(Fields fields) {
        return new Zone(
                fields.needed("id"),
                fields.text("name"),
                fields.text("display_name"),
                fields.text("description"),
                fields.text("parent_id"),
                fields.texts("tags"));
    }
}
