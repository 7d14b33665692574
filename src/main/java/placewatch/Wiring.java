package placewatch;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.Connector;
import placewatch.bridge.PulsePump;
import placewatch.control.Command;
import placewatch.control.CommandKeys;
import placewatch.control.Dividers;
import placewatch.control.RestingCarets;
import placewatch.control.Theme;
import placewatch.control.takeaway.Carrier;
import placewatch.control.takeaway.SaveChooser;
import placewatch.screen.connect.ConnectModel;
import placewatch.screen.connect.ConnectView;
import placewatch.screen.explore.Favourites;
import placewatch.screen.shell.ShellModel;
import placewatch.screen.shell.ShellScreen;
import placewatch.screen.shell.ShellView;
import placewatch.settings.ConnectionSettings;
import placewatch.settings.Kept;
import placewatch.settings.TableLayout;
import placewatch.socket.SocketOptions;

/// Puts the parts together: the window, and the server that is on screen in it. JavaFX thread, but for
/// [#close].
final class Wiring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final String DEMO = "Demo building";
    private static final String DEMO_ADDRESS = "demo";
    private static final String DEMO_NOTICE =
            "This is the built-in demo building: nothing you do here touches a real room.";

    private final Stage stage;
    private final Opening opening;
    private final Optional<WindowMemory> memory;
    private final SocketOptions usual;
    private final Consumer<String> browser;
    private final Carrier carrier;
    private final PulsePump pump = new PulsePump();
    private final ShellModel shellModel;
    private final ShellView shell;
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private final Jumps jumps;
    private @Nullable Screens screens;
    private Subscription beginning = Subscription.EMPTY;
    private volatile boolean closed;

    /// @param theme   asked for; else as last time
    /// @param opening made before, as making it takes the disk
    /// @param memory  where the window was; empty for a window that leaves no trace
    /// @param browser opens a web page outside of this program
    /// @param saves   asks where an export goes
    Wiring(Stage stage, Optional<Theme> theme, Opening opening, Optional<WindowMemory> memory,
            Consumer<String> browser, SaveChooser saves) {
        this(stage, theme, opening, memory, browser, saves, SocketOptions.standard());
    }

    /// @param usual of a connection, but for what a person can set
    Wiring(Stage stage, Optional<Theme> theme, Opening opening, Optional<WindowMemory> memory,
            Consumer<String> browser, SaveChooser saves, SocketOptions usual) {
        this.usual = usual;
        this.browser = browser;
        carrier = new Carrier(saves, Platform::runLater, InstantSource.system(), ZoneId.systemDefault());
        this.stage = stage;
        this.opening = opening;
        this.memory = memory;
        shellModel = new ShellModel(
                theme.or(() -> memory.flatMap(WindowMemory::theme)).orElseGet(Wiring::systemTheme));
        shellModel.themeProperty().subscribe(Theme::apply);
        // after the style sheet, during which another thread may still read them
        Theme.loadFonts();
        shellModel.themeProperty().addListener((_, _, chosen) -> memory.ifPresent(kept -> kept.theme(chosen)));
        shell = new ShellView(shellModel, this::screens, this::openConnect, this::openDemo, this::openJump);
        jumps = new Jumps(shell);
        Scene scene = new Scene(shell, 1440, 900);
        Theme.dress(scene);
        RestingCarets.in(scene);
        CommandKeys.in(scene, jumps::commands, () -> !shell.formOpen() && !jumps.isOpen());
        // the style sheet leaves out what moves
        Platform.getPreferences().reducedMotionProperty().when(stage.showingProperty()).subscribe(
                reduced -> shell.pseudoClassStateChanged(PseudoClass.getPseudoClass("reduced-motion"), reduced));
        stage.setScene(scene);
        stage.setTitle("Placewatch");
        icons(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        memory.ifPresent(kept -> kept.follow(stage));
    }

    /// Puts them on once the first frame is laid out, which so does not wait for them.
    private void icons(Scene scene) {
        Runnable[] once = new Runnable[1];
        once[0] = () -> {
            scene.removePostLayoutPulseListener(once[0]);
            Platform.runLater(() -> stage.getIcons().setAll(WindowIcon.sizes()));
        };
        scene.addPostLayoutPulseListener(once[0]);
    }

    private static Theme systemTheme() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT ? Theme.LIGHT : Theme.DARK;
    }

    /// Opens what the command line names, or the demo building.
    void start() {
        switch (opening) {
            case Opening.Server(Access access, ConnectionSettings settings) -> open(access, settings);
            case Opening.Demo(var _) -> openDemo();
            case Opening.Blocked(String why) -> shellModel.failed(why);
        }
    }

    /// Starts the demo building off this thread and opens it; the screen is there meanwhile.
    void openDemo() {
        leave();
        DemoBuilding demo;
        try {
            demo = EarlyDemo.take().orElseGet(DemoBuilding::start);
        } catch (UncheckedIOException e) {
            demoFailed(e);
            return;
        }
        ConnectionSettings settings =
                opening instanceof Opening.Demo(ConnectionSettings asked) ? asked : ConnectionSettings.usual();
        Session next = new Session(new Connection(DEMO, demo.access(), options(settings), pump.inbox()),
                workspace(DEMO_ADDRESS), Optional.of(demo));
        session.set(next);
        shellModel.coming(next.connection(), withTrouble(DEMO_NOTICE), "Starting the demo building…");
        named(next);
        // at once if it stands: its answers come while the window is put up
        demo.standing().whenComplete((_, fault) -> {
            if (Platform.isFxApplicationThread()) {
                demoIs(next, fault);
            } else {
                Platform.runLater(() -> demoIs(next, fault));
            }
        });
    }

    private void demoIs(Session demo, @Nullable Throwable fault) {
        if (session.get() != demo) {
            // something else was opened meanwhile, which closed it
            return;
        }
        if (fault == null) {
            shellModel.arrived();
            begin(demo);
        } else {
            leave();
            demoFailed(fault);
        }
    }

    private void demoFailed(Throwable fault) {
        LOG.error("the demo building did not start", fault);
        shellModel.failed("The demo building did not start: " + fault.getMessage());
    }

    /// Opens a server in place of what is on screen.
    void open(Access access, ConnectionSettings settings) {
        shell.closeForm();
        leave();
        Session next = new Session(
                new Connection(access.server().shown(), access, options(settings), pump.inbox()),
                workspace(access.server().origin().toString()), Optional.empty());
        session.set(next);
        shellModel.connected(next.connection(), withTrouble(""));
        named(next);
        // the window first: what is asked before only waits for it
        if (stage.isShowing()) {
            begin(next);
        } else {
            beginning = stage.showingProperty().subscribe((_, _) -> begin(next));
        }
    }

    private Workspace workspace(String server) {
        return new Workspace(memory.map(WindowMemory::paths), server);
    }

    /// Calls the server that is on screen.
    private void begin(Session here) {
        beginning.unsubscribe();
        Screens shown = screens;
        if (session.get() == here && shown != null) {
            here.connection().open();
            shown.explore().load();
        }
    }

    private SocketOptions options(ConnectionSettings settings) {
        return usual.with(switch (settings.values()) {
            case DETECT -> SocketOptions.Dialect.DETECT;
            case RAW -> SocketOptions.Dialect.RAW;
            case STRINGIFIED -> SocketOptions.Dialect.STRINGIFIED;
        }, settings.execDeadline());
    }

    private String withTrouble(String notice) {
        return (notice + " " + memory.flatMap(WindowMemory::trouble).orElse("")).strip();
    }

    private void named(Session here) {
        stage.setTitle(here.connection().model().name() + " – Placewatch");
    }

    private List<ShellScreen> screens(Connection connection) {
        Session here = session().orElseThrow();
        Screens made = new Screens(here, favourites(connection), carrier, shellModel, browser,
                memory.map(WindowMemory::dividers).orElseGet(Dividers::forNow),
                memory.map(known -> known.table("status")).orElseGet(() -> Kept.forNow(TableLayout.initial())),
                jumps::pick);
        screens = made;
        made.read(task -> Thread.ofPlatform().name("placewatch-workspace-read").daemon().start(task),
                shellModel::alsoNotice);
        jumps.into(connection, made);
        return made.list();
    }

    private String address(Connection connection) {
        // the demo building has another port each time
        return session().flatMap(Session::demo).map(_ -> DEMO_ADDRESS)
                .orElseGet(() -> connection.server().origin().toString());
    }

    private Favourites favourites(Connection connection) {
        String server = address(connection);
        return new Favourites(memory.map(kept -> kept.favourites(server)).orElse(Map.of()),
                systems -> memory.ifPresent(kept -> kept.favourites(server, systems)));
    }

    private void openConnect() {
        ConnectModel model = new ConnectModel(new Connector(pump.inbox())::attempt,
                server -> memory.flatMap(kept -> kept.connection(server)), this::letIn);
        ConnectView form = new ConnectView(model, shell::closeForm, this::openDemo);
        shell.open(form);
        form.begin();
    }

    private void openJump(String text) {
        jumps.open(text);
    }

    private void letIn(Access access, ConnectionSettings settings) {
        memory.ifPresent(kept -> kept.connection(access.server(), settings));
        open(access, settings);
    }

    /// Lets go of what is on screen; saying goodbye to the server may take a moment, so another thread does it.
    private void leave() {
        beginning.unsubscribe();
        jumps.leave();
        if (screens != null) {
            screens.close();
            screens = null;
        }
        Session old = session.getAndSet(null);
        if (old != null) {
            Thread.ofPlatform().name("placewatch-goodbye").start(old::close);
        }
    }

    /// All that can be done now.
    List<Command> commands() {
        return jumps.commands();
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
