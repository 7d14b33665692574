package placewatch.screen.jump;

import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;

/// Where a jump ends: screens open what was chosen. JavaFX thread.
///
/// `title` is what people call the system, to be shown until the server tells.
public interface Targets {

    void system(String systemId, String title);

    void module(ModuleAddress module, String title);

    void variable(StatusKey variable, String title);

    void function(ModuleAddress module, String function, String title);
}
