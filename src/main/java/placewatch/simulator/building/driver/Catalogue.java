package placewatch.simulator.building.driver;

import java.util.List;
import java.util.Optional;

/// Every driver of the demo building.
public final class Catalogue {
    private final List<Driver<?>> drivers = List.of(
            Display.driver(),
            Switcher.driver(),
            Camera.driver(),
            Mixer.driver(),
            Lighting.driver(),
            Blinds.driver(),
            Bookings.driver(),
            PeopleCount.driver(),
            EnvironmentSensor.driver(),
            RoomLogic.driver(),
            Lab.driver());

    public List<Driver<?>> drivers() {
        return drivers;
    }

    /// The driver whose modules are called that.
    public Driver<?> named(String moduleName) {
        Optional<Driver<?>> found = drivers.stream()
                .filter(driver -> driver.moduleName().equals(moduleName))
                .findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("no driver for " + moduleName));
    }
}
