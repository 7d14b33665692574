package placewatch.screen.jump;

import placewatch.control.Command;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.Recent;

/// What a row leads to.
sealed interface Goal {

    record OfSystem(String systemId, String title) implements Goal { }

    /// @param title of its system
    record OfModule(ModuleAddress address, String title) implements Goal { }

    /// @param title of its system
    record OfVariable(StatusKey key, String title) implements Goal { }

    /// @param title of its system
    record OfFunction(ModuleAddress module, String name, String title) implements Goal { }

    record OfCommand(Command command) implements Goal { }

    /// As it is remembered.
    default Recent.Choice choice() {
        return switch (this) {
            case OfSystem(String id, String title) -> new Recent.Choice(Recent.Kind.SYSTEM, id, title, "", "");
            case OfModule(ModuleAddress address, String title) ->
                new Recent.Choice(Recent.Kind.MODULE, address.system(), title, address.slug(), "");
            case OfVariable(StatusKey key, String title) -> new Recent.Choice(
                    Recent.Kind.VARIABLE, key.module().system(), title, key.module().slug(), key.name());
            case OfFunction(ModuleAddress module, String name, String title) ->
                new Recent.Choice(Recent.Kind.FUNCTION, module.system(), title, module.slug(), name);
            case OfCommand(Command command) -> new Recent.Choice(Recent.Kind.COMMAND, "", "", "", command.name());
        };
    }

    /// Its kind in a word, for people.
    default String kind() {
        return switch (this) {
            case OfSystem _ -> "system";
            case OfModule _ -> "module";
            case OfVariable _ -> "variable";
            case OfFunction _ -> "function";
            case OfCommand _ -> "command";
        };
    }

    /// The name that it is found by.
    default String name() {
        return switch (this) {
            case OfSystem(var _, String title) -> title;
            case OfModule(ModuleAddress address, var _) -> address.slug();
            case OfVariable(StatusKey key, var _) -> key.name();
            case OfFunction(var _, String name, var _) -> name;
            case OfCommand(Command command) -> command.name();
        };
    }

    /// Where it is, which it is found by too.
    default String where() {
        return switch (this) {
            case OfSystem(String id, var _) -> id;
            case OfModule(var _, String title) -> title;
            case OfVariable(StatusKey key, String title) -> key.module().slug() + " · " + title;
            case OfFunction(ModuleAddress module, var _, String title) -> module.slug() + " · " + title;
            case OfCommand(Command command) -> command.group();
        };
    }
}
