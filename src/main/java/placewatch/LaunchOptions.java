package placewatch;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import placewatch.control.Texts;
import placewatch.control.Theme;
import placewatch.network.AuthorityFiles;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerAddress;
import placewatch.settings.ConnectionSettings;

/// The command line. A key is given in a file only: arguments can be read by every user of the computer.
@Command(
        name = "placewatch",
        mixinStandardHelpOptions = true,
        versionProvider = LaunchOptions.Version.class,
        description = "The desktop window onto a PlaceOS building. Without options it opens the built-in demo building.")
final class LaunchOptions implements Callable<Integer> {

    /// The endings of the files that the installers have the system open with this program.
    private static final List<String> KINDS = List.of(".placewatch", ".placewatch-recording");

    @Option(names = "--server", paramLabel = "URL", description = "PlaceOS server to connect to (with --key-file).")
    private @Nullable String server;

    @Option(names = "--key-file", paramLabel = "FILE", description = "File that holds the API key, and nothing else.")
    private @Nullable Path keyFile;

    @Option(names = "--ca-file", paramLabel = "FILE",
            description = "Certificate authority to trust besides Java's, in a PEM or DER file. May be repeated.")
    private List<Path> authorities = List.of();

    @Option(names = "--values", paramLabel = "detect|raw|stringified",
            description = "How the server writes values; else found out.")
    private @Nullable String values;

    @Option(names = "--exec-deadline", paramLabel = "SECONDS",
            description = "Longest wait for the answer of a function, 1 to 600 (default: 30).")
    private @Nullable Integer execDeadline;

    @Option(names = "--tour", description = "Walk the main job once without a person, write pictures, and exit.")
    private boolean tour;

    @Option(names = "--tour-dir", paramLabel = "DIR", defaultValue = "target/tour",
            description = "Where the tour's pictures go (default: ${DEFAULT-VALUE}).")
    private Path tourDir = Path.of("target", "tour");

    @Option(names = "--no-tour-pictures", description = "Have the tour write no pictures.")
    private boolean noTourPictures;

    @Option(names = "--tour-steps", paramLabel = "N", description = "Take only the first N of the tour's steps.")
    private @Nullable Integer tourSteps;

    @Option(names = "--theme", paramLabel = "light|dark", description = "How the window looks; else as the system does.")
    private @Nullable String theme;

    @Parameters(arity = "0..1", paramLabel = "FILE",
            description = "Workspace file (.placewatch) or recording (.placewatch-recording), as a file manager gives it.")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec spec;

    private final ToIntFunction<LaunchOptions> launch;

    /// @param launch starts the window with these, once they were read, and returns the exit code
    LaunchOptions(ToIntFunction<LaunchOptions> launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        if ((server == null) != (keyFile == null)) {
            throw wrong("--server and --key-file go together");
        }
        server();
        credential();
        theme();
        tourSteps();
        file();
        settings(ConnectionSettings.usual());
        // without any there is nothing to be wrong, and a look at Java's own keeps the window waiting
        if (!authorities.isEmpty() && new AuthorityFiles(InstantSource.system()).route(authorities)
                instanceof AuthorityFiles.Outcome.Unusable(Failure why)) {
            throw wrong("--ca-file: " + Texts.failure(why));
        }
        return launch.applyAsInt(this);
    }

    /// The server to open; empty for the demo building.
    Optional<ServerAddress> server() {
        try {
            return Optional.ofNullable(server).map(ServerAddress::parse);
        } catch (IllegalArgumentException e) {
            throw wrong("--server: " + e.getMessage());
        }
    }

    /// The key in the key file; empty when none is named.
    Optional<Credential> credential() {
        if (keyFile == null) {
            return Optional.empty();
        }
        String key;
        try {
            key = Files.readString(keyFile).strip();
        } catch (NoSuchFileException _) {
            throw wrong("--key-file: there is no file “" + keyFile + "”");
        } catch (IOException e) {
            throw wrong("--key-file: “" + keyFile + "” can't be read: " + e.getMessage());
        }
        if (key.isEmpty() || key.chars().anyMatch(Character::isWhitespace)) {
            throw wrong("--key-file: “" + keyFile + "” must hold the API key and nothing else");
        }
        return Optional.of(new Credential.ApiKey(key));
    }

    /// Whatever is given here, and the rest from `otherwise`.
    ConnectionSettings settings(ConnectionSettings otherwise) {
        return new ConnectionSettings(values().orElse(otherwise.values()),
                execDeadline().orElse(otherwise.execDeadline()),
                authorities.isEmpty() ? otherwise.authorities() : authorities);
    }

    private Optional<ConnectionSettings.Values> values() {
        if (values == null) {
            return Optional.empty();
        }
        return switch (values.toLowerCase(Locale.ROOT)) {
            case "detect" -> Optional.of(ConnectionSettings.Values.DETECT);
            case "raw" -> Optional.of(ConnectionSettings.Values.RAW);
            case "stringified" -> Optional.of(ConnectionSettings.Values.STRINGIFIED);
            default -> throw wrong("--values is detect, raw or stringified, not “" + values + "”");
        };
    }

    private Optional<Duration> execDeadline() {
        Optional<Duration> deadline = Optional.ofNullable(execDeadline).map(Duration::ofSeconds);
        if (deadline.filter(set -> set.compareTo(ConnectionSettings.SHORTEST_EXEC) < 0
                || set.compareTo(ConnectionSettings.LONGEST_EXEC) > 0).isPresent()) {
            throw wrong("--exec-deadline is from " + ConnectionSettings.SHORTEST_EXEC.toSeconds() + " to "
                    + ConnectionSettings.LONGEST_EXEC.toSeconds() + " seconds, not " + execDeadline);
        }
        return deadline;
    }

    boolean tour() {
        return tour;
    }

    /// Where the tour's pictures go; empty if it writes none.
    Optional<Path> tourDir() {
        return noTourPictures ? Optional.empty() : Optional.of(tourDir);
    }

    /// How far the tour goes; all the way if nothing is said.
    int tourSteps() {
        int steps = tourSteps == null ? Tour.STEPS : tourSteps;
        if (steps < 1 || steps > Tour.STEPS) {
            throw wrong("--tour-steps is from 1 to " + Tour.STEPS + ", not " + steps);
        }
        return steps;
    }

    /// The file that the person opened with this program, which is there and of one of its kinds.
    Optional<Path> file() {
        if (file == null) {
            return Optional.empty();
        }
        if (KINDS.stream().noneMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith)) {
            throw wrong("“" + file + "” is neither a workspace file (.placewatch) nor a recording (.placewatch-recording)");
        }
        if (Files.notExists(file)) {
            throw wrong("there is no file “" + file + "”");
        }
        return Optional.of(file);
    }

    Optional<Theme> theme() {
        if (theme == null) {
            return Optional.empty();
        }
        return switch (theme.toLowerCase(Locale.ROOT)) {
            case "light" -> Optional.of(Theme.LIGHT);
            case "dark" -> Optional.of(Theme.DARK);
            default -> throw wrong("--theme is light or dark, not “" + theme + "”");
        };
    }

    private ParameterException wrong(String words) {
        if (spec == null) {
            throw new IllegalStateException("options are read by picocli");
        }
        return new ParameterException(spec.commandLine(), words);
    }

    /// As the build wrote it into the program.
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {Optional.ofNullable(LaunchOptions.class.getModule().getDescriptor())
                    .flatMap(ModuleDescriptor::rawVersion).map("Placewatch "::concat)
                    .orElse("Placewatch")};
        }
    }
}
