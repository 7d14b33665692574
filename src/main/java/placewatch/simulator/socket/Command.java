package placewatch.simulator.socket;

import java.util.Optional;

/// What a client may ask of the socket.
enum Command {
    BIND, UNBIND, EXEC, DEBUG, IGNORE;

    static Optional<Command> named(String word) {
        for (Command command : values()) {
            if (command.name().equalsIgnoreCase(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
