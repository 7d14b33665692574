package placewatch.simulator.building;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;

/// Stand-in: a building without rooms, until the real one takes its place.
public final class DemoBuilding implements Building {

    private final InstantSource clock;

    private DemoBuilding(InstantSource clock) {
        this.clock = clock;
    }

    public static DemoBuilding raise(int systems, long seed, Optional<Instant> frozenAt) {
        return new DemoBuilding(frozenAt.map(InstantSource::fixed).orElse(InstantSource.system()));
    }

    @Override
    public List<DemoZone> zones() {
        return List.of();
    }

    @Override
    public List<DemoSystem> systems() {
        return List.of();
    }

    @Override
    public Optional<DemoSystem> system(String systemId) {
        return Optional.empty();
    }

    @Override
    public Optional<DemoZone> zone(String zoneId) {
        return Optional.empty();
    }

    @Override
    public Optional<DemoModule> module(String moduleId) {
        return Optional.empty();
    }

    @Override
    public Optional<DemoModule> resolve(ModuleAddress address) {
        return Optional.empty();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Subscription observe(BuildingListener listener) {
        return () -> { };
    }

    @Override
    public void advance(Duration time) {
        throw new IllegalStateException("the stand-in's clock can't be moved");
    }

    @Override
    public void setModules(String systemId, List<String> moduleIds) {
        throw new IllegalStateException("the stand-in has no rooms");
    }

    @Override
    public void close() {
    }
}
