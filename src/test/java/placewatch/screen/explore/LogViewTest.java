package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import placewatch.Exports;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.Inbox;
import placewatch.control.Theme;
import placewatch.model.LogLine;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.socket.DebugPhase;
import placewatch.socket.SocketOptions;

class LogViewTest {

    /// What is left for the log in a window of 1280 pixels.
    private static final double NARROW = 380;

    private final Connection connection = new Connection("test", new Access(
            ServerAddress.parse("http://127.0.0.1:1"), new Credential.ApiKey("key"), Route.direct()),
            SocketOptions.standard(), new Inbox(() -> { }));
    private final LogModel model = new LogModel(connection, new ModuleAddress("sys-1", "Display", 1), "mod-1");

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            Theme.loadFonts();
            Theme.LIGHT.apply();
        });
    }

    @AfterEach
    void close() {
        model.close();
        connection.close();
    }

    private static List<String> cut(LogView view) {
        return Stream.of(".log-foot .label", ".pane-head .label", ".pane-head .button", ".pane-head .toggle-button")
                .flatMap(selector -> view.lookupAll(selector).stream()).map(Labeled.class::cast)
                .filter(each -> each.lookup(".text") instanceof Text text && !text.getText().equals(each.getText()))
                .map(Labeled::getText).toList();
    }

    @Test
    void sixDigitsOfLinesAreReadInANarrowWindow() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            LogView view = new LogView(model, "System", Exports.nowhere());
            Scene scene = new Scene(view, NARROW, 300);
            Theme.dress(scene);
            model.start();
            model.lines().phase(new DebugPhase.Streaming());
            model.lines().append(Collections.nCopies(379_789,
                    new LogLine(Instant.EPOCH, "info", "power on", LogLine.Kind.DEBUG)));
            view.applyCss();
            view.layout();
            assertThat(((Label) view.lookup("#" + ExploreView.LOG_COUNT)).getText()).isEqualTo("379 789 lines came");
            assertThat(((Label) view.lookup("#" + ExploreView.LOG_DROPPED)).getText()).isEqualTo("359 790 dropped");
            assertThat(cut(view)).isEmpty();
            return true;
        });
    }
}
