package placewatch.screen.explore;

import java.util.List;
import java.util.function.Supplier;
import placewatch.log.LogSource;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.Module;

/// The module whose functions are called.
///
/// @param address where it is now
/// @param system  what people call its system
/// @param driver  by which modules with the same functions are known
/// @param rows    its status variables, as far as they are known
/// @param source  whose the lines are in the log that tell of its calls
record CalledModule(Supplier<ModuleAddress> address, String system, String driver, Supplier<List<StatusRow>> rows,
                    Supplier<LogSource> source) {

    /// Another module of the same system and driver.
    CalledModule other(ModuleRow row, Supplier<List<StatusRow>> variables) {
        return new CalledModule(row::address, system, driver, variables,
                () -> LogSource.of(row.address(), row.module().id(), system));
    }

    /// What modules with the same functions have in common: where the key may not see drivers, it is their name.
    static String driver(Module module) {
        return !module.driverName().isBlank() ? module.driverName()
                : !module.driverId().isBlank() ? module.driverId() : module.name();
    }
}
