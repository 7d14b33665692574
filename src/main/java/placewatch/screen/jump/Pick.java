package placewatch.screen.jump;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;

/// One kind of thing alone is looked for, and what is chosen is taken instead of gone to.
public sealed interface Pick {

    /// What it is chosen for, in the empty field.
    String prompt();

    /// A status variable.
    ///
    /// @param then takes it
    record Variable(String prompt, Consumer<StatusKey> then) implements Pick { }

    /// A module, or a system for all of its modules.
    ///
    /// @param module takes a module, with its system's title
    /// @param system takes a system's id, with its title
    record Modules(String prompt, BiConsumer<ModuleAddress, String> module, BiConsumer<String, String> system)
            implements Pick { }
}
