package placewatch.screen.connect;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import placewatch.settings.ConnectionSettings;
import placewatch.settings.ConnectionSettings.Values;

/// *More settings* of the Connect form: what is typed there, checked when it is asked for. Nothing typed is lost.
final class SettingsModel {

    private final ObjectProperty<Values> values = new SimpleObjectProperty<>(Values.DETECT);
    private final StringProperty execSeconds = new SimpleStringProperty("");
    private final StringProperty authorities = new SimpleStringProperty("");
    private final BooleanProperty expanded = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper execTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper authoritiesTrouble = new ReadOnlyStringWrapper("");
    private ConnectionSettings offered = ConnectionSettings.usual();

    SettingsModel() {
        fill(offered);
    }

    /// Fills in what is remembered of the server that was named, unless the person changed something here.
    void offer(ConnectionSettings remembered) {
        boolean untouched = values.get() == offered.values()
                && execSeconds.get().equals(seconds(offered)) && authorities.get().equals(paths(offered.authorities()));
        if (untouched && !remembered.equals(offered)) {
            offered = remembered;
            fill(remembered);
            // what is not as usual is not hidden
            expanded.set(!remembered.equals(ConnectionSettings.usual()));
        }
    }

    private void fill(ConnectionSettings settings) {
        values.set(settings.values());
        execSeconds.set(seconds(settings));
        authorities.set(paths(settings.authorities()));
    }

    /// What is typed; empty when something can't be meant so, which is then told at its field.
    Optional<ConnectionSettings> read() {
        forgetTrouble();
        Optional<Duration> deadline = readDeadline();
        Optional<List<Path>> files = readAuthorities();
        if (deadline.isEmpty() || files.isEmpty()) {
            expanded.set(true);
            return Optional.empty();
        }
        return Optional.of(new ConnectionSettings(values.get(), deadline.get(), files.get()));
    }

    private Optional<Duration> readDeadline() {
        String typed = execSeconds.get().strip();
        if (typed.matches("\\d{1,6}")) {
            Duration deadline = Duration.ofSeconds(Integer.parseInt(typed));
            if (deadline.compareTo(ConnectionSettings.SHORTEST_EXEC) >= 0
                    && deadline.compareTo(ConnectionSettings.LONGEST_EXEC) <= 0) {
                return Optional.of(deadline);
            }
        }
        execTrouble.set("Type a whole number of seconds from " + ConnectionSettings.SHORTEST_EXEC.toSeconds() + " to "
                + ConnectionSettings.LONGEST_EXEC.toSeconds() + ".");
        return Optional.empty();
    }

    private Optional<List<Path>> readAuthorities() {
        try {
            // absolute, as the program may be started from another folder the next time
            return Optional.of(parts().map(part -> Path.of(part).toAbsolutePath()).toList());
        } catch (InvalidPathException e) {
            authoritiesTrouble.set("“" + e.getInput() + "” is not a path on this computer. Choose the file instead.");
            return Optional.empty();
        }
    }

    private Stream<String> parts() {
        return Stream.of(authorities.get().split(File.pathSeparator))
                .map(String::strip).filter(part -> !part.isEmpty());
    }

    void forgetTrouble() {
        execTrouble.set("");
        authoritiesTrouble.set("");
    }

    /// What was found out about a certificate file when it was read.
    void authoritiesAreBad(String why) {
        expanded.set(true);
        authoritiesTrouble.set(why);
    }

    /// Adds files to those that are typed.
    void addAuthorities(List<Path> chosen) {
        authorities.set(Stream.concat(parts(), chosen.stream().map(Path::toString))
                .distinct().collect(Collectors.joining(File.pathSeparator)));
    }

    private static String seconds(ConnectionSettings settings) {
        return Long.toString(settings.execDeadline().toSeconds());
    }

    private static String paths(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    ObjectProperty<Values> valuesProperty() {
        return values;
    }

    StringProperty execSecondsProperty() {
        return execSeconds;
    }

    /// Paths, with the platform's path separator between them.
    StringProperty authoritiesProperty() {
        return authorities;
    }

    BooleanProperty expandedProperty() {
        return expanded;
    }

    ReadOnlyStringProperty execTroubleProperty() {
        return execTrouble.getReadOnlyProperty();
    }

    ReadOnlyStringProperty authoritiesTroubleProperty() {
        return authoritiesTrouble.getReadOnlyProperty();
    }
}
