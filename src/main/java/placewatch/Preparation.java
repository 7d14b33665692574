package placewatch;

import java.text.Bidi;
import java.time.ZoneId;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.control.Theme;

/// What every window needs and no window is needed for, made ready on a thread of its own while JavaFX starts: its thread
/// has the most to do until the first lines are there. No nodes: JavaFX's classes begin each other in circles, and two
/// threads that enter one from two sides would wait for each other for good.
final class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private Preparation() { }

    /// Begins it. What fails here fails again for whoever needs it, who then tells.
    static void begin() {
        Thread.ofPlatform().daemon().name("placewatch-preparation").start(() -> {
            try {
                // reads Java's table of time zones
                ZoneId.systemDefault();
                Theme.loadFonts();
                // asks the system for its typefaces, which are measured before the style sheets name ours
                Font.getDefault();
                // which way a text runs: reads Unicode's table
                new Bidi("a", Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
                // JavaFX asks it of each letter, in this way, and Java first has to make what it does that with
                Character.class.getMethod("isIdeographic", int.class).invoke(null, (int) 'a');
            } catch (RuntimeException | ReflectiveOperationException | LinkageError e) {
                LOG.debug("the preparation ended early", e);
            }
        });
    }
}
