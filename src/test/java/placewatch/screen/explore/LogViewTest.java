package placewatch.screen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import placewatch.log.LogEntry;
import placewatch.log.LogStore;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;
import placewatch.socket.DebugPhase;
import placewatch.socket.SocketOptions;

class LogViewTest {

    /// What is left for the log in a window of 1280 pixels.
    private static final double NARROW = 380;

    private final Inbox inbox = new Inbox(() -> { });
    private final Connection connection = new Connection("test", new Access(
            ServerAddress.parse("http://127.0.0.1:1"), new Credential.ApiKey("key"), Route.direct()),
            SocketOptions.standard(), inbox);
    private final LogModel model =
            new LogModel(connection, new ModuleAddress("sys-1", "Display", 1), "mod-1", "System", _ -> { });

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

    private boolean drained(long lines) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            inbox.drain(System.nanoTime() + 1_000_000_000L);
            return model.console().linesProperty().get().size() == lines
                    && model.console().linesProperty().get().isComplete();
        });
    }

    @Test
    void sixDigitsOfLinesAreReadInANarrowWindow() {
        LogStore store = connection.logs().store();
        connection.logs().keep(20_000);
        for (int i = 0; i < 379_789; i++) {
            store.append(Instant.EPOCH, model.stream().source(), LogEntry.Kind.DEBUG, "info", "power on");
        }
        org.awaitility.Awaitility.await().until(() -> drained(20_000));
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            LogView view = new LogView(model, "System", Exports.nowhere());
            Scene scene = new Scene(view, NARROW, 300);
            Theme.dress(scene);
            model.start();
            model.stream().phase(new DebugPhase.Streaming());
            view.applyCss();
            view.layout();
            assertThat(((Label) view.lookup("#" + ExploreView.LOG_COUNT)).getText()).isEqualTo("20 000 lines");
            assertThat(((Label) view.lookup("#" + ExploreView.LOG_DROPPED)).getText()).isEqualTo("359 789 dropped");
            assertThat(cut(view)).isEmpty();
            return true;
        });
    }
}
