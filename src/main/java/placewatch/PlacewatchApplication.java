package placewatch;

import java.time.InstantSource;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import placewatch.protocol.Credential;
import placewatch.settings.AppPaths;
import placewatch.settings.PreferencesFile;

/// The window's life, as JavaFX drives it.
public final class PlacewatchApplication extends Application {

    private @Nullable Wiring wiring;

    private final LaunchOptions options = new LaunchOptions(() -> 0);
    private Optional<Credential> credential = Optional.empty();
    private Optional<WindowMemory> memory = Optional.empty();

    /// Reads what is on disk before there is a window to keep waiting.
    @Override
    public void init() {
        new CommandLine(options).parseArgs(getParameters().getRaw().toArray(String[]::new));
        credential = options.credential();
        if (!touring()) {
            memory = Optional.of(new WindowMemory(
                    new PreferencesFile(AppPaths.ofThisComputer().preferencesFile(), InstantSource.system())));
        }
    }

    private boolean touring() {
        return options.tour() || Display.missing(System.getenv());
    }

    @Override
    public void start(Stage stage) {
        Wiring wired = new Wiring(stage, options, credential, memory, getHostServices()::showDocument);
        wiring = wired;
        Runtime.getRuntime().addShutdownHook(new Thread(wired::close, "placewatch-shutdown"));
        wired.start();
        if (touring()) {
            Tour tour = new Tour(wired, options.tourDir());
            // the tour waits for what the window does, so it must not run on the window's thread
            Thread.ofPlatform().name("placewatch-tour").start(() -> System.exit(tour.walk()));
        } else {
            stage.show();
        }
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
        Platform.exit();
    }
}
