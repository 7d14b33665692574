package placewatch.simulator.building;

import java.time.Instant;
import placewatch.simulator.building.driver.Condition;
import placewatch.simulator.building.driver.Driver;

/// A module as it is on record: what is fitted where.
record Fitting(
        String id,
        String systemId,
        Driver<?> driver,
        String customName,
        String ip,
        Condition condition,
        String notes,
        Instant createdAt) {

    String name() {
        return customName.isBlank() ? driver.moduleName() : customName;
    }
}
