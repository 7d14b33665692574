package placewatch.control.takeaway;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks the person where an export goes. JavaFX thread; returns when it is answered.
@FunctionalInterface
public interface SaveChooser {

    /// @param owner    the window that asks
    /// @param proposed the name of the file, with its extension
    /// @return empty for nowhere
    Optional<Path> choose(@Nullable Window owner, String proposed, FileKind kind);
}
