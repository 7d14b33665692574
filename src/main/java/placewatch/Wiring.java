package placewatch;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.bridge.Connection;
import placewatch.bridge.Connector;
import placewatch.bridge.PulsePump;
import placewatch.control.Theme;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.screen.connect.ConnectModel;
import placewatch.screen.connect.ConnectView;
import placewatch.screen.explore.ExploreModel;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.shell.ShellModel;
import placewatch.screen.shell.ShellView;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.simulator.SimulatorOptions;
import placewatch.socket.SocketOptions;

/// Puts the parts together: the window, and the server that is on screen in it. JavaFX thread, but for
/// [#close].
final class Wiring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final String DEMO = "Demo building";
    private static final String DEMO_NOTICE =
            "This is the built-in demo building: nothing you do here touches a real room.";

    private final Stage stage;
    private final Optional<ServerAddress> server;
    private final Optional<Credential> credential;
    private final Optional<WindowMemory> memory;
    private final PulsePump pump = new PulsePump();
    private final ShellModel shellModel;
    private final ShellView shell;
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private @Nullable ExploreModel explore;
    private int openings;
    private volatile boolean closed;

    /// @param credential read before, as reading it takes the disk
    /// @param memory     where the window was; empty for a window that leaves no trace
    Wiring(Stage stage, LaunchOptions options, Optional<Credential> credential, Optional<WindowMemory> memory) {
        this.stage = stage;
        server = options.server();
        this.credential = credential;
        this.memory = memory;
        Theme.loadFonts();
        shellModel = new ShellModel(
                options.theme().or(() -> memory.flatMap(WindowMemory::theme)).orElseGet(Wiring::systemTheme));
        shellModel.themeProperty().subscribe(Theme::apply);
        shellModel.themeProperty().addListener((_, _, chosen) -> memory.ifPresent(kept -> kept.theme(chosen)));
        shell = new ShellView(shellModel, this::screen, this::openConnect, this::openDemo);
        Scene scene = new Scene(shell, 1440, 900);
        Theme.dress(scene);
        // the style sheet leaves out what moves
        Platform.getPreferences().reducedMotionProperty().when(stage.showingProperty()).subscribe(
                reduced -> shell.pseudoClassStateChanged(PseudoClass.getPseudoClass("reduced-motion"), reduced));
        stage.setScene(scene);
        stage.setTitle("Placewatch");
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        memory.ifPresent(kept -> kept.follow(stage));
    }

    private static Theme systemTheme() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT ? Theme.LIGHT : Theme.DARK;
    }

    /// Opens what the command line names, or the demo building.
    void start() {
        if (server.isPresent() && credential.isPresent()) {
            open(server.get(), credential.get());
        } else {
            openDemo();
        }
    }

    /// Starts the demo building off this thread and opens it.
    void openDemo() {
        leave();
        shellModel.opening("Starting the demo building…");
        int mine = ++openings;
        CompletableFuture.supplyAsync(() -> Simulator.start(SimulatorOptions.demo()),
                        task -> Thread.ofPlatform().name("placewatch-demo-start").daemon().start(task))
                .whenComplete((simulator, fault) -> Platform.runLater(() -> demoIs(mine, simulator, fault)));
    }

    private void demoIs(int opening, @Nullable Simulator simulator, @Nullable Throwable fault) {
        if (simulator == null) {
            LOG.error("the demo building did not start", fault);
            shellModel.failed("The demo building did not start: "
                    + (fault == null ? "no reason given" : fault.getMessage()));
        } else if (closed || opening != openings) {
            // something else was opened meanwhile
            simulator.close();
        } else {
            ServerAddress address = ServerAddress.parse(simulator.address().toString());
            Credential key = new Credential.ApiKey(simulator.key(Role.SUPPORT));
            Connection connection =
                    new Connection(DEMO, address, key, SocketOptions.standard(), pump.inbox());
            show(new Session(connection, Optional.of(simulator)), DEMO_NOTICE);
        }
    }

    /// Opens a server in place of what is on screen.
    void open(ServerAddress server, Credential credential) {
        openings++;
        shell.closeForm();
        show(new Session(new Connection(server.shown(), server, credential, SocketOptions.standard(), pump.inbox()),
                Optional.empty()), "");
    }

    private void show(Session next, String notice) {
        leave();
        session.set(next);
        next.connection().open();
        String trouble = memory.flatMap(WindowMemory::trouble).orElse("");
        shellModel.connected(next.connection(), (notice + " " + trouble).strip());
        stage.setTitle(next.connection().model().name() + " – Placewatch");
    }

    private Node screen(Connection connection) {
        ExploreModel model = new ExploreModel(connection);
        explore = model;
        return new ExploreView(model);
    }

    private void openConnect() {
        ConnectView form = new ConnectView(
                new ConnectModel(new Connector(pump.inbox()), this::open), shell::closeForm, this::openDemo);
        shell.open(form);
        form.begin();
    }

    /// Lets go of what is on screen; saying goodbye to the server may take a moment, so another thread does it.
    private void leave() {
        if (explore != null) {
            explore.close();
            explore = null;
        }
        Session old = session.getAndSet(null);
        if (old != null) {
            Thread.ofPlatform().name("placewatch-goodbye").start(old::close);
        }
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return stage.getScene();
    }

    ShellModel shellModel() {
        return shellModel;
    }

    /// The connection that is on screen.
    Optional<Session> session() {
        return Optional.ofNullable(session.get());
    }

    /// Ends everything, within a second. Any thread, any number of times.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            memory.ifPresent(WindowMemory::save);
        }
        Session last = session.getAndSet(null);
        if (last != null) {
            last.close();
        }
    }
}
