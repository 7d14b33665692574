package placewatch.screen.watch;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
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
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.Template;
import placewatch.simulator.Role;
import placewatch.simulator.Simulator;

/// A window with a template in it, driven with mouse and keys as a person would.
final class TemplateWindow implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Dividers dividers = Dividers.forNow();
    private final FxRobot robot = new QuickRobot(this::scene);
    private final StackPane root;
    private final Stage stage;
    private final PulsePump pump;
    private final Connection connection;
    private final TemplateOffers offers;
    private final List<String> opened = new ArrayList<>();
    private final List<StatusKey> pinned = new ArrayList<>();
    private Optional<TemplateModel> model = Optional.empty();

    TemplateWindow(Simulator simulator) throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        root = fx(StackPane::new);
        pump = fx(PulsePump::new);
        connection = fx(() -> new Connection("test", new Access(ServerAddress.parse(simulator.address().toString()),
                new Credential.ApiKey(simulator.key(Role.USER)), Route.direct()), FastClock.options(),
                pump.inbox()));
        offers = fx(() -> {
            Theme.loadFonts();
            Theme.LIGHT.apply();
            Scene scene = new Scene(root, 980, 800);
            RestingCarets.in(scene);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            connection.open();
            return new TemplateOffers(connection);
        });
    }

    static <T> T fx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), task);
    }

    void until(String what, Callable<Boolean> holds) {
        await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(15)).atMost(PATIENCE).until(() -> fx(holds));
    }

    FxRobot robot() {
        return robot;
    }

    TemplateOffers offers() {
        return offers;
    }

    List<String> opened() {
        return opened;
    }

    List<StatusKey> pinned() {
        return pinned;
    }

    /// Opens a template; what the person changes goes into the memory.
    TemplateStage.Memory open(Template template) {
        TemplateStage.Memory memory = new TemplateStage.Memory(template);
        fx(() -> {
            model.ifPresent(TemplateModel::close);
            TemplateModel next = new TemplateModel(connection, template, memory, new TemplateActions(
                    system -> opened.add(system.title()), pinned::addAll, _ -> { }));
            model = Optional.of(next);
            root.getChildren().setAll(new TemplateView(next, "Taken"::equals, Exports.nowhere(), dividers));
            return true;
        });
        return memory;
    }

    /// Opens the form for a new one, which is opened when it is saved.
    void create(java.util.function.Consumer<TemplateStage.Memory> saved) {
        fx(() -> {
            TemplateFormModel form = new TemplateFormModel(connection, Optional.empty(), "Taken"::equals);
            root.getChildren().setAll(new TemplateForm(form, offers.offered(), template -> {
                form.close();
                root.getChildren().clear();
                saved.accept(new TemplateStage.Memory(template));
            }, () -> { }));
            return true;
        });
    }

    <T extends Node> T see(String id) {
        until("#" + id, () -> root.lookup("#" + id) != null && root.lookup("#" + id).isVisible());
        @SuppressWarnings("unchecked")
        T node = (T) fx(() -> root.lookup("#" + id));
        return node;
    }

    void click(String id) {
        robot.clickOn(this.<Node>see(id));
    }

    void type(String id, String text) {
        click(id);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.push(KeyCode.BACK_SPACE);
        robot.write(text, 0);
    }

    /// Clicks the line of a list that says so.
    void clickLine(String id, String words) {
        see(id);
        until(words + " in #" + id, () -> line(id, words).isPresent());
        robot.clickOn(fx(() -> line(id, words).orElseThrow()));
    }

    private Optional<Node> line(String id, String words) {
        return root.lookupAll("#" + id + " .list-cell").stream().filter(node -> node instanceof IndexedCell<?> cell
                && cell.isVisible() && !cell.isEmpty() && words.equals(cell.getAccessibleText())).findFirst();
    }

    String note() {
        return fx(() -> words(TemplateView.NOTE));
    }

    /// What a label says; empty when it is not there. JavaFX thread.
    String words(String id) {
        return root.lookup("#" + id) instanceof Label label ? label.getText() : "";
    }

    /// The rooms in their order. JavaFX thread.
    List<String> rooms() {
        return root.lookup("#" + TemplateView.TABLE) instanceof TableView<?> table ? table.getItems().stream()
                .map(row -> ((TemplateRow) row).system().title()).toList() : List.of();
    }

    /// The room of the selected cell.
    String chosenRoom() {
        return fx(() -> {
            TableView<?> table = (TableView<?>) root.lookup("#" + TemplateView.TABLE);
            return ((TemplateRow) table.getItems().get(table.getSelectionModel().getSelectedIndex())).system().title();
        });
    }

    List<String> titles() {
        return fx(this::rooms);
    }

    /// The cell of a room under a heading that is on screen. JavaFX thread.
    Optional<TableCell<?, ?>> cell(String id, String room, String heading) {
        return root.lookupAll("#" + id + " .table-cell").stream().map(node -> (TableCell<?, ?>) node)
                .filter(cell -> !cell.isEmpty() && cell.isVisible() && cell.getItem() instanceof TemplateRow row
                        && row.system().title().equals(room)
                        && (cell.getTableColumn().getUserData() instanceof TemplateColumn column
                        ? column.heading() : cell.getTableColumn().getText()).equals(heading))
                .findFirst().map(cell -> cell);
    }

    private static String shown(TableCell<?, ?> cell) {
        return cell.lookup(".line") instanceof Labeled line ? line.getText() : "";
    }

    /// Waits until a cell says something that matches.
    void untilSays(String room, String heading, String regex) {
        until(room + "'s " + heading + " to be " + regex,
                () -> cell(TemplateView.TABLE, room, heading).filter(cell -> shown(cell).matches(regex)).isPresent());
    }

    String spoken(String room, String heading) {
        return fx(() -> (String) cell(TemplateView.TABLE, room, heading).orElseThrow()
                .queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    void clickCell(String room, String heading) {
        robot.clickOn(fx(() -> cell(TemplateView.TABLE, room, heading).orElseThrow()));
    }

    /// Sorts by a column, the highest first, by two clicks on its heading.
    void sortDescending(String heading) {
        Node table = see(TemplateView.TABLE);
        for (int click = 0; click < 2; click++) {
            fx(() -> {
                QuickRobot.letGo(table.lookupAll(".column-header").stream().filter(node -> node.lookupAll(".label")
                        .stream().anyMatch(label -> ((Label) label).getText().equals(heading))).findFirst()
                        .orElseThrow());
                return true;
            });
        }
    }

    /// Moves the divider between the table and what stands beside it.
    double moveDivider(double by) {
        SplitPane panes = (SplitPane) root.lookup(".split-pane");
        return fx(() -> {
            panes.setDividerPosition(0, panes.getDividerPositions()[0] + by);
            double moved = panes.getDividerPositions()[0];
            QuickRobot.letGo(panes.lookup(".split-pane-divider"));
            return moved;
        });
    }

    double divider() {
        return ((SplitPane) root.lookup(".split-pane")).getDividerPositions()[0];
    }

    @Override
    public void close() {
        fx(() -> {
            model.ifPresent(TemplateModel::close);
            offers.close();
            pump.close();
            stage.getScene().getRoot().requestFocus();
            stage.close();
            return true;
        });
        connection.close();
    }

    private Scene scene() {
        return stage.getScene();
    }
}
