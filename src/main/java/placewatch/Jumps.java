package placewatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.Command;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.screen.explore.ExploreModel;
import placewatch.screen.jump.Directory;
import placewatch.screen.jump.Here;
import placewatch.screen.jump.JumpModel;
import placewatch.screen.jump.JumpView;
import placewatch.screen.jump.Pick;
import placewatch.screen.jump.Targets;
import placewatch.screen.shell.ShellView;
import placewatch.settings.Kept;
import placewatch.settings.Recent;

/// Going to anything by its name, wired to the screen that is open; made when somebody first asks for it. JavaFX thread.
final class Jumps {

    /// What a jump needs of the connection that is on screen.
    private record Stage(Connection connection, Screens screens) { }

    private final ShellView shell;
    private @Nullable Stage stage;
    private @Nullable JumpModel model;
    private @Nullable JumpView view;

    Jumps(ShellView shell) {
        this.shell = shell;
    }

    /// A connection is on screen now.
    ///
    void into(Connection connection, Screens screens) {
        leave();
        stage = new Stage(connection, screens);
    }

    /// What was on screen goes.
    void leave() {
        if (view != null) {
            view.close();
            shell.takeAway(view);
            view = null;
        }
        if (model != null) {
            model.close();
            model = null;
        }
        stage = null;
    }

    boolean isOpen() {
        return view != null && view.isVisible();
    }

    /// @param text typed already; `>` for commands
    void open(String text) {
        if (!shell.formOpen()) {
            view().open(text);
        }
    }

    /// Has the person choose one of a kind.
    void pick(Pick wanted) {
        if (!shell.formOpen()) {
            view().pick(wanted);
        }
    }

    private JumpView view() {
        JumpView there = view;
        if (there == null) {
            JumpModel made = model();
            model = made;
            there = new JumpView(made);
            view = there;
            shell.over(there);
        }
        return there;
    }

    private JumpModel model() {
        Stage on = stage;
        return on == null
                ? new JumpModel(Directory.none(), () -> Here.NOWHERE, this::commands, new Nowhere(), Kept.forNow(Recent.none()))
                : new JumpModel(Directory.of(on.connection()), here(on.screens().explore()), this::commands,
                        new Explored(on.screens()), on.screens().recent().orElseGet(() -> Kept.forNow(Recent.none())));
    }

    private static Supplier<Here> here(ExploreModel explore) {
        return () -> new Here(explore.openSystem().map(system -> new Here.Place(system.id(), system.title())),
                explore.openModule());
    }

    /// All that can be done now.
    List<Command> commands() {
        List<Command> all = new ArrayList<>(shell.commands());
        Optional.ofNullable(stage).ifPresent(on -> all.addAll(on.screens().commands()));
        return all;
    }

    private record Explored(Screens screens) implements Targets {

        private ExploreModel explore() {
            screens.show(Screens.EXPLORE);
            return screens.explore();
        }

        @Override
        public void system(String systemId, String title) {
            explore().open(systemId, title);
        }

        @Override
        public void module(ModuleAddress module, String title) {
            explore().open(module, title);
        }

        @Override
        public void variable(StatusKey variable, String title) {
            explore().open(variable, title);
        }

        @Override
        public void function(ModuleAddress module, String function, String title) {
            explore().open(module, function, title);
        }
    }

    /// Without a connection only commands are found.
    private record Nowhere() implements Targets {

        @Override
        public void system(String systemId, String title) {
            throw new IllegalStateException("there is no connection to open a system of");
        }

        @Override
        public void module(ModuleAddress module, String title) {
            throw new IllegalStateException("there is no connection to open a module of");
        }

        @Override
        public void variable(StatusKey variable, String title) {
            throw new IllegalStateException("there is no connection to open a variable of");
        }

        @Override
        public void function(ModuleAddress module, String function, String title) {
            throw new IllegalStateException("there is no connection to open a function of");
        }
    }
}
