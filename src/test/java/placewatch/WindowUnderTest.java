package placewatch;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;
import placewatch.bridge.Access;
import placewatch.bridge.FastClock;
import placewatch.control.QuickRobot;
import placewatch.control.Theme;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.settings.ConnectionSettings;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;
import placewatch.socket.SocketOptions;

/// The program's real window on the headless platform, driven with mouse and keys as a person would.
final class WindowUnderTest implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Web pages that a click opened, in any window of the tests.
    static final List<String> PAGES_OPENED = new CopyOnWriteArrayList<>();

    /// About as often as the window draws.
    private static final Duration LOOK = Duration.ofMillis(15);

    private final FxRobot robot = new QuickRobot(this::scene);
    private final Wiring wiring;
    private final Exports exports;

    private WindowUnderTest(Wiring wiring, Exports exports) {
        this.wiring = wiring;
        this.exports = exports;
    }

    /// Opens a window that shows nothing yet.
    static WindowUnderTest open() throws TimeoutException {
        return open(Optional.empty(), SocketOptions.standard());
    }

    /// Opens a window that shows nothing yet, but remembers.
    static WindowUnderTest remembering(WindowMemory memory) throws TimeoutException {
        return open(Optional.of(memory), SocketOptions.standard());
    }

    private static WindowUnderTest open(Optional<WindowMemory> memory, SocketOptions options) throws TimeoutException {
        Stage stage = FxToolkit.registerStage(Stage::new);
        AtomicReference<Wiring> wiring = new AtomicReference<>();
        Exports exports = new Exports();
        fx(() -> {
            wiring.set(new Wiring(stage, Optional.of(Theme.LIGHT),
                    new Opening.Demo(ConnectionSettings.usual()), memory, PAGES_OPENED::add, exports, options));
            stage.setMinWidth(400);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(990);
            stage.setHeight(900);
            stage.show();
            return true;
        });
        return new WindowUnderTest(wiring.get(), exports);
    }

    /// Opens a window onto a simulator, with the key of a role.
    static WindowUnderTest onto(Simulator simulator, Role role) throws TimeoutException {
        return onto(simulator.address().toString(), simulator.key(role));
    }

    /// The same, with a clock that hurries: for what is done again after many seconds.
    static WindowUnderTest inAHurry(Simulator simulator, Role role) throws TimeoutException {
        return open(Optional.empty(), FastClock.options()).goTo(simulator.address().toString(), simulator.key(role));
    }

    /// Opens a window onto whatever is, or is not, at an address.
    static WindowUnderTest onto(String address, String key) throws TimeoutException {
        return open().goTo(address, key);
    }

    /// Opens a server in this window.
    WindowUnderTest goTo(String address, String key) {
        fx(() -> {
            wiring.open(new Access(ServerAddress.parse(address), new Credential.ApiKey(key), Route.direct()),
                    ConnectionSettings.usual());
            return true;
        });
        return this;
    }

    private Scene scene() {
        return wiring.scene();
    }

    /// Where its exports go.
    Exports exports() {
        return exports;
    }

    Wiring wiring() {
        return wiring;
    }

    FxRobot robot() {
        return robot;
    }

    ExplorePage explore() {
        return new ExplorePage(this);
    }

    /// Runs on the JavaFX thread and waits for the result.
    static <T> T fx(Callable<T> task) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("a test does not run on the JavaFX thread");
        }
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), task);
    }

    /// Waits until it holds, looking on the JavaFX thread.
    void until(String what, Callable<Boolean> condition) {
        try {
            await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(LOOK).pollInSameThread()
                    .until(() -> fx(condition));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited in vain for " + what + "; this was on screen: " + picture(), e);
        }
    }

    private Path picture() {
        try {
            return new Pictures(Path.of("target", "journeys"))
                    .write(Long.toString(System.currentTimeMillis()), fx(() -> wiring.scene().snapshot(null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a person sees under that id; waits until it is there.
    <T extends Node> T see(String id) {
        AtomicReference<T> found = new AtomicReference<>();
        until("#" + id + " to be on screen", () -> {
            @SuppressWarnings("unchecked")
            T node = (T) wiring.scene().lookup("#" + id);
            found.set(node);
            return node != null && isShown(node);
        });
        return found.get();
    }

    /// Waits until what is typed goes there.
    void untilFocused(String id) {
        until("the cursor in #" + id, () -> wiring.scene().getFocusOwner() != null
                && id.equals(wiring.scene().getFocusOwner().getId()));
    }

    private static boolean isShown(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (!around.isVisible()) {
                return false;
            }
        }
        return true;
    }

    void click(String id) {
        see(id);
        // there, and laid out
        until("#" + id + " to be where it can be clicked", () -> scene().getRoot().lookupAll("#" + id).stream()
                .anyMatch(NodeQueryUtils.isVisible()));
        robot.clickOn("#" + id);
    }

    /// Clicks into a field, replaces what is in it, and types.
    void type(String id, String text) {
        click(id);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.push(KeyCode.BACK_SPACE);
        robot.write(text, 0);
    }

    /// Clicks the filled line of a list, tree or table that is wanted; waits until it is there.
    void clickLine(String id, String what, Predicate<? super IndexedCell<?>> wanted) {
        robot.clickOn(seeLine(id, what, wanted));
    }

    /// The filled line of a list, tree or table that is wanted; waits until it is there.
    Node seeLine(String id, String what, Predicate<? super IndexedCell<?>> wanted) {
        AtomicReference<Node> line = new AtomicReference<>();
        until(what + " in #" + id, () -> {
            Optional<Node> found = wiring.scene().getRoot().lookupAll("#" + id + " .indexed-cell").stream()
                    .filter(node -> node instanceof IndexedCell<?> cell && !cell.isEmpty() && cell.isVisible()
                            && wanted.test(cell))
                    .findFirst();
            line.set(found.orElse(null));
            return found.isPresent();
        });
        return line.get();
    }

    static boolean says(Cell<?> cell, String words) {
        String text = cell.getAccessibleText();
        return text != null && (text.equals(words) || text.startsWith(words + " ") || text.startsWith(words + ","));
    }

    /// Ends the session and the window, as closing it does.
    @Override
    public void close() throws TimeoutException {
        wiring.close();
        fx(() -> {
            wiring.stage().close();
            return true;
        });
    }
}
