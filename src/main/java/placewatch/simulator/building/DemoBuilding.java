package placewatch.simulator.building;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;
import placewatch.simulator.building.driver.Catalogue;

/// The demo building: two houses, six levels, 36 rooms; towers are added beside them for more.
///
/// The records of zones, systems and modules are made at once. A room's drivers come to life when one of its modules
/// is first asked for state, a status variable or functions, or told to start, stop or run one, and stay alive.
public final class DemoBuilding implements Building {
    private final Timeline timeline;
    private final Listeners listeners = new Listeners();
    private final Catalogue catalogue = new Catalogue();
    private final List<DemoZone> zones;
    private final Map<String, RoomPlan> plans = new LinkedHashMap<>();
    private final Map<String, String> systemOfModule = new HashMap<>();
    private final Map<String, DemoSystem> systems = new ConcurrentHashMap<>();
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private volatile List<DemoSystem> systemsByName = List.of();

    private DemoBuilding(int count, long seed, Timeline timeline) {
        this.timeline = timeline;
        List<Site> sites = Site.holding(count);
        zones = Zoning.of(sites);
        sites.stream()
                .flatMap(site -> site.spaces().stream().map(space -> RoomPlan.of(site, space, seed)))
                .limit(count)
                .sorted(Comparator.comparing((RoomPlan plan) -> plan.system().name()))
                .forEach(this::enter);
        listSystems();
    }

    /// Builds it. With a frozen clock it has no thread, time moves by [#advance] only, and devices answer at once:
    /// a function that merely waits for its device's few milliseconds completes before `exec` returns, one that takes
    /// its time (a warm-up, the Lab driver's `slow`) completes on the clock.
    ///
    /// @param systems   rooms, 1 or more; the first 36 are always the same
    /// @param seed      repeats a building exactly
    /// @param frozenAt  stops the clock there; otherwise it follows the real one, on the thread `simulator-building`
    public static Building raise(int systems, long seed, Optional<Instant> frozenAt) {
        if (systems < 1) {
            throw new IllegalArgumentException("a building has one room at least, not " + systems);
        }
        return new DemoBuilding(systems, seed, frozenAt.<Timeline>map(FrozenTimeline::new)
                .orElseGet(() -> FlowingTimeline.following(InstantSource.system())));
    }

    private void enter(RoomPlan plan) {
        DemoSystem system = plan.system();
        plans.put(system.id(), plan);
        systems.put(system.id(), system);
        system.modules().forEach(module -> systemOfModule.put(module, system.id()));
    }

    private synchronized void listSystems() {
        systemsByName = plans.keySet().stream().map(systems::get).toList();
    }

    @Override
    public List<DemoZone> zones() {
        return zones;
    }

    @Override
    public List<DemoSystem> systems() {
        return systemsByName;
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
        return Optional.ofNullable(systemOfModule.get(moduleId))
                .flatMap(systemId -> room(systemId).modules().stream()
                        .filter(module -> module.id().equals(moduleId))
                        .findFirst());
    }

    @Override
    public Optional<DemoModule> resolve(ModuleAddress address) {
        return system(address.system())
                .flatMap(system -> room(system.id()).named(address.module()).stream()
                        .skip(address.index() - 1L)
                        .findFirst());
    }

    private Room room(String systemId) {
        return rooms.computeIfAbsent(systemId, id -> new Room(
                () -> systems.get(id), plans.get(id).fittings(catalogue), timeline, listeners));
    }

    @Override
    public Instant now() {
        return timeline.now();
    }

    @Override
    public Subscription observe(BuildingListener listener) {
        return listeners.add(listener);
    }

    @Override
    public void advance(Duration time) {
        switch (timeline) {
            case FrozenTimeline frozen -> frozen.advance(time);
            case FlowingTimeline flowing -> throw new IllegalStateException("the real clock can't be moved");
        }
    }

    /// Takes any of the modules that the system was built with, so that one taken away can be put back. A module
    /// taken away goes on running, as PlaceOS's do; only its address is gone.
    ///
    /// @throws IllegalArgumentException  unknown system, or a module that is not the system's, or is named twice
    @Override
    public void setModules(String systemId, List<String> moduleIds) {
        DemoSystem before = system(systemId)
                .orElseThrow(() -> new IllegalArgumentException("no system " + systemId));
        Map<String, Long> counts = moduleIds.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        counts.forEach((id, count) -> {
            if (!systemId.equals(systemOfModule.get(id)) || count > 1) {
                throw new IllegalArgumentException(id + " is not a module of " + before.name() + ", or named twice");
            }
        });
        Room room = room(systemId);
        room.act(() -> {
            DemoSystem now = systems.get(systemId);
            DemoSystem after = with(now, now.zones(), moduleIds);
            systems.put(systemId, after);
            listSystems();
            room.tell(listener -> listener.modulesChanged(after));
        });
    }

    /// Nobody is told, as PlaceOS tells nobody.
    ///
    /// @throws IllegalArgumentException  unknown system or zone
    @Override
    public void setZones(String systemId, List<String> zoneIds) {
        zoneIds.forEach(id -> zone(id).orElseThrow(() -> new IllegalArgumentException("no zone " + id)));
        if (system(systemId).isEmpty()) {
            throw new IllegalArgumentException("no system " + systemId);
        }
        room(systemId).act(() -> {
            DemoSystem now = systems.get(systemId);
            systems.put(systemId, with(now, zoneIds, now.modules()));
            listSystems();
        });
    }

    private static DemoSystem with(DemoSystem system, List<String> zones, List<String> modules) {
        return new DemoSystem(system.id(), system.name(), system.displayName(), system.description(), system.email(),
                system.code(), List.copyOf(zones), List.copyOf(modules), system.features(), system.capacity(),
                system.bookable(), system.supportUrl(), system.timezone(), system.createdAt());
    }

    @Override
    public void close() {
        timeline.close();
    }
}
