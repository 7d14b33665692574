package placewatch.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.BuildingListener;
import placewatch.simulator.building.DemoDriver;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DemoSystem;
import placewatch.simulator.building.DemoZone;

/// A building of a few rooms whose modules the test plays: `sys-board` with two displays, bookings, an internal module
/// and a logic module; and as many plain rooms as a test of paging wants.
final class FakeBuilding implements Building {

    static final String BOARD = "sys-board";

    private static final DemoDriver DISPLAY =
            new DemoDriver("driver-1", "Demo Display", "Demo::Display", "Display", 1, "a screen");
    private static final DemoDriver BOOKINGS =
            new DemoDriver("driver-2", "Demo Bookings", "Demo::Bookings", "Bookings", 99, "");
    private static final DemoDriver INTERNAL =
            new DemoDriver("driver-3", "Demo Internal", "Demo::Internal", "_Internal", 2, "");

    private final List<BuildingListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, DemoSystem> systems = new ConcurrentHashMap<>();
    private final Map<String, FakeModule> modules = new LinkedHashMap<>();
    private final List<DemoZone> zones = List.of(
            zone("zone-org", "Organisation", "", "org"),
            zone("zone-bld", "Main Building", "zone-org", "building"),
            zone("zone-l1", "Level 1", "zone-bld", "level"),
            zone("zone-l2", "Level 2", "zone-bld", "level"));
    private volatile boolean closed;

    FakeBuilding() {
        this(0);
    }

    FakeBuilding(int plainRooms) {
        add("mod-d1", "", DISPLAY);
        add("mod-d2", "", DISPLAY);
        add("mod-book", "", BOOKINGS);
        add("mod-int", "", INTERNAL);
        add("mod-wall", "Room_101", DISPLAY);
        systems.put(BOARD, system(BOARD, "A Boardroom", "zone-l1", List.copyOf(modules.keySet())));
        for (int i = 1; i <= plainRooms; i++) {
            String id = "sys-%04d".formatted(i);
            systems.put(id, system(id, "Room %04d".formatted(i), i % 2 == 0 ? "zone-l2" : "zone-l1", List.of()));
        }
        fake("mod-d1").publish("power", "true");
        fake("mod-d1").publish("input", "\"hdmi1\"");
        fake("mod-d1").publish("volume", "42.0");
        fake("mod-book").publish("bookings", "[]");
        fake("mod-d2").publish("power", "false");
    }

    FakeModule fake(String id) {
        return modules.get(id);
    }

    boolean closed() {
        return closed;
    }

    private void add(String id, String customName, DemoDriver driver) {
        modules.put(id, new FakeModule(id, BOARD, customName, driver, listeners));
    }

    private static DemoSystem system(String id, String name, String level, List<String> modules) {
        boolean board = id.equals(BOARD);
        return new DemoSystem(id, name, board ? "The Boardroom" : name, "a room", id + "@demo.example", "",
                List.of("zone-org", "zone-bld", level), modules, board ? List.of("VidConf", "Board") : List.of(),
                board ? 12 : 4, board, "https://support.demo.example/" + id, "Australia/Sydney", FakeModule.CREATED);
    }

    private static DemoZone zone(String id, String name, String parent, String tag) {
        return new DemoZone(id, name, name, "", parent, List.of(tag), "", 0, "Australia/Sydney", FakeModule.CREATED);
    }

    @Override
    public List<DemoZone> zones() {
        return zones;
    }

    @Override
    public List<DemoSystem> systems() {
        return systems.values().stream().sorted(Comparator.comparing(DemoSystem::name)).toList();
    }

    @Override
    public Optional<DemoSystem> system(String systemId) {
        return Optional.ofNullable(systems.get(systemId));
    }

    @Override
    public Optional<DemoZone> zone(String zoneId) {
        return zones.stream().filter(zone -> zone.id().equals(zoneId)).findFirst();
    }

    @Override
    public Optional<DemoModule> module(String moduleId) {
        return Optional.ofNullable(modules.get(moduleId));
    }

    @Override
    public Optional<DemoModule> resolve(ModuleAddress address) {
        List<DemoModule> named = new ArrayList<>();
        system(address.system()).stream().flatMap(system -> system.modules().stream()).map(modules::get)
                .filter(module -> module.name().equals(address.module())).forEach(named::add);
        return named.size() < address.index() ? Optional.empty() : Optional.of(named.get(address.index() - 1));
    }

    @Override
    public Instant now() {
        return FakeModule.CREATED;
    }

    @Override
    public Subscription observe(BuildingListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void advance(Duration time) {
        throw new IllegalStateException("no clock here");
    }

    @Override
    public void setModules(String systemId, List<String> moduleIds) {
        DemoSystem now = systems.computeIfPresent(systemId, (id, old) -> new DemoSystem(old.id(), old.name(),
                old.displayName(), old.description(), old.email(), old.code(), old.zones(), moduleIds, old.features(),
                old.capacity(), old.bookable(), old.supportUrl(), old.timezone(), old.createdAt()));
        listeners.forEach(listener -> listener.modulesChanged(now));
    }

    @Override
    public void setZones(String systemId, List<String> zoneIds) {
        systems.computeIfPresent(systemId, (_, old) -> new DemoSystem(old.id(), old.name(), old.displayName(),
                old.description(), old.email(), old.code(), zoneIds, old.modules(), old.features(), old.capacity(),
                old.bookable(), old.supportUrl(), old.timezone(), old.createdAt()));
    }

    @Override
    public void close() {
        closed = true;
    }
}
