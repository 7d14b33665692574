package placewatch;

import java.time.ZoneId;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.control.Icons;
import placewatch.control.Theme;
import placewatch.log.LogSource;

/// What every window needs and no window is needed for, made ready on a thread of its own while JavaFX starts: its thread
/// has the most to do until the first lines are there.
final class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private Preparation() { }

    /// Begins it. What fails here fails again for whoever needs it, who then tells.
    static void begin() {
        Thread.ofPlatform().daemon().name("placewatch-preparation").start(() -> {
            try {
                Theme.loadFonts();
                // the icons' typeface, too
                Icons.icon(Feather.INFO);
                // reads Java's table of time zones
                ZoneId.systemDefault();
                // the first record that is hashed has Java make what it does that with
                LogSource.CONNECTION.hashCode();
            } catch (RuntimeException | LinkageError e) {
                LOG.debug("the preparation ended early", e);
            }
        });
    }
}
