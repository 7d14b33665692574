package placewatch.bench;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.PulsePump;
import placewatch.control.Theme;
import placewatch.control.log.LineLinks;
import placewatch.control.log.LogLook;
import placewatch.control.log.LogSheet;
import placewatch.log.FilteredLines;
import placewatch.log.LogScope;
import placewatch.model.log.Console;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.socket.SocketOptions;
import placewatch.socket.SocketState;

/// A connection, and a console with its sheet in a window.
final class LogStand implements AutoCloseable {

    /// @param screenful milliseconds until the window showed as many of the lines as fit
    /// @param count     milliseconds until all were counted
    record Answered(double screenful, double count, long lines) { }

    static final int SCREEN = 1_000;

    private final PulsePump pump;
    private final Connection connection;
    private final Console console;
    private final LogSheet sheet;
    private final Scene scene;

    LogStand(String address) throws Exception {
        pump = fx(PulsePump::new);
        connection = fx(() -> new Connection("bench", new Access(ServerAddress.parse(address),
                new Credential.ApiKey("k"), Route.direct()), SocketOptions.standard(), pump.inbox()));
        console = fx(() -> connection.logs().console(LogScope.ALL));
        sheet = fx(() -> new LogSheet("bench", console,
                new LogLook(LogLook.Modules.SHOWN, _ -> Optional.of(2), LineLinks.none())));
        scene = fx(() -> {
            connection.open();
            Scene made = new Scene(sheet, SCREEN, SCREEN);
            Theme.dress(made);
            Stage stage = new Stage();
            stage.setScene(made);
            stage.show();
            return made;
        });
    }

    static <T> T fx(Callable<T> task) throws InterruptedException, ExecutionException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(task.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }

    Connection connection() {
        return connection;
    }

    Console console() {
        return console;
    }

    LogSheet sheet() {
        return sheet;
    }

    Scene scene() {
        return scene;
    }

    boolean isLive() {
        return connection.model().stateProperty().get() instanceof SocketState.Open;
    }

    void clear() throws Exception {
        fx(() -> {
            connection.logs().clear();
            return true;
        });
    }

    /// Asks by a filter and waits until every line was counted.
    Answered answered(String filter) throws Exception {
        CompletableFuture<Answered> answer = new CompletableFuture<>();
        fx(() -> {
            long began = System.nanoTime();
            scene.addPostLayoutPulseListener(new Runnable() {
                private double screenful = Double.NaN;

                @Override
                public void run() {
                    FilteredLines now = console.linesProperty().get();
                    if (!now.question().filter().text().equals(filter)) {
                        return;
                    }
                    double passed = (System.nanoTime() - began) / 1e6;
                    if (Double.isNaN(screenful) && (sheet.seenLines().size() >= SCREEN / 20 - 1 || now.isComplete())) {
                        screenful = passed;
                    }
                    if (now.isComplete()) {
                        scene.removePostLayoutPulseListener(this);
                        answer.complete(new Answered(screenful, passed, now.size()));
                    }
                }
            });
            console.filterTextProperty().set(filter);
            Platform.requestNextPulse();
            return true;
        });
        return answer.get();
    }

    @Override
    public void close() {
        Platform.runLater(() -> {
            pump.close();
            scene.getWindow().hide();
        });
        connection.close();
    }
}
