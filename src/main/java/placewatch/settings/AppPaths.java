package placewatch.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where this program keeps its files, by each platform's custom. Only names places; makes no directory.
///
/// @param home  the directory that all of it lives in
public record AppPaths(Path home) {

    /// System property that puts everything elsewhere.
    public static final String HOME_PROPERTY = "placewatch.home";

    private enum Platform { WINDOWS, MACOS, OTHER }

    /// The place on this computer, for this user.
    public static AppPaths ofThisComputer() {
        return of(System::getProperty, System::getenv);
    }

    /// @param property     looks a system property up
    /// @param environment  looks an environment variable up
    static AppPaths of(UnaryOperator<@Nullable String> property, UnaryOperator<@Nullable String> environment) {
        Optional<Path> chosen = path(property.apply(HOME_PROPERTY));
        if (chosen.isPresent()) {
            return new AppPaths(chosen.get());
        }
        Path user = path(property.apply("user.home")).orElse(Path.of(""));
        return new AppPaths(switch (platform(property.apply("os.name"))) {
            case WINDOWS -> path(environment.apply("APPDATA"))
                    .orElse(user.resolve("AppData").resolve("Roaming"))
                    .resolve("Placewatch");
            case MACOS -> user.resolve("Library").resolve("Application Support").resolve("Placewatch");
            // the XDG base directory specification has relative paths ignored
            case OTHER -> path(environment.apply("XDG_CONFIG_HOME"))
                    .filter(Path::isAbsolute)
                    .orElse(user.resolve(".config"))
                    .resolve("placewatch");
        });
    }

    /// Looks and places of windows, splitters and columns.
    public Path preferencesFile() {
        return home.resolve("preferences.json");
    }

    /// What the screens of a server keep: tables, charts, how they look.
    ///
    /// @param server its address, written always in the same way
    public Path workspace(String server) {
        // two addresses that read alike as a file's name stay apart by their hash
        String readable = server.replaceFirst("^[a-z]+://", "").replaceAll("[^A-Za-z0-9.-]+", "_");
        String name = readable.length() <= 60 ? readable : readable.substring(0, 60);
        return home.resolve("workspace").resolve("%s-%08x".formatted(name, server.hashCode()));
    }

    private static Platform platform(@Nullable String osName) {
        String name = osName == null ? "" : osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Platform.WINDOWS;
        }
        return name.startsWith("mac") ? Platform.MACOS : Platform.OTHER;
    }

    private static Optional<Path> path(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    }
}
