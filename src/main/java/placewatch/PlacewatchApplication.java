package placewatch;

import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The window's life, as JavaFX drives it.
public final class PlacewatchApplication extends Application {

    private @Nullable Wiring wiring;

    @Override
    public void start(Stage stage) {
        List<String> args = getParameters().getRaw();
        LaunchOptions options = new LaunchOptions(() -> 0);
        new CommandLine(options).parseArgs(args.toArray(String[]::new));
        Wiring wired = new Wiring(stage, options);
        wiring = wired;
        Runtime.getRuntime().addShutdownHook(new Thread(wired::close, "placewatch-shutdown"));
        wired.start();
        if (options.tour() || Display.missing(System.getenv())) {
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
