package placewatch.screen.watch;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import placewatch.Exports;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.FastClock;
import placewatch.bridge.PulsePump;
import placewatch.control.Dividers;
import placewatch.control.QuickRobot;
import placewatch.control.RestingCarets;
import placewatch.control.Theme;
import placewatch.control.status.StatusActions;
import placewatch.model.StatusGroup;
import placewatch.model.StatusRow;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.screen.explore.ExploreModel;
import placewatch.screen.explore.ExploreView;
import placewatch.screen.explore.Favourites;
import placewatch.settings.Kept;
import placewatch.settings.Templates;
import placewatch.settings.WatchTables;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;

/// A window with Explore and Watch, one at a time, driven with mouse and keys as a person would.
final class WatchStage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FxRobot robot = new QuickRobot(this::scene);
    private final BorderPane root = new BorderPane();
    private final Stage stage;
    private final Connection connection;
    private final WatchModel watch;
    private final ExploreModel explore;

    WatchStage(Simulator simulator, Kept<WatchTables> kept) throws TimeoutException {
        this(simulator, kept, Kept.forNow(Templates.none()));
    }

    WatchStage(Simulator simulator, Kept<WatchTables> kept, Kept<Templates> templates) throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        AtomicReference<Connection> made = new AtomicReference<>();
        AtomicReference<WatchModel> watching = new AtomicReference<>();
        AtomicReference<ExploreModel> exploring = new AtomicReference<>();
        fx(() -> {
            Connection next = new Connection("test", new Access(ServerAddress.parse(simulator.address().toString()),
                    new Credential.ApiKey(simulator.key(Role.SUPPORT)), Route.direct()), FastClock.options(),
                    new PulsePump().inbox());
            made.set(next);
            WatchModel model = new WatchModel(next, kept);
            watching.set(model);
            exploring.set(new ExploreModel(next, new Favourites(Map.of(), _ -> { }),
                    new StatusActions(model, Optional.empty())));
            next.open();
            exploring.get().load();
            ExploreView left = new ExploreView(exploring.get(), _ -> { }, Exports.nowhere());
            WatchView right = new WatchView(model, new TemplateSection(next, templates,
                    TemplateActions.none(), Exports.nowhere(), Dividers.forNow()), Exports.nowhere(), Dividers.forNow());
            root.setTop(new HBox(button("Explore", left), button("Watch", right)));
            root.setCenter(left);
            Theme.LIGHT.apply();
            Scene scene = new Scene(root, 990, 900);
            RestingCarets.in(scene);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return true;
        });
        connection = made.get();
        watch = watching.get();
        explore = exploring.get();
    }

    private Button button(String name, Node view) {
        Button button = new Button(name);
        button.setId("to-" + name);
        button.setOnAction(_ -> root.setCenter(view));
        return button;
    }

    FxRobot robot() {
        return robot;
    }

    static <T> T fx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), task);
    }

    /// Waits until it holds, looking on the JavaFX thread.
    void until(String what, Callable<Boolean> condition) {
        try {
            await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(15)).atMost(PATIENCE).until(() -> fx(condition));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited in vain for " + what + "; tables: "
                    + watch.tablesProperty().get() + "; on screen: " + fx(this::lines) + "; chosen: " + fx(() ->
                    root.lookup("#" + WatchView.WATCH_TABLE) instanceof TableView<?> table
                            ? table.getSelectionModel().getSelectedIndices().toString() : "no table")
                    + "; keys go to " + fx(scene()::getFocusOwner) + "; windows: " + fx(() -> Window.getWindows().stream()
                            .map(each -> each + (each.isFocused() ? " focused" : "")).toList()), e);
        }
    }

    /// Acts, and acts again after a second as long as it does not hold.
    void until(String what, Callable<Boolean> condition, Runnable act) {
        act.run();
        for (int i = 0; i < 10; i++) {
            try {
                await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(15)).atMost(Duration.ofSeconds(1))
                        .until(() -> fx(condition));
                return;
            } catch (ConditionTimeoutException e) {
                act.run();
            }
        }
        until(what, condition);
    }

    <T extends Node> T see(String id) {
        AtomicReference<T> found = new AtomicReference<>();
        until("#" + id + " to be on screen", () -> {
            @SuppressWarnings("unchecked")
            T node = (T) root.lookup("#" + id);
            found.set(node);
            return node != null && node.isVisible();
        });
        return found.get();
    }

    WatchStage click(String id) {
        robot.clickOn(this.<Node>see(id));
        return this;
    }

    WatchStage type(String id, String text) {
        click(id);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.push(KeyCode.BACK_SPACE);
        robot.write(text, 0);
        return this;
    }

    /// What a label says.
    String words(String id) {
        Label label = see(id);
        return fx(label::getText);
    }

    /// Waits until a label says something.
    void untilSays(String id, String words) {
        until("#" + id + " to say " + words, () -> root.lookup("#" + id) instanceof Label label
                && label.getText().contains(words));
    }

    /// The filled line of a list or table that is wanted; waits until it is there.
    Node line(String id, String what, Predicate<IndexedCell<?>> wanted) {
        AtomicReference<Node> line = new AtomicReference<>();
        until(what + " in #" + id, () -> {
            Optional<Node> found = root.lookupAll("#" + id + " .indexed-cell").stream()
                    .filter(node -> node instanceof IndexedCell<?> cell && !cell.isEmpty() && cell.isVisible()
                            && wanted.test(cell)).findFirst();
            line.set(found.orElse(null));
            return found.isPresent();
        });
        return line.get();
    }

    private static boolean says(IndexedCell<?> cell, String words) {
        String text = cell.getAccessibleText();
        return text != null && (text.equals(words) || text.startsWith(words + " ") || text.startsWith(words + ","));
    }

    /// A line of a list, by the beginning of what a screen reader says of it.
    Node line(String id, String words) {
        return line(id, words, cell -> says(cell, words));
    }

    /// The row of a variable in a table.
    Node row(String id, Predicate<StatusRow> wanted, String what) {
        return line(id, what, cell -> cell instanceof TableRow<?> row && row.getItem() instanceof StatusRow item
                && wanted.test(item));
    }

    /// Takes the line of an open menu that contains the words.
    void take(String words) {
        AtomicReference<Node> found = new AtomicReference<>();
        until("“" + words + "” in a menu", () -> {
            Optional<Node> node = Window.getWindows().stream()
                    .flatMap(window -> window.getScene().getRoot().lookupAll(".menu-item").stream())
                    .filter(each -> each.isVisible() && each.lookupAll(".label").stream()
                            .anyMatch(label -> label instanceof Label it && it.getText().contains(words)))
                    .findFirst();
            found.set(node.orElse(null));
            return node.isPresent();
        });
        robot.clickOn(found.get());
    }

    /// Opens a room's module in Explore.
    WatchStage module(String room, String slug) {
        click("to-Explore");
        type(ExploreView.PLACES_SEARCH, room);
        robot.clickOn(line(ExploreView.PLACES_TREE, room, cell -> cell.getIndex() == 0 && says(cell, room)));
        until(room, () -> root.lookup("#" + ExploreView.SYSTEM_TITLE) instanceof Label label
                && label.getText().equals(room));
        robot.clickOn(line(ExploreView.MODULES_LIST, slug));
        until(slug, () -> root.lookup("#" + ExploreView.MODULE_TITLE) instanceof Label label
                && label.getText().equals(slug));
        return this;
    }

    WatchStage watch() {
        return click("to-Watch");
    }

    TableView<StatusRow> table() {
        return see(WatchView.WATCH_TABLE);
    }

    /// What the table shows, as `Display_1/power`, a heading as its title.
    List<String> lines() {
        return root.lookup("#" + WatchView.WATCH_TABLE) instanceof TableView<?> table ? table.getItems().stream()
                .map(item -> item instanceof StatusGroup group ? group.title()
                        : item instanceof StatusRow row ? row.key().module().slug() + "/" + row.key().name() : "")
                .toList() : List.of();
    }

    void untilLines(String... wanted) {
        until("these lines: " + List.of(wanted), () -> lines().equals(List.of(wanted)));
    }

    /// A picture of the window, for whoever wants to look.
    void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "journeys"));
            var image = fx(() -> stage.getScene().snapshot(null));
            var copy = new java.awt.image.BufferedImage((int) image.getWidth(), (int) image.getHeight(),
                    java.awt.image.BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < copy.getHeight(); y++) {
                for (int x = 0; x < copy.getWidth(); x++) {
                    copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
                }
            }
            javax.imageio.ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        fx(() -> {
            stage.getScene().getRoot().requestFocus();
            stage.close();
            watch.close();
            explore.close();
            return true;
        });
        connection.close();
    }

    private Scene scene() {
        return stage.getScene();
    }
}
