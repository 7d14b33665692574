package placewatch;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import placewatch.simulator.SimulatorCommand;

/// Where the program begins.
public final class Main extends Application {

    // jdk.logging keeps loggers weakly: this one must live as long as its level shall hold
    private static final Logger ROOT = Logger.getLogger("");

    private @Nullable Wiring wiring;

    public static void main(String[] args) {
        ROOT.setLevel(Level.WARNING);
        CommandLine line = new CommandLine(new LaunchOptions(() -> launchWindow(args)));
        line.addSubcommand("simulator", new SimulatorCommand());
        int exit = line.execute(args);
        System.exit(exit);
    }

    private static int launchWindow(String[] args) {
        Map<String, String> environment = System.getenv();
        if (Display.missing(environment)) {
            System.out.println("No display: taking the tour on JavaFX's headless platform instead of opening a window.");
            Display.useHeadless();
        }
        try {
            Application.launch(Main.class, args);
            return 0;
        } catch (RuntimeException | LinkageError e) {
            System.err.println(Display.advice(e, environment));
            return 1;
        }
    }

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
