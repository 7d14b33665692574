package placewatch.screen.jump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import placewatch.control.RestingCarets;
import placewatch.control.Theme;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.settings.Kept;
import placewatch.settings.Recent;

/// The list on screen, with a server that answers when told to: what a person has chosen stays where it is.
class JumpViewTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScriptedDirectory server = new ScriptedDirectory();
    private final FxRobot robot = new FxRobot();
    private final AtomicReference<String> gone = new AtomicReference<>("");
    private Stage stage;
    private TextField below;
    private JumpView view;
    private ListView<JumpRow> list;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static <T> T fx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), task);
    }

    private static void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).until(() -> fx(condition));
    }

    @BeforeEach
    void show() throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        fx(() -> {
            Theme.loadFonts();
            Theme.LIGHT.apply();
            JumpModel model = new JumpModel(server, () -> Here.NOWHERE, List::of, new Going(gone), new InMemory());
            view = new JumpView(model);
            below = new TextField();
            Scene scene = new Scene(new StackPane(below, view), 900, 700);
            RestingCarets.in(scene);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            below.requestFocus();
            view.open("");
            return true;
        });
        list = fx(() -> {
            @SuppressWarnings("unchecked")
            ListView<JumpRow> found = (ListView<JumpRow>) view.lookup("#" + JumpView.LIST);
            return found;
        });
        until("the cursor in the field", () -> focused().equals(JumpView.FIELD));
    }

    @AfterEach
    void close() {
        fx(() -> {
            stage.getScene().getRoot().requestFocus();
            stage.close();
            return true;
        });
    }

    private String focused() {
        return Optional.ofNullable(stage.getScene().getFocusOwner()).map(node -> "" + node.getId()).orElse("nowhere");
    }

    private void answer(String text, String... titles) {
        fx(() -> {
            server.search(text).answer(ScriptedDirectory.page(titles));
            view.getScene().getRoot().applyCss();
            view.getScene().getRoot().layout();
            return true;
        });
    }

    private void write(String text) {
        robot.write(text, 0);
        until("“" + text + "” to be typed", () -> ((TextInputControl) stage.getScene().lookup("#" + JumpView.FIELD))
                .getText().endsWith(text));
    }

    private void pause() {
        fx(() -> {
            server.pause();
            return true;
        });
    }

    private static String[] rooms(String prefix, int number) {
        return IntStream.range(0, number).mapToObj(i -> prefix + (100 + i)).toArray(String[]::new);
    }

    /// Where a title's row stands in the window, from the top; -1 when it is not in sight.
    private double place(String title) {
        return fx(() -> list.lookupAll(".list-cell").stream().filter(node -> node instanceof JumpCell cell
                        && cell.isVisible() && !cell.isEmpty() && cell.getItem().goal().name().equals(title))
                .mapToDouble(node -> node.localToScene(node.getLayoutBounds()).getMinY()).findFirst().orElse(-1));
    }

    private String chosen() {
        return fx(() -> list.getSelectionModel().getSelectedItem().goal().name());
    }

    @Test
    void theChosenRowStaysWhereItIsWhileResultsFlowIn() {
        write("room 1");
        pause();
        answer("room 1", rooms("Wide room ", 40));
        until("rows", () -> list.getItems().size() == 40);
        IntStream.range(0, 3).forEach(_ -> robot.push(KeyCode.DOWN));
        assertThat(chosen()).isEqualTo("Wide room 103");
        double before = place("Wide room 103");
        assertThat(before).isPositive();
        answer("room", rooms("Room ", 40));
        until("more rows", () -> list.getItems().size() == 80);
        assertThat(chosen()).isEqualTo("Wide room 103");
        assertThat(place("Wide room 103")).isEqualTo(before);
        String next = fx(() -> list.getItems().get(4).goal().name());
        assertThat(next).as("better ones come right below").startsWith("Room 1");

        robot.push(KeyCode.PAGE_DOWN);
        robot.push(KeyCode.PAGE_DOWN);
        robot.push(KeyCode.UP);
        String scrolled = chosen();
        until("it in sight", () -> list.lookupAll(".list-cell").stream().anyMatch(node -> node instanceof JumpCell cell
                && cell.isVisible() && !cell.isEmpty() && cell.getItem().goal().name().equals(scrolled)));
        double now = place(scrolled);
        answer("1", rooms("Best room ", 30));
        until("yet more rows", () -> list.getItems().size() == 110);
        assertThat(chosen()).isEqualTo(scrolled);
        assertThat(place(scrolled)).isEqualTo(now);

        robot.push(KeyCode.ENTER);
        until("to have gone there", () -> gone.get().equals(scrolled));
        assertThat(fx(view::isVisible)).isFalse();
    }

    @Test
    void escapeBringsTheCursorBackAndTabStays() {
        robot.push(KeyCode.TAB);
        String cursor = fx(this::focused);
        assertThat(cursor).isEqualTo(JumpView.FIELD);
        robot.push(KeyCode.ESCAPE);
        until("it to be gone", () -> !view.isVisible() && below.isFocused());
        fx(() -> {
            view.open("");
            return true;
        });
        write("x");
        String typedBelow = fx(below::getText);
        assertThat(typedBelow).isEmpty();
    }

    @Test
    void aLongNameEndsInAnEllipsisAndIsReadWhole() {
        String title = "A room with a name that goes on and on ".repeat(8).strip();
        write("room");
        pause();
        answer("room", title);
        until("its row, cut", () -> list.lookup(".marked-text") instanceof MarkedText words
                && words.getChildrenUnmodifiable().stream().map(node -> ((Text) node).getText())
                        .reduce("", String::concat).matches("A room with a name.{20,200}…"));
        String read = fx(() -> ((JumpCell) list.lookup(".list-cell")).getAccessibleText());
        assertThat(read).startsWith(title);
        String marked = fx(() -> list.lookup(".jump-mark") instanceof Text text ? text.getText() : "");
        assertThat(marked).isEqualTo("room");
    }

    private static final class InMemory implements Kept<Recent> {
        private Recent recent = Recent.none();

        @Override
        public Recent latest() {
            return recent;
        }

        @Override
        public void keep(Recent next) {
            recent = next;
        }
    }

    private record Going(AtomicReference<String> to) implements Targets {

        @Override
        public void system(String systemId, String title) {
            to.set(title);
        }

        @Override
        public void module(ModuleAddress module, String title) {
            to.set(module.slug());
        }

        @Override
        public void variable(StatusKey variable, String title) {
            to.set(variable.name());
        }

        @Override
        public void function(ModuleAddress module, String function, String title) {
            to.set(function);
        }
    }
}
