package placewatch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.value.ObservableValue;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.control.Dividers;
import placewatch.control.Theme;
import placewatch.protocol.ServerAddress;
import placewatch.settings.AppPaths;
import placewatch.settings.ConnectionSettings;
import placewatch.settings.Kept;
import placewatch.settings.KeptFile;
import placewatch.settings.Loaded;
import placewatch.settings.Preferences;
import placewatch.settings.PreferencesJson;
import placewatch.settings.Saved;
import placewatch.settings.TableLayout;
import placewatch.settings.WindowPlace;

/// Brings the window back where it was and as it looked, and each server's settings. JavaFX thread, but for [#save].
final class WindowMemory {

    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);

    private final KeptFile<Preferences> file;
    private final Loaded<Preferences> loaded;
    private final AtomicReference<Preferences> latest;

    /// Reads the file, so not on the JavaFX thread.
    WindowMemory(KeptFile<Preferences> file) {
        this.file = file;
        loaded = file.load();
        latest = new AtomicReference<>(loaded.kept());
    }

    /// What the person should know about the file; empty when all is well.
    Optional<String> trouble() {
        return Keeping.trouble(new PreferencesJson(), loaded);
    }

    /// Where all that is kept lies.
    AppPaths paths() {
        return new AppPaths(Objects.requireNonNull(file.path().getParent()));
    }

    /// Empty when it should look as the system does.
    Optional<Theme> theme() {
        return switch (latest.get().theme()) {
            case LIGHT -> Optional.of(Theme.LIGHT);
            case DARK -> Optional.of(Theme.DARK);
            case SYSTEM -> Optional.empty();
        };
    }

    void theme(Theme chosen) {
        latest.updateAndGet(preferences -> preferences.withTheme(switch (chosen) {
            case LIGHT -> Preferences.Theme.LIGHT;
            case DARK -> Preferences.Theme.DARK;
        }));
    }

    /// What was set for a server; empty when all is as usual.
    Optional<ConnectionSettings> connection(ServerAddress server) {
        return Optional.ofNullable(latest.get().connections().get(server.origin().toString()));
    }

    void connection(ServerAddress server, ConnectionSettings settings) {
        latest.updateAndGet(preferences -> preferences.withConnection(server.origin().toString(), settings));
    }

    /// The systems that were kept on a server, title by id.
    Map<String, String> favourites(String server) {
        return latest.get().favourites().getOrDefault(server, Map.of());
    }

    void favourites(String server, Map<String, String> systems) {
        latest.updateAndGet(preferences -> preferences.withFavourites(server, systems));
    }

    /// Where a person put the dividers between panes.
    Dividers dividers() {
        return new Dividers(name -> latest.get().splitters().getOrDefault(name, List.of()),
                (name, places) -> latest.updateAndGet(preferences -> preferences.withSplitter(name, places)));
    }

    /// How a table of that name is arranged.
    Kept<TableLayout> table(String name) {
        return new Kept<>() {
            @Override
            public TableLayout latest() {
                return latest.get().tables().getOrDefault(name, TableLayout.initial());
            }

            @Override
            public void keep(TableLayout next) {
                latest.updateAndGet(preferences -> preferences.withTable(name, next));
            }
        };
    }

    /// Puts the window where it was, if a screen is still there, and follows it from now on.
    void follow(Stage stage) {
        latest.get().window().ifPresent(place -> {
            if (!Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height()).isEmpty()) {
                stage.setX(place.x());
                stage.setY(place.y());
                stage.setWidth(place.width());
                stage.setHeight(place.height());
            }
            stage.setMaximized(place.maximised());
        });
        for (ObservableValue<?> moved : new ObservableValue<?>[] {
            stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty(),
            stage.maximizedProperty()}) {
            moved.addListener(_ -> moved(stage));
        }
    }

    private void moved(Stage stage) {
        boolean placed = Double.isFinite(stage.getX()) && Double.isFinite(stage.getY())
                && stage.getWidth() > 0 && stage.getHeight() > 0;
        if (!placed || !stage.isShowing() || stage.isIconified()) {
            return;
        }
        latest.updateAndGet(preferences -> {
            if (stage.isMaximized()) {
                // keeps the place that it goes back to
                return preferences.window()
                        .map(was -> new WindowPlace(was.x(), was.y(), was.width(), was.height(), true))
                        .map(preferences::withWindow).orElse(preferences);
            }
            return preferences.withWindow(
                    new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
        });
    }

    /// Writes what changed. Any thread but JavaFX's.
    void save() {
        Preferences now = latest.get();
        if (!now.equals(loaded.kept())
                && file.save(now) instanceof Saved.NotSaved(var path, String why)) {
            LOG.warn("The preferences are not saved in {}: {}", path, why);
        }
    }
}
