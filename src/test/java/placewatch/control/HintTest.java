package placewatch.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class HintTest {

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static void pointAt(Button button) {
        button.fireEvent(new MouseEvent(MouseEvent.MOUSE_ENTERED, 1, 1, 1, 1, MouseButton.NONE, 0, false, false, false,
                false, false, false, false, false, false, false, null));
    }

    @Test
    void nothingIsMadeBeforeThePointerComes() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            Button button = new Button();
            Hint.on(button, "what it does");
            assertThat(button.getTooltip()).isNull();
            pointAt(button);
            assertThat(button.getTooltip().getText()).isEqualTo("what it does");
        });
    }

    @Test
    void theWordsFollowAndEmptyOnesShowNothing() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            Button button = new Button();
            Hint hint = new Hint(button);
            pointAt(button);
            assertThat(button.getTooltip()).isNull();
            hint.say("one");
            pointAt(button);
            hint.say("two");
            assertThat(button.getTooltip().getText()).isEqualTo("two");
            hint.say("");
            assertThat(button.getTooltip()).isNull();
        });
    }
}
