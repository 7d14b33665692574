package placewatch.simulator.building.driver;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A driver: what it is, what it lets one exec, and how its code comes to life in a module. Immutable.
///
/// @param className   as it appears in error texts
/// @param moduleName  default name of its modules
/// @param port        on which its devices listen; 0 for services and logic
/// @param uri         of the service; empty for devices and logic
/// @param birth       makes the code for one run of one module
public record Driver<D extends Behaviour>(
        String id,
        String name,
        String className,
        String moduleName,
        Kind kind,
        int port,
        String uri,
        String description,
        List<Command<D>> commands,
        Function<Device, D> birth) {

    public Optional<Command<D>> command(String function) {
        return commands.stream().filter(command -> command.name().equals(function)).findFirst();
    }

    public Running<D> run(Device device) {
        return new Running<>(this, birth.apply(device));
    }

    /// The driver's code in one run of one module.
    public record Running<D extends Behaviour>(Driver<D> driver, D code) {

        public void begin() {
            code.begin();
        }

        /// @param function  one of the driver's commands
        public void exec(String function, Arguments args, Command.Answer answer) {
            driver.command(function).orElseThrow().body().run(code, args, answer);
        }
    }
}
