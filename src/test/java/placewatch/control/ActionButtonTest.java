package placewatch.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ActionButtonTest {

    private final StringProperty barrier = new SimpleStringProperty("");

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private ActionButton button() {
        return new ActionButton("stop", "Stop…", new Label(), "Stop Display_1", barrier, () -> { });
    }

    @Test
    void aBarrierIsSaidToMouseKeyboardAndScreenReader() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            ActionButton frame = button();
            new Scene(new StackPane(frame));
            Button button = (Button) frame.lookup("#stop");
            assertThat(button.isDisabled()).isFalse();
            assertThat(frame.isFocusTraversable()).isFalse();

            barrier.set("This is an ordinary user's key.");
            assertThat(button.isDisabled()).isTrue();
            assertThat(frame.isFocusTraversable()).isTrue();
            assertThat(frame.getAccessibleText()).isEqualTo("Stop Display_1: not now. This is an ordinary user's key.");

            barrier.set("");
            assertThat(button.isDisabled()).isFalse();
            return true;
        });
    }

    @Test
    void aCollectionBeforeItIsOnScreenDoesNotEndItsListening() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            ActionButton frame = button();
            System.gc();
            new Scene(new StackPane(frame));
            barrier.set("not now");
            assertThat(frame.lookup("#stop").isDisabled()).isTrue();
            return true;
        });
    }
}
