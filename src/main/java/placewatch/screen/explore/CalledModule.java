package placewatch.screen.explore;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.Module;

/// The module whose functions are called, and who hears of that.
///
/// @param address   where it is now
/// @param system    what people call its system
/// @param driver    by which modules with the same functions are known
/// @param rows      its status variables, as far as they are known
/// @param onRun     told of each call right before it is sent: when, and the call as a line without secrets
/// @param onNotSent told of each of them that could not be sent
record CalledModule(Supplier<ModuleAddress> address, String system, String driver, Supplier<List<StatusRow>> rows,
                    BiConsumer<Instant, String> onRun, Consumer<String> onNotSent) {

    /// Another module of the same system and driver. Nobody hears of its calls: its log is not on the screen.
    CalledModule other(ModuleRow row, Supplier<List<StatusRow>> variables) {
        return new CalledModule(row::address, system, driver, variables, (_, _) -> { }, _ -> { });
    }

    /// What modules with the same functions have in common: where the key may not see drivers, it is their name.
    static String driver(Module module) {
        return !module.driverName().isBlank() ? module.driverName()
                : !module.driverId().isBlank() ? module.driverId() : module.name();
    }
}
