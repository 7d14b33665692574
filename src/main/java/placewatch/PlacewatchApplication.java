package placewatch;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import placewatch.bridge.Access;
import placewatch.control.Texts;
import placewatch.control.takeaway.FileDialog;
import placewatch.network.AuthorityFiles;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.settings.AppPaths;
import placewatch.settings.ConnectionSettings;
import placewatch.settings.KeptFile;
import placewatch.settings.PreferencesJson;

/// The window's life, as JavaFX drives it.
public final class PlacewatchApplication extends Application {

    private @Nullable Wiring wiring;

    private final LaunchOptions options = new LaunchOptions(_ -> 0);
    private Opening opening = new Opening.Demo(ConnectionSettings.usual());
    private Optional<WindowMemory> memory = Optional.empty();

    /// Reads what is on disk before there is a window to keep waiting.
    @Override
    public void init() {
        List<String> arguments = getParameters().getRaw();
        if (!arguments.isEmpty()) {
            new CommandLine(options).parseArgs(arguments.toArray(String[]::new));
        }
        // a tour leaves no trace but where it is told to, as the image's training run is: a start reads what was kept
        if (!touring() || System.getProperty(AppPaths.HOME_PROPERTY) != null) {
            memory = Optional.of(new WindowMemory(
                    new KeptFile<>(AppPaths.ofThisComputer().preferencesFile(), new PreferencesJson(),
                            InstantSource.system())));
        }
        opening = opening();
    }

    private Opening opening() {
        Optional<ServerAddress> server = options.server();
        Optional<Credential> credential = options.credential();
        if (server.isEmpty() || credential.isEmpty()) {
            return new Opening.Demo(options.settings(ConnectionSettings.usual()));
        }
        ConnectionSettings settings = options.settings(memory.flatMap(kept -> kept.connection(server.get()))
                .orElseGet(ConnectionSettings::usual));
        return switch (new AuthorityFiles(InstantSource.system()).route(settings.authorities())) {
            case AuthorityFiles.Outcome.Ready(Route route) ->
                new Opening.Server(new Access(server.get(), credential.get(), route), settings);
            case AuthorityFiles.Outcome.Unusable(Failure why) -> new Opening.Blocked(Texts.failure(why));
        };
    }

    private boolean touring() {
        return options.tour() || Display.missing(System.getenv());
    }

    @Override
    public void start(Stage stage) {
        Wiring wired = new Wiring(stage, options.theme(), opening, memory,
                getHostServices()::showDocument, new FileDialog());
        wiring = wired;
        Runtime.getRuntime().addShutdownHook(new Thread(wired::close, "placewatch-shutdown"));
        if (StartWatch.isWanted()) {
            StartWatch.over(wired.scene(), System.out::println);
        }
        wired.start();
        options.file().map(Path::getFileName).ifPresent(file -> wired.shellModel().alsoNotice(List.of("“" + file
                + "” is not opened: this version of Placewatch opens neither workspace files nor recordings.")));
        if (touring()) {
            Tour tour = new Tour(wired, options.tourDir(), options.tourSteps());
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
