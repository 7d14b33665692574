package placewatch.control;

import static org.awaitility.Awaitility.await;

import atlantafx.base.controls.CustomTextField;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Told by the window's pulses: they come only while something moves.
class RestingCaretsTest {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final AtomicInteger pulses = new AtomicInteger();
    private Stage stage;
    private VBox box;
    private final FxRobot robot = new QuickRobot(() -> box.getScene());

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
    }

    private void show(TextInputControl field, Duration blinks) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            field.setId("field");
            Button other = new Button("other");
            other.setId("other");
            box = new VBox(field, other);
            Scene scene = new Scene(box, 300, 200);
            RestingCarets.in(scene, javafx.util.Duration.millis(blinks.toMillis()));
            scene.addPostLayoutPulseListener(pulses::incrementAndGet);
            stage.setScene(scene);
            stage.show();
        });
    }

    private void untilPulses(String what, int least, int most) {
        pulses.set(0);
        await(what).pollDelay(LOOK).pollInterval(LOOK).atMost(Duration.ofSeconds(10)).until(() -> {
            int now = pulses.getAndSet(0);
            return now >= least && now <= most;
        });
    }

    private static Stream<TextInputControl> fields() {
        return Stream.of(new CustomTextField(), new TextArea());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void nothingTicksOnceTheCursorHasLeftAFieldWithWordsInIt(TextInputControl field) {
        show(field, Duration.ofMinutes(5));
        robot.clickOn("#field").write("board", 0);
        untilPulses("a blinking caret", 5, 1000);
        robot.clickOn("#other");
        untilPulses("rest", 0, 2);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> field.setText("written by the program"));
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> field.positionCaret(7));
        untilPulses("rest", 0, 2);
    }

    @Test
    void aCaretThatNobodyTypesWithStandsStillUntilTheNextKey() {
        show(new CustomTextField(), Duration.ofSeconds(1));
        robot.clickOn("#field").write("b", 0);
        untilPulses("a blinking caret", 5, 1000);
        untilPulses("rest", 0, 2);
        robot.write("o", 0);
        untilPulses("a blinking caret", 5, 1000);
        untilPulses("rest", 0, 2);
        robot.clickOn("#field");
        untilPulses("a blinking caret", 5, 1000);
        untilPulses("rest", 0, 2);
    }
}
