package placewatch.simulator.building;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import placewatch.simulator.building.driver.Catalogue;
import placewatch.simulator.building.driver.Condition;
import placewatch.simulator.building.driver.Driver;
import placewatch.simulator.building.driver.Kind;

/// One room on paper: its record as a system, and what is fitted in it. The fittings are worked out when asked for,
/// as most rooms of a large building are never looked into.
record RoomPlan(Site site, Site.Space space, DemoSystem system) {
    private static final Map<String, Condition> CONDITIONS = Map.of(
            "Boardroom 2.01 Display_2", Condition.OFFLINE,
            "Boardroom 2.01 Blinds_1", Condition.STOPPED,
            "Training 1.05 Mixer_1", Condition.FAULTY);
    private static final Map<String, String> NOTES = Map.of(
            "Boardroom 2.01 Display_2", "Network socket behind it is loose, see ticket AV-1182.",
            "Boardroom 2.01 Blinds_1", "Stopped while the facade is being cleaned.");
    private static final Map<String, String> CUSTOM_NAMES = Map.of("Foyer S1.01 System_1", "Room_101");

    static RoomPlan of(Site site, Site.Space space, long seed) {
        RoomKind kind = space.kind();
        String digits = space.name().replaceAll("[^A-Z0-9]", "").substring(1);
        String id = "sys-Demo" + kind.shortName() + digits;
        List<String> modules = new ArrayList<>();
        for (int i = 0; i < kind.moduleNames().size(); i++) {
            modules.add("mod-" + Seeds.id(seed, id + " " + i));
        }
        String handle = space.name().replace(' ', '-').toLowerCase(Locale.ROOT);
        DemoSystem system = new DemoSystem(
                id,
                space.name(),
                space.name(),
                kind.description(),
                handle + "@demo.placewatch.example",
                site.code() + "-" + space.level() + "." + Site.twoDigits(space.ordinal()),
                Zoning.around(site, space),
                List.copyOf(modules),
                kind.features(),
                kind.seats(),
                kind.bookable(),
                "https://support.placewatch.example/rooms/" + id,
                Zoning.TIMEZONE,
                Zoning.CREATED);
        return new RoomPlan(site, space, system);
    }

    List<Fitting> fittings(Catalogue catalogue) {
        List<Fitting> fittings = new ArrayList<>();
        List<String> names = space.kind().moduleNames();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Driver<?> driver = catalogue.named(name);
            long index = names.subList(0, i + 1).stream().filter(name::equals).count();
            String key = space.name() + " " + name + "_" + index;
            fittings.add(new Fitting(
                    system.modules().get(i),
                    system.id(),
                    driver,
                    CUSTOM_NAMES.getOrDefault(key, ""),
                    driver.kind() == Kind.DEVICE ? address(i) : "",
                    CONDITIONS.getOrDefault(key, Condition.SOUND),
                    NOTES.getOrDefault(key, ""),
                    Zoning.CREATED.plusSeconds(60L * i)));
        }
        return fittings;
    }

    private String address(int ordinal) {
        int host = (space.ordinal() - 1) * 10 % 240 + ordinal % 14 + 1;
        return "10." + site.number() + "." + space.level() + "." + host;
    }
}
