package placewatch.screen.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.Command;
import placewatch.control.Theme;
import placewatch.socket.SocketState;

/// What the window's frame lets one do, whatever screen is in it.
final class ShellCommands {

    private static final String WINDOW = "Window";
    private static final String CONNECTION = "Connection";

    private ShellCommands() {
    }

    static Command goTo(Consumer<String> onJump) {
        return Command.of(WINDOW, "Go to anything by its name", () -> onJump.accept("")).key("Shortcut+K");
    }

    static List<Command> of(ShellModel model, List<ShellScreen> screens, Runnable onConnect, Runnable onDemo,
            Consumer<String> onJump) {
        List<Command> all = new ArrayList<>();
        all.add(goTo(onJump));
        all.add(Command.of(WINDOW, "Show all commands and their keys", () -> onJump.accept(">")).key("F1"));
        for (int i = 0; i < screens.size(); i++) {
            String name = screens.get(i).name();
            all.add(Command.of("Screens", "Go to " + name, () -> model.screenProperty().set(name))
                    .key("Shortcut+" + (i + 1)));
        }
        Theme other = model.themeProperty().get().other();
        all.add(Command.of(WINDOW, "Switch to the " + (other == Theme.DARK ? "dark" : "light") + " theme",
                () -> model.themeProperty().set(other)).key("Shortcut+Shift+L"));
        all.add(Command.of(CONNECTION, "Connect to a server…", onConnect).key("Shortcut+O"));
        all.add(Command.of(CONNECTION, "Open the demo building", onDemo));
        Connection connection = model.connectionProperty().get();
        if (connection != null) {
            all.add(Command.of(CONNECTION, "Try the connection again now", connection::retryNow).key("Shortcut+R")
                    .unless(!waits(connection.model().stateProperty().get()), "There is nothing to wait for."));
        }
        return List.copyOf(all);
    }

    private static boolean waits(@Nullable SocketState state) {
        return switch (state) {
            case SocketState.Waiting _, SocketState.Refused _ -> true;
            case SocketState.Idle _, SocketState.Connecting _, SocketState.Open _, SocketState.Closed _ -> false;
            case null -> false;
        };
    }
}
