package placewatch.simulator.building;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.Subscription;

/// The demo building. Every method may be called on any thread.
///
/// Rooms that nobody has touched cost next to nothing: a module comes to life when it is first asked for.
public interface Building extends AutoCloseable {

    List<DemoZone> zones();

    /// In the order of their names.
    List<DemoSystem> systems();

    Optional<DemoSystem> system(String systemId);

    Optional<DemoZone> zone(String zoneId);

    Optional<DemoModule> module(String moduleId);

    /// What an address means now.
    Optional<DemoModule> resolve(ModuleAddress address);

    Instant now();

    Subscription observe(BuildingListener listener);

    /// Moves a frozen clock, running everything that falls due on the way, in order, on the calling thread.
    ///
    /// @throws IllegalStateException if the clock is the real one
    void advance(Duration time);

    /// Reorders a system's modules, or takes some away: ids not named are removed from it.
    void setModules(String systemId, List<String> moduleIds);

    /// Puts a system into these zones and no others: it joins some and leaves some.
    void setZones(String systemId, List<String> zoneIds);

    /// Ends its thread.
    @Override
    void close();
}
