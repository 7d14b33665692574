package placewatch;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import picocli.CommandLine;
import placewatch.simulator.SimulatorCommand;

/// Where the program begins. Not the [Application] itself: Java would start the toolkit before it could be told that
/// there is no display.
public final class Main {

    private static final String SYSTEM_PROXIES = "java.net.useSystemProxies";

    // jdk.logging keeps loggers weakly: this one must live as long as its level shall hold
    private static final Logger ROOT = Logger.getLogger("");

    // what goes wrong on the line is told by the socket's state; and at its finest it would write the key
    private static final Logger LINE = Logger.getLogger("org.java_websocket");

    public static void main(String[] args) {
        // read once, by whatever asks for a proxy first
        if (System.getProperty(SYSTEM_PROXIES) == null) {
            System.setProperty(SYSTEM_PROXIES, "true");
        }
        ROOT.setLevel(Level.WARNING);
        LINE.setLevel(Level.OFF);
        ParentWatch.begin();
        if (args.length == 0) {
            // nothing to be read
            System.exit(launchDemo(args));
        }
        CommandLine line = new CommandLine(new LaunchOptions(
                options -> options.server().isEmpty() ? launchDemo(args) : launchWindow(args)));
        line.addSubcommand("simulator", new SimulatorCommand());
        line.setParameterExceptionHandler((wrong, _) -> {
            CommandLine of = wrong.getCommandLine();
            of.getErr().println(wrong.getMessage());
            of.getErr().println("“" + of.getCommandSpec().qualifiedName() + " --help” lists what there is.");
            return of.getCommandSpec().exitCodeOnInvalidInput();
        });
        int exit = line.execute(args);
        System.exit(exit);
    }

    /// The demo building rises while JavaFX starts.
    private static int launchDemo(String[] args) {
        EarlyDemo.begin();
        return launchWindow(args);
    }

    private static int launchWindow(String[] args) {
        Map<String, String> environment = System.getenv();
        if (Display.missing(environment)) {
            System.out.println("No display: taking the tour on JavaFX's headless platform instead of opening a window.");
            Display.useHeadless();
        }
        Display.drawWithWhatThereIs();
        Preparation.begin();
        try {
            Application.launch(PlacewatchApplication.class, args);
            return 0;
        } catch (RuntimeException | LinkageError e) {
            System.err.println(Display.advice(e, environment));
            return 1;
        }
    }
}
