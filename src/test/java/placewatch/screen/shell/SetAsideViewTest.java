package placewatch.screen.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import placewatch.control.QuickRobot;
import placewatch.socket.SetAside;

class SetAsideViewTest {

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void copyingAllSaysForAMomentThatItDid() throws TimeoutException {
        Stage stage = FxToolkit.registerStage(Stage::new);
        Button copy = WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            SetAsideView view = new SetAsideView(1,
                    List.of(new SetAside(Instant.parse("2026-03-02T12:00:00Z"), "It is no JSON", 7, "rubbish")));
            stage.setScene(new Scene(view));
            stage.show();
            return (Button) view.lookup("#" + SetAsideView.COPY);
        });
        double width = copy.getWidth();
        FxRobot robot = new QuickRobot(stage::getScene);
        robot.clickOn(copy);
        await("the sign").atMost(Duration.ofSeconds(5)).until(() -> copy.getText().equals("copied"));
        // a second click while it is there must not make it stay
        robot.clickOn(copy);
        assertThat(WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getString()))
                .endsWith("2026-03-02T12:00:00.000Z\t7\tIt is no JSON\trubbish\n");
        assertThat(copy.getWidth()).isEqualTo(width);
        await("its own words again").atMost(Duration.ofSeconds(5)).until(() -> copy.getText().equals("Copy all"));
        WaitForAsyncUtils.waitForAsyncFx(5000, stage::close);
    }
}
