package placewatch.simulator.building.driver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import placewatch.simulator.Role;

/// Lists the commands of a driver.
final class Commands<D> {
    private final List<Command<D>> list = new ArrayList<>();

    /// Code that answers at once, with a value that [Json#of] takes.
    interface Prompt<D> {
        @Nullable Object run(D driver, Arguments args);
    }

    Commands<D> user(String name, Prompt<D> code, Parameter... parameters) {
        return add(name, Role.USER, prompt(code), parameters);
    }

    Commands<D> support(String name, Prompt<D> code, Parameter... parameters) {
        return add(name, Role.SUPPORT, prompt(code), parameters);
    }

    Commands<D> admin(String name, Prompt<D> code, Parameter... parameters) {
        return add(name, Role.ADMIN, prompt(code), parameters);
    }

    /// Code that answers when it likes.
    Commands<D> later(String name, Command.Body<D> code, Parameter... parameters) {
        return add(name, Role.USER, code, parameters);
    }

    List<Command<D>> list() {
        return List.copyOf(list);
    }

    private Commands<D> add(String name, Role needs, Command.Body<D> body, Parameter... parameters) {
        list.add(new Command<>(name, needs, List.of(parameters), body));
        return this;
    }

    private static <D> Command.Body<D> prompt(Prompt<D> code) {
        return (driver, args, answer) -> answer.give(Json.of(code.run(driver, args)));
    }
}
