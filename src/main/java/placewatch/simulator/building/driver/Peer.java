package placewatch.simulator.building.driver;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Another module of the room, as a driver sees it.
public interface Peer {

    String slug();

    int index();

    Optional<JsonNode> status(String key);

    /// Runs one of its functions at once; what goes wrong with it becomes a warning in the caller's log.
    ///
    /// @param args  values that [Json#of] takes
    void call(String function, List<? extends @Nullable Object> args);
}
