package placewatch.simulator.building;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The zones: organisation, buildings, levels, and a few areas.
final class Zoning {
    static final String TIMEZONE = "Europe/Berlin";
    static final Instant CREATED = Instant.parse("2025-03-03T08:00:00Z");
    private static final String ORGANISATION = "zone-DemoOrg";
    /// Area by room.
    private static final Map<String, Area> AREAS = Map.of(
            "Boardroom 2.01", Area.EXECUTIVE,
            "Meeting 2.02", Area.EXECUTIVE,
            "Training 1.05", Area.LEARNING,
            "Huddle 1.08", Area.LEARNING,
            "Auditorium 3.01", Area.EVENTS,
            "Meeting 3.02", Area.EVENTS);

    private enum Area {
        EXECUTIVE("zone-HHExecutive", "Executive wing", 2),
        LEARNING("zone-HHLearning", "Learning centre", 1),
        EVENTS("zone-HHEvents", "Events", 3);

        private final String id;
        private final String title;
        private final int level;

        Area(String id, String title, int level) {
            this.id = id;
            this.title = title;
            this.level = level;
        }
    }

    private Zoning() {
    }

    static List<DemoZone> of(List<Site> sites) {
        List<DemoZone> zones = new ArrayList<>();
        zones.add(zone(ORGANISATION, "Placewatch Demo", "Placewatch Demo", "", "org", "", 0));
        for (Site site : sites) {
            int seats = site.spaces().stream().mapToInt(space -> space.kind().seats()).sum();
            zones.add(zone(building(site), site.name(), site.name(), ORGANISATION, "building", site.address(), seats));
            for (int number = 1; number <= site.levels(); number++) {
                int level = number;
                int levelSeats = site.spaces().stream().filter(space -> space.level() == level)
                        .mapToInt(space -> space.kind().seats()).sum();
                zones.add(zone(level(site, level), site.code() + " Level " + level, "Level " + level, building(site),
                        "level", "", levelSeats));
            }
        }
        for (Area area : Area.values()) {
            zones.add(zone(area.id, "HH " + area.title, area.title, level(sites.getFirst(), area.level), "area", "",
                    0));
        }
        return List.copyOf(zones);
    }

    private static DemoZone zone(String id, String name, String displayName, String parent, String tag,
            String location, int capacity) {
        return new DemoZone(id, name, displayName, "", parent, List.of(tag), location, capacity, TIMEZONE, CREATED);
    }

    /// Ids of the zones that a room is in, from the widest to the narrowest.
    static List<String> around(Site site, Site.Space space) {
        List<String> zones = new ArrayList<>(List.of(ORGANISATION, building(site), level(site, space.level())));
        Optional.ofNullable(AREAS.get(space.name())).ifPresent(area -> zones.add(area.id));
        return List.copyOf(zones);
    }

    private static String building(Site site) {
        return "zone-" + site.name().replace(" ", "");
    }

    private static String level(Site site, int level) {
        return "zone-" + site.code() + "L" + level;
    }
}
