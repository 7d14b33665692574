package placewatch.screen.jump;

import java.util.Optional;
import placewatch.protocol.ModuleAddress;

/// What is open when the list is opened: names in there are found without naming the system.
///
/// @param system the open system
/// @param module the open module in it
public record Here(Optional<Place> system, Optional<ModuleAddress> module) {

    /// Nothing is open.
    public static final Here NOWHERE = new Here(Optional.empty(), Optional.empty());

    /// @param title what people call the system
    public record Place(String systemId, String title) { }

    boolean isIn(String systemId) {
        return system.filter(place -> place.systemId().equals(systemId)).isPresent();
    }
}
